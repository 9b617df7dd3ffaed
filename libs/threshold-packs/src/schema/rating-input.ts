import { z } from 'zod';

/** The value of any fact that nobody knows. It matches a row only where the row names it. */
export const NOT_KNOWN = 'not_known';

/** Where the platform can fill a fact in from; `person` means that somebody has to say. */
export const FactSource = z.enum([
  'person',
  'contact-urgent',
  'presenting-issues',
  'repeat-contacts',
  'open-case',
  'youngest-age-band',
  'roster-listed',
]);

const common = {
  label: z.string().min(1),
  question: z.string().min(1).describe('As the rating page asks it'),
  need: z.string().min(1).describe('Completes "Cannot propose: needs ..."'),
  from: FactSource,
};

const ChoiceInput = z.strictObject({
  ...common,
  type: z.literal('choice'),
  options: z.array(z.strictObject({ value: z.string().min(1), label: z.string().min(1) })).min(1),
});
const NumberInput = z.strictObject({ ...common, type: z.literal('number'), max: z.number().int().min(1).max(999) });

/** One typed input of a rating table: a closed list of values, or a whole number from 0 to `max`. */
export const RatingInput = z.discriminatedUnion('type', [ChoiceInput, NumberInput]);
export type RatingInput = z.infer<typeof RatingInput>;
