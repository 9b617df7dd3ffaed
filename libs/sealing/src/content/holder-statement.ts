import { AgencyId, Id } from '@mash/contracts';
import { z } from 'zod';

const words = (limit: number) => z.string().trim().min(1).max(limit);

/** In place of an audience: whatever part of that agency reads it, outside the hub. What a holder says unasked is of the agency, not of a desk. */
export const ANY_PART = 'any';

/** One recipient, as the sharing rules know recipients: what a holder says of one says nothing of another. */
export const StatementRecipient = z.strictObject({ audience: z.string().regex(/^[a-z_]{2,30}$/), agencyId: AgencyId });
export type StatementRecipient = z.infer<typeof StatementRecipient>;

const to = StatementRecipient;
const saying = <const Says extends string, Shape extends z.ZodRawShape>(says: Says, shape: Shape) =>
  z.strictObject({ says: z.literal(says), ...shape });

/**
 * What the holder of one item says of it (rule book section 1: `release`, `detriment`, `flags`, `relevance`, `met`). It is what the rules
 * read, and lies sealed: that somebody refused, or fears harm, says something of the information.
 */
export const HolderStatementFacts = z.discriminatedUnion('says', [
  saying('released_as_it_stands', { to }),
  /** These words only; the original stays sealed. */
  saying('released_wording', { to, hidesSource: z.boolean().describe('No source can be told from the words') }),
  saying('refused', { to }),
  /** What was released or refused is taken back: as if nothing had been said to this recipient. */
  saying('taken_back', { to }),
  /** Children Act 2004 s16LA(3): disclosing to this recipient would be worse for this child than not. */
  saying('detriment', { to, personId: Id.describe('The child'), reviewBy: z.iso.date().optional() }),
  saying('detriment_ended', { to }),
  /** "Do not alert" is cleared: letters may go. */
  saying('telling_cleared', {}),
  /** "Do not alert" stands, marked at first or not: for another five working days where somebody waits. */
  saying('telling_held', {}),
  /** "Unsafe to tell the parent" is cleared: the holder thinks so no more. */
  saying('unsafe_cleared', {}),
  /** It would be unsafe to tell the parent, marked at first or not. */
  saying('unsafe_set', {}),
  saying('relevance', { relevance: z.enum(['relevant', 'old', 'irrelevant']) }),
  /** Words from which no source can be told, for everybody, instead of the original. */
  saying('sanitised', {}),
  /** This viewer has done what the condition asks for: they have called. */
  saying('condition_met', { viewerId: Id }),
]);
export type HolderStatementFacts = z.infer<typeof HolderStatementFacts>;

export const HolderStatementContent = z.strictObject({
  reason: words(4000).describe('Why, in their own words'),
  wording: words(8000).optional().describe('The words that may be read instead of the original'),
  harm: words(4000).optional().describe('What harm to this child is feared'),
});
export type HolderStatementContent = z.infer<typeof HolderStatementContent>;

const BRINGS_WORDING: readonly HolderStatementFacts['says'][] = ['released_wording', 'sanitised'];

/** Words stand where words are released, and nowhere else. A detriment without its harm is no error here: it counts as claimed. */
export function statementDisagreements(facts: HolderStatementFacts, content: HolderStatementContent): string[] {
  const needsWording = BRINGS_WORDING.includes(facts.says);
  return [
    ...(needsWording === (content.wording !== undefined) ? [] : ['wording']),
    ...(content.harm === undefined || facts.says === 'detriment' ? [] : ['harm']),
  ];
}
