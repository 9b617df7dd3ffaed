import type { AgreementFinding } from '@mash/contracts';
import { startOfLondonDay } from '../decision';
import { dutyOf, type Named } from '../duty-of';
import type { AgreementVersion } from './agreement-version';
import { checkBases } from './check-bases';
import { RegisterOfBodies, type RegisteredParty } from './register-of-bodies';

/** A body as the register has it, with the day from which the duty to share names it. */
export type DatedParty = RegisteredParty & Named;

/**
 * What the register check would refuse today of a version that it let come into force: recognised legitimate interests of a party that the duty to
 * share has come to bind, or that is a public authority now (R-REG-01a). Nothing of it stops; its parties are told to draw it again.
 * @param today London day, ISO
 */
export function outOfDate(
  { content, state }: Pick<AgreementVersion, 'content' | 'state'>,
  bodies: readonly DatedParty[],
  today: string,
): AgreementFinding[] {
  if (state !== 'in_force') return [];
  const now = new Date(startOfLondonDay(today));
  const register = new RegisterOfBodies(bodies.map((body) => ({ ...body, bound: dutyOf(body, now) === 'bound' })));
  return checkBases(content, register).filter(({ code }) => code === 'BASIS_RLI_PUBLIC');
}
