import { Category, CoverageState, newId } from '@mash/contracts';
import { Grading, HandlingCondition, IdentifierUsed, ItemFlag, When } from '@mash/sealing';
import { z } from 'zod';

/** What was searched for one person, as it was typed: it is checked when the answer is sent, never while it grows. */
export const DraftCoverage = z.object({
  state: CoverageState.optional(),
  identity: z.enum(['confirmed', 'possible']).optional(),
  systems: z.string().default(''),
  identifiersUsed: z.array(IdentifierUsed).default([]),
  from: z.string().default(''),
  to: z.string().default(''),
  note: z.string().default(''),
});
export type DraftCoverage = z.infer<typeof DraftCoverage>;

/** One item as the editor has checked it: it could be sealed as it is. */
export const DraftItem = z.object({
  itemId: z.uuid(),
  personId: z.uuid(),
  category: Category,
  when: When,
  kind: z.enum(['fact', 'opinion']),
  text: z.string(),
  source: z.string(),
  handling: z.enum(['P', 'C', 'none']),
  condition: HandlingCondition.optional(),
  flags: z.array(ItemFlag),
  sanitisedText: z.string().optional(),
  grading: Grading.optional(),
  thirds: z.enum(['none', 'personal', 'special']),
  thirdPartyWords: z.array(z.string()),
  redactionDefeats: z.boolean(),
  bar: z.enum(['none', 'adoption', 'gender', 'court', 'sexual_health', 'other']),
  isOld: z.boolean(),
  isSignUnder13: z.boolean(),
  isInConfidence: z.boolean().default(false).describe('Told to the agency in confidence, as its officer says'),
});
export type DraftItem = z.infer<typeof DraftItem>;

/** An answer that is being written. Sealed whenever it is kept; opens to its author only. */
export const AnswerDraft = z.object({
  answerId: z.uuid().describe('Minted once: an answer that is sent twice is kept once'),
  coverage: z.record(z.uuid(), DraftCoverage),
  items: z.array(DraftItem),
  unfinished: z
    .record(z.string(), z.union([z.string(), z.array(z.string())]))
    .default({})
    .describe('What stands in the editor, as typed'),
});
export type AnswerDraft = z.infer<typeof AnswerDraft>;

export const newAnswerDraft = (): AnswerDraft => ({ answerId: newId(), coverage: {}, items: [], unfinished: {} });

export const coverageOf = (draft: AnswerDraft, personId: string): DraftCoverage =>
  draft.coverage[personId] ?? DraftCoverage.parse({});

export const itemsAbout = (draft: AnswerDraft, personId: string): DraftItem[] =>
  draft.items.filter((item) => item.personId === personId);

/** With this item in it: in the place of the one with the same id, or at the end. */
export function withItem(draft: AnswerDraft, item: DraftItem): AnswerDraft {
  const isThere = draft.items.some(({ itemId }) => itemId === item.itemId);
  const items = isThere ? draft.items.map((one) => (one.itemId === item.itemId ? item : one)) : [...draft.items, item];
  return { ...draft, items };
}

export const withoutItem = (draft: AnswerDraft, itemId: string): AnswerDraft => ({
  ...draft,
  items: draft.items.filter((item) => item.itemId !== itemId),
});
