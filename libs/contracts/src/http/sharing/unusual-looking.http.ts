import { z } from 'zod';

/** What information governance made of unusual looking. `ask_manager` and `investigate` leave it open. */
export const UnusualStep = z.enum(['explained', 'ask_manager', 'investigate']);
export type UnusualStep = z.infer<typeof UnusualStep>;

/** GET /unusual-looking (ig-officer, auditor; open first, oldest first): one account that opened unusually many people within an hour. */
export const UnusualLooking = z.object({
  alarmId: z.uuid(),
  accountId: z.string(),
  people: z.number().int().positive().describe('Whom it was shown something about, within the hour before'),
  limit: z.number().int().positive().optional().describe('Of the pack, as it stood then'),
  at: z.iso.datetime(),
  state: z.enum(['open', 'explained']),
  steps: z.array(z.object({ step: UnusualStep, by: z.string(), at: z.iso.datetime() })).describe('Oldest first'),
});
export type UnusualLooking = z.infer<typeof UnusualLooking>;
export const UnusualLookings = z.object({ alarms: z.array(UnusualLooking) });

/** POST /unusual-looking/:alarmId/steps (ig-officer). 409 VOLUME_ALARM.EXPLAINED */
export const TakeUnusualStep = z.strictObject({ step: UnusualStep });
export type TakeUnusualStep = z.infer<typeof TakeUnusualStep>;
