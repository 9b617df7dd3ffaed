import { z } from 'zod';
import { byColour } from './by-colour';
import { PackClock } from './pack-clock';

/** All clocks of a pack, by the codes the services and screens use. */
export const PackClocks = z.strictObject({
  acknowledge: PackClock.describe('The referrer has a receipt'),
  screen: PackClock.describe('Somebody has looked: open-case test, people, household'),
  rate: PackClock.describe('A qualified person has rated'),
  'decide-before-rating': PackClock.describe('Outer limit while there is no rating yet'),
  'agency-return': byColour(z.union([PackClock, z.literal('not-asked')])).describe('An agency has answered'),
  decide: byColour(PackClock).describe('The hub has decided'),
  review: byColour(PackClock).describe('A releaser has answered a REVIEW'),
  feedback: PackClock.describe('The referrer has heard the outcome'),
  'route-answer': PackClock.describe('The receiving team has accepted or returned'),
  'protection-receipt': PackClock.describe('A recipient of immediate protection has confirmed'),
  'protection-review': PackClock.describe('Immediate protection has been looked at again'),
});
export type PackClocks = z.infer<typeof PackClocks>;
export type ClockCode = keyof PackClocks;
