import type { ClockView } from '@mash/contracts';

const NAMES: Readonly<Record<ClockView['code'], string>> = {
  acknowledge: 'Acknowledge',
  screen: 'Screen',
  rate: 'Rate',
  'agency-return': 'Agencies answer',
  decide: 'Decide',
  feedback: 'Tell the referrer',
  'route-answer': 'Receiving team answers',
  'protection-review': 'Review the protection',
};

/** What a clock is for, in the hub's words. */
export const clockName = (code: ClockView['code']): string => NAMES[code];
