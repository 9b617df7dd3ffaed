import { Category, Id } from '@mash/contracts';
import { z } from 'zod';
import { Coverage } from './coverage';

const words = (limit: number) => z.string().trim().min(1).max(limit);
/** Kept to the letter, blanks around it and all: positions in it are signed beside it. */
const toTheLetter = (limit: number) =>
  z.string().refine((text) => words(limit).safeParse(text).success, `Needs words, ${String(limit)} characters at most`);

/** How sure the holder is, in the scheme that it used: 3x5x2, the older 5x5x5, or none. */
export const Grading = z.discriminatedUnion('scheme', [
  z.strictObject({
    scheme: z.literal('3x5x2'),
    source: z.enum(['1', '2', '3']),
    assessment: z.enum(['A', 'B', 'C', 'D', 'E']),
  }),
  z.strictObject({
    scheme: z.literal('5x5x5'),
    source: z.enum(['A', 'B', 'C', 'D', 'E']),
    assessment: z.enum(['1', '2', '3', '4', '5']),
  }),
  z.strictObject({ scheme: z.literal('none') }),
]);
export type Grading = z.infer<typeof Grading>;

/** When something happened: a day, or the words of the source where no day is known ("winter 2024"). */
export const When = z.union([
  z.strictObject({ date: z.iso.date(), until: z.iso.date().optional() }),
  z.strictObject({ approx: words(80) }),
]);
export type When = z.infer<typeof When>;

/** One thing that the agency knows, in words for the people who may see it. */
export const AnswerItem = z.strictObject({
  itemId: Id,
  category: Category,
  when: When,
  kind: z.enum(['fact', 'opinion']),
  text: toTheLetter(8000),
  /** The holder's wording from which the source cannot be told. */
  sanitisedText: words(8000).optional(),
  source: words(200).describe('Where the holder has it from: a system, a role'),
  recordedOn: z.iso.date().optional(),
  grading: Grading.optional(),
  gscMarking: z.enum(['OFFICIAL', 'OFFICIAL-SENSITIVE']).optional(),
  reference: words(120).optional().describe("The holder's own reference"),
  actionTaken: words(2000).optional(),
});
export type AnswerItem = z.infer<typeof AnswerItem>;

/** What one agency answers about one person. An envelope is for one person, so coverage is that person's. */
export const AnswerContent = z.strictObject({
  coverage: Coverage,
  items: z.array(AnswerItem).max(100),
  overview: words(4000).optional().describe("The agency's own view of the risk, where it gives one"),
  answeredBy: z.strictObject({ name: words(120), roleTitle: words(120), telephone: words(40).optional() }).optional(),
});
export type AnswerContent = z.infer<typeof AnswerContent>;
