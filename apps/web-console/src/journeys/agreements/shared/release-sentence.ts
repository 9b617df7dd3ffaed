import type { AgreementContentLine } from '@mash/contracts';
import { listed } from './listed';
import { RELEASE_WORDS } from './release-words';

type Line = Pick<AgreementContentLine, 'effect' | 'modes' | 'standingRelease'>;

/** Whom a line releases to onward in advance: those it names, where it lets the hub pass anything on at all (R-HOLD-04). */
export const releasedTo = ({ effect, modes, standingRelease }: Line): AgreementContentLine['standingRelease'] =>
  effect === 'allow' && modes.includes('onward') ? standingRelease : [];

/** What a standing release means, said to whoever approves it and to whoever it is about; also where it means nothing. */
export function releaseSentence(line: Line): string | undefined {
  if (line.standingRelease.length === 0) return undefined;
  const to = listed(line.standingRelease.map((code) => RELEASE_WORDS[code]));
  return releasedTo(line).length > 0
    ? `The hub may pass it on to ${to} without asking again.`
    : `Passing it on to ${to} without asking again is named too, without effect: this line lets the hub pass nothing on.`;
}
