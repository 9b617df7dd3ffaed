import { clockOf, type Pack } from '@mash/threshold-packs';
import type { ClockTimes } from './clock-times';
import { startClock } from './start-clock';

/** The clocks that run from the moment the hub received a contact. Until there is a rating, `decide` is the outer limit. */
export function clocksAtOpening(pack: Pack, receivedAt: Date): readonly (ClockTimes & { code: string })[] {
  const start = (code: 'acknowledge' | 'screen' | 'rate' | 'decide-before-rating') =>
    startClock(pack, clockOf(pack, code), receivedAt);
  return [
    { code: 'acknowledge', ...start('acknowledge') },
    { code: 'screen', ...start('screen') },
    { code: 'rate', ...start('rate') },
    { code: 'decide', ...start('decide-before-rating') },
  ];
}
