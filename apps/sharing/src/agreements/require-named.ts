import type { PersonActor } from '@mash/authorisation';
import type { Signatory } from '@mash/contracts';
import { conflict } from '@mash/service-host';
import type { AgreementsOfPartnership } from '../domain/agreements/agreements-of-partnership';

/**
 * The person who takes a step, by name and post as the register has them: its history names a person for good, whoever leaves.
 * @throws 409 SHARING.NOT_NAMED
 */
export function requireNamed(agreements: AgreementsOfPartnership, actor: PersonActor): Signatory {
  const signatory = agreements.signatory(actor);
  if (signatory === undefined)
    throw conflict(
      'SHARING.NOT_NAMED',
      'The register of signatories has no name and post of yours yet. The partnership administrator keeps it: ask them to name you.',
    );
  return signatory;
}
