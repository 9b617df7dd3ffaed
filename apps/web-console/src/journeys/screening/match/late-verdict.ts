import { createHash } from 'node:crypto';
import { Posted, type PostedFields } from '../../../forms/posted';

export const VERDICTS = ['same', 'different', 'cannot_tell'] as const;
export type Verdict = (typeof VERDICTS)[number];

const WORDS: Readonly<Record<Verdict, string>> = { same: 'Same', different: 'Different', cannot_tell: 'Cannot tell' };

/** The hidden field by which the page says what it had shown. */
export const SHOWN_FIELD = 'shown';

/** What a page shows of two people, as a mark by which it is known again. It stands in that page alone. */
export const markOfShown = (shown: object): string =>
  createHash('sha256').update(JSON.stringify(shown)).digest('base64url');

/** What is said to whoever pressed a verdict when they were signed out: what it rested on is shown anew, and nothing goes by itself. */
export interface LateVerdict {
  readonly pressed: string;
  readonly since: string;
}

/**
 * @param shown the mark of what the page shows today; undefined where the search does not find the record
 */
export function lateVerdict(fields: PostedFields, shown: string | undefined): LateVerdict {
  const posted = new Posted(fields);
  const verdict = posted.choice('verdict', VERDICTS);
  const pressed = `You pressed ${verdict === undefined ? 'a button' : `“${WORDS[verdict]}”`} and then had to sign in again: nothing has come of it.`;
  if (shown === undefined)
    return { pressed, since: 'The search does not find that record any more, or you may not see it.' };
  const isSame = posted.text(SHOWN_FIELD) === shown;
  return {
    pressed,
    since: isSame
      ? 'This page shows what is known of them now. Press it again if you still say so.'
      : 'What is known of them has changed since: read it again before you say anything.',
  };
}
