import type { AgreementContent, AgreementFinding } from '@mash/contracts';
import { checkBases } from './check-bases';
import { checkDates } from './check-dates';
import { checkLines, type OtherAgreement } from './check-lines';
import { checkParties } from './check-parties';
import { checkTargets } from './check-targets';
import { RegisterOfBodies, type RegisteredParty } from './register-of-bodies';

/**
 * What keeps a version from going on its way: R-REG-01 and what an agreement cannot do without. Read anew at every step, because the
 * register changes too.
 *
 * @param others the other agreements that are in force, or would be
 */
export function checkAgreement(
  content: AgreementContent,
  bodies: readonly RegisteredParty[],
  others: readonly OtherAgreement[] = [],
): AgreementFinding[] {
  const register = new RegisterOfBodies(bodies);
  return [
    ...checkParties(content, register),
    ...checkDates(content),
    ...checkTargets(content, register),
    ...checkLines(content, register, others),
    ...checkBases(content, register),
  ];
}
