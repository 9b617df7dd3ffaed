import { z } from 'zod';
import { evidenced } from './evidence';

const spell = z.string().regex(/^(closed|([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00))$/);

/** Opening hours of the hub, London time; the shape that the clocks read. */
export const PackOpening = evidenced({
  hours: z.strictObject({
    mon: spell,
    tue: spell,
    wed: spell,
    thu: spell,
    fri: spell,
    sat: spell,
    sun: spell,
    bankHolidays: spell,
  }),
});
export type PackOpening = z.infer<typeof PackOpening>;

/** Who acts while the hub is shut. */
export const PackOutOfHours = evidenced({
  team: z.literal('emergency-duty'),
  name: z.string().min(1),
  redWorksOn: z.boolean().describe('Work on a Red goes on past closing time'),
  words: z.string().min(1).describe('What the console tells whoever presses Immediate protection out of hours'),
});
export type PackOutOfHours = z.infer<typeof PackOutOfHours>;
