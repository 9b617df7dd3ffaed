import type { FieldError } from '../../forms/field-error';
import type { Posted } from '../../forms/posted';
import { WITHHELD_REASONS } from './extent-words';
import { extentsUnder, isInPacksWords, type Extent, type FeedbackRule } from './feedback-rule';

type WithheldReason = (typeof WITHHELD_REASONS)[number]['value'];

export type Telling =
  | { readonly extent: Exclude<Extent, 'withheld'>; readonly letter: string }
  | { readonly extent: 'withheld'; readonly withheldReason: WithheldReason };

/** The extent that the page is about: the one asked for where the rule allows it, otherwise the most that it allows. */
export function extentOf(asked: string, rule: FeedbackRule): Extent {
  return extentsUnder(rule).find((extent) => extent === asked) ?? rule.most;
}

/**
 * More than the rule allows is never read: it becomes what the rule allows, with the words that were typed still to be checked.
 * @param packsLetter what goes in the place of any typed word, where the rule leaves none
 */
export function readTelling(
  posted: Posted,
  rule: FeedbackRule,
  packsLetter?: string,
): { telling?: Telling; errors: readonly FieldError[] } {
  const asked = posted.text('extent');
  const extent = extentOf(asked, rule);
  if (extent !== asked) return { errors: [{ field: 'letter', text: 'That is more than this referrer may be told' }] };
  if (extent === 'withheld') {
    const withheldReason = posted.choice(
      'withheldReason',
      WITHHELD_REASONS.map(({ value }) => value),
    );
    return withheldReason === undefined
      ? { errors: [{ field: 'withheldReason', text: 'Choose why the referrer is told nothing' }] }
      : { telling: { extent, withheldReason }, errors: [] };
  }
  const letter = isInPacksWords(rule) ? (packsLetter ?? '') : posted.text('letter');
  if (letter === '') return { errors: [{ field: 'letter', text: 'Enter what the referrer is told' }] };
  if (letter.length > 8_000) return { errors: [{ field: 'letter', text: 'Shorten this to 8,000 characters' }] };
  return { telling: { extent, letter }, errors: [] };
}
