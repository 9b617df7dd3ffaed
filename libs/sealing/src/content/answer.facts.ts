import { Category, Id } from '@mash/contracts';
import { z } from 'zod';

/** Who may see a handling C item, as the holder codes it (rule book section 1, `condition`). */
export const HandlingCondition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ROLES'), roles: z.array(z.string().min(1).max(60)).min(1).max(20) }),
  z.strictObject({ kind: z.literal('NAMED'), personIds: z.array(Id).min(1).max(20) }),
  z.strictObject({ kind: z.literal('NO_WRITE') }),
  z.strictObject({ kind: z.literal('CALL_FIRST') }),
  z.strictObject({ kind: z.literal('NO_ACTION') }),
  z.strictObject({ kind: z.literal('UNTIL'), date: z.iso.date() }),
]);
export type HandlingCondition = z.infer<typeof HandlingCondition>;

/** What the holder or the analyst flags (rule book section 1, `flags`). Stands until cleared. */
export const ItemFlag = z.enum([
  'hub_only',
  'do_not_alert',
  'source_risk',
  'sanitised',
  'unsafe_tell',
  'not_family',
  'not_referrer',
  'protected_address',
  'protected_school',
  'protected_surgery',
]);
export type ItemFlag = z.infer<typeof ItemFlag>;

/** A stretch of an item's text that names or tells of someone else (positions in the text as it is sealed, in UTF-16 units, end not included). */
export const ThirdPartyPassage = z.strictObject({
  personId: Id.optional(),
  from: z.number().int().nonnegative(),
  to: z.number().int().positive(),
});

/** The facts that decide who may see one item. They travel signed beside the content, so that nobody can relabel an item. */
export const AnswerItemFacts = z
  .strictObject({
    itemId: Id,
    category: Category,
    class: z.enum(['personal', 'special', 'criminal']),
    confidential: z.boolean(),
    handling: z.enum(['P', 'C', 'none', 'unmapped']),
    condition: HandlingCondition.optional(),
    flags: z.array(ItemFlag).max(10),
    subjects: z.array(Id).min(1).max(30).describe('Persons whom the item is about'),
    thirds: z.enum(['none', 'personal', 'special']),
    thirdPartyPassages: z.array(ThirdPartyPassage).max(50).optional(),
    redaction: z
      .enum(['whole', 'defeats'])
      .default('whole')
      .describe('Whether the item keeps its meaning without them'),
    dates: z.strictObject({
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
      recordedOn: z.iso.date().optional(),
    }),
    relevance: z.enum(['relevant', 'old', 'irrelevant']).default('relevant'),
    width: z.enum(['named', 'whole_record']).default('named'),
    bar: z.enum(['none', 'adoption', 'gender', 'court', 'sexual_health', 'other']),
    sign: z.enum(['none', 'u13_sexual']).default('none'),
  })
  .superRefine((facts, context) => {
    const refuse = (path: string) => context.addIssue({ code: 'custom', path: [path], message: 'NEEDED' });
    if ((facts.handling === 'C') !== (facts.condition !== undefined)) refuse('condition');
    if (facts.flags.includes('sanitised') && !facts.flags.includes('source_risk')) refuse('flags');
  });
export type AnswerItemFacts = z.infer<typeof AnswerItemFacts>;

export const AnswerFacts = z.strictObject({
  identity: z.enum(['confirmed', 'possible']).describe('How sure the holder is that its record is of this person'),
  items: z.array(AnswerItemFacts).max(100),
});
export type AnswerFacts = z.infer<typeof AnswerFacts>;
