import { Colour } from '@mash/contracts';
import { z } from 'zod';
import { evidenced } from './evidence';

const value = z.union([z.string().min(1), z.number().int().nonnegative()]);
const number = z.number().int().nonnegative();

/** The closed set of operators. Anything else is not a condition. */
export const RatingCondition = z.union([
  z.strictObject({ is: value }),
  z.strictObject({ in: z.array(value).min(1) }),
  z.strictObject({ atLeast: number }),
  z.strictObject({ atMost: number }),
  z.strictObject({ between: z.tuple([number, number]) }),
]);
export type RatingCondition = z.infer<typeof RatingCondition>;

/** One row: all its conditions together propose one colour, for one reason. An input it does not name may be anything, even not known. */
export const RatingRow = evidenced({
  id: z.string().regex(/^[A-Z]+\d{1,2}$/),
  colour: Colour,
  when: z.record(z.string(), RatingCondition),
  reason: z.string().min(10),
});
export type RatingRow = z.infer<typeof RatingRow>;
