import type { PersonActor } from '@mash/authorisation';
import type { Telling } from '../releases/judge-thing';
import type { Admitted } from '../releases/release-gate';
import { contentFor } from '../releases/telling-of';
import type { OutwardProductRow } from './outward-product.repository';
import type { Standing } from './stands-to-product';

/** To whom a product goes, and for what: as it was put together, for nobody's account but the team's. */
export const tellingOf = ({ audience, toAgencyId, purpose, madeBy: askedBy }: OutwardProductRow): Telling => ({
  ...{ mode: 'onward', purpose, audience, toAgencyId, askedBy },
});

/** How whoever opens a product is told what is in it: in the hub as content, as on the picture. */
export function tellingTo(
  product: OutwardProductRow,
  { actor, standing }: { readonly actor: PersonActor; readonly standing: Standing },
  { audience, facts }: Pick<Admitted, 'audience' | 'facts'>,
): Telling {
  if (standing === 'recipient') return tellingOf(product);
  if (standing === 'hub') return contentFor(actor, audience, facts.decision.threshold);
  return { ...tellingOf(product), toAgencyId: actor.agencyId, toAccountId: actor.id };
}
