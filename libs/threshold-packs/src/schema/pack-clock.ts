import { z } from 'zod';
import { evidenced } from './evidence';

const wholeNumber = z.number().int().positive();

/** A length of time as the clocks read it. */
export const PackDuration = z.union([
  z.strictObject({ minutes: wholeNumber }),
  z.strictObject({ hours: wholeNumber }),
  z.strictObject({ workingDays: wholeNumber }),
]);
export type PackDuration = z.infer<typeof PackDuration>;

/** What sets a clock going. */
export const StartEvent = z.enum([
  'contact-received',
  'enquiry-rated',
  'request-issued',
  'review-raised',
  'decision-made',
  'case-routed',
  'protection-started',
]);
export type StartEvent = z.infer<typeof StartEvent>;

/** One obligation's clock: how long, counted how, from when. */
export const PackClock = evidenced({
  duration: PackDuration,
  basis: z.enum(['elapsed', 'working']),
  starts: StartEvent,
  runsOutOfHours: z.boolean().default(false).describe('Counts on past closing time although its basis is working time'),
}).refine((clock) => clock.basis === 'working' || !('workingDays' in clock.duration), {
  message: 'working days cannot be counted on an elapsed basis',
});
export type PackClock = z.infer<typeof PackClock>;
