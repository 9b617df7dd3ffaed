import { claimsAbove, type Purpose } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { keyOf, type AskLine } from './ask-line';

/** What a text may be truthful to. */
export interface Judged {
  readonly purpose: Purpose;
  /** The work that the threshold opens: a text may say so much, whatever it asks for. */
  readonly work: Purpose;
}

/** What is wrong with words that claim a threshold which nobody has judged; undefined where they claim none. `sharing` would refuse them (R-PUR-01a). */
export function claimWords(text: string, { purpose, work }: Judged): string | undefined {
  const claims = claimsAbove(text, purpose, work);
  if (claims.length === 0) return undefined;
  const section = claims.find((claim) => claim.startsWith('section')) ?? 'section 47';
  const taken = claims.map((claim) => `"${claim}"`).join(' and ');
  return `Nobody has judged that threshold: say the one that was judged, and leave out ${taken}. That it is not met can be said so: "${section} has not been judged to be met"`;
}

/** Of the reason that is given for one more line. */
export function claimInWhy(line: AskLine | undefined, judged: Judged): FieldError[] {
  const text = line && claimWords(line.why, judged);
  return text === undefined ? [] : [{ field: 'add-why', text }];
}

/** Of the reasons of lines that were added for another purpose, or before the threshold changed: each is added again, in other words. */
export function claimsInAdded(shown: readonly AskLine[], ticked: ReadonlySet<string>, judged: Judged): FieldError[] {
  return shown.flatMap((line, index) => {
    if (!line.widened || !ticked.has(keyOf(line))) return [];
    const text = claimWords(line.why, judged);
    return text === undefined ? [] : [{ field: `line-${String(index)}`, text: `${text}. Add this line again` }];
  });
}
