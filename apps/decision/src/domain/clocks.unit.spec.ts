import { clockOf, loadPack, type Pack } from '@mash/threshold-packs';
import { clocksAtOpening } from './clocks-at-opening';
import { decideClockAfterRating } from './decide-clock-after-rating';
import { dissentClock } from './dissent-clock';
import { hubIsShut } from './hub-is-shut';
import { protectionReviewClock } from './protection-review-clock';
import { startClock } from './start-clock';

const pack = loadPack('thurrock', '2026.1');
const at = (instant: string) => new Date(instant);
const opening = (receivedAt: string) =>
  Object.fromEntries(clocksAtOpening(pack, at(receivedAt)).map(({ code, dueAt }) => [code, dueAt.toISOString()]));

describe('The clocks of an enquiry', () => {
  test('start when the hub received the contact', () => {
    expect(opening('2026-11-24T09:00:00Z')).toEqual({
      acknowledge: '2026-11-25T09:00:00.000Z',
      screen: '2026-11-24T10:00:00.000Z',
      rate: '2026-11-24T13:00:00.000Z',
      decide: '2026-11-25T09:00:00.000Z',
    });
  });

  test('keep London opening times over the night on which the clocks go back', () => {
    expect(opening('2026-10-24T20:00:00Z')).toMatchObject({
      screen: '2026-10-26T09:30:00.000Z',
      decide: '2026-10-27T08:30:00.000Z',
    });
  });

  test('keep London opening times over the night on which the clocks go forward', () => {
    expect(opening('2026-03-27T17:30:00Z')).toMatchObject({
      screen: '2026-03-30T08:30:00.000Z',
      decide: '2026-03-31T07:30:00.000Z',
    });
  });

  test('pass over Christmas and its substitute day', () => {
    expect(opening('2026-12-24T17:00:00Z')).toMatchObject({
      screen: '2026-12-29T09:00:00.000Z',
      decide: '2026-12-29T17:00:00.000Z',
    });
  });

  test('give feedback a real day, over a clock change too', () => {
    const feedback = startClock(pack, clockOf(pack, 'feedback'), at('2026-10-24T11:00:00Z'));
    expect(feedback).toMatchObject({ dueAt: at('2026-10-25T11:00:00Z'), basis: 'elapsed' });
  });

  test('look at immediate protection again on the next working day', () => {
    const reviewed = (pressedAt: string) => protectionReviewClock(pack, at(pressedAt)).dueAt;
    expect(reviewed('2026-11-27T10:00:00Z')).toEqual(at('2026-11-30T10:00:00Z'));
    expect(reviewed('2026-11-27T22:00:00Z')).toEqual(at('2026-12-01T00:00:00Z'));
    expect(reviewed('2026-12-24T23:00:00Z')).toEqual(at('2026-12-30T00:00:00Z'));
  });

  test('give a disagreement one working day, and say that it is assumed', () => {
    expect(dissentClock(pack, at('2026-11-27T10:00:00Z'))).toMatchObject({
      dueAt: at('2026-11-30T10:00:00Z'),
      assumed: true,
    });
  });
});

describe('The decision clock after a rating', () => {
  const running = {
    startedAt: at('2026-11-24T09:00:00Z'),
    dueAt: at('2026-11-25T09:00:00Z'),
    basis: 'working',
    assumed: false,
  } as const;
  const rated = { receivedAt: at('2026-11-24T09:00:00Z'), ratedAt: at('2026-11-24T11:00:00Z'), running };
  const withSetting = (runningClocks: Pack['rating']['onReRating']['runningClocks']): Pack => ({
    ...pack,
    rating: { ...pack.rating, onReRating: { runningClocks, assumed: true } },
  });

  test('is set by the first colour, longer or shorter', () => {
    expect(decideClockAfterRating(pack, { ...rated, colour: 'red', isFirst: true })).toMatchObject({
      dueAt: at('2026-11-24T13:00:00Z'),
      rule: 'first-rating',
    });
    expect(decideClockAfterRating(pack, { ...rated, colour: 'green', isFirst: true }).dueAt).toEqual(
      at('2026-11-27T09:00:00Z'),
    );
  });

  test('runs on past closing time for Red', () => {
    const late = { ...rated, receivedAt: at('2026-11-24T16:30:00Z') };
    expect(decideClockAfterRating(pack, { ...late, colour: 'red', isFirst: true })).toMatchObject({
      dueAt: at('2026-11-24T20:30:00Z'),
      basis: 'elapsed',
    });
  });

  test('is never made longer by a new rating, where the shorter wins', () => {
    expect(decideClockAfterRating(pack, { ...rated, colour: 'green', isFirst: false })).toMatchObject({
      dueAt: running.dueAt,
      rule: 'shorter-wins',
    });
    expect(decideClockAfterRating(pack, { ...rated, colour: 'red', isFirst: false }).dueAt).toEqual(
      at('2026-11-24T13:00:00Z'),
    );
  });

  test('starts again at the new rating, or stays, where the pack says so', () => {
    expect(decideClockAfterRating(withSetting('restart'), { ...rated, colour: 'red', isFirst: false }).dueAt).toEqual(
      at('2026-11-24T15:00:00Z'),
    );
    expect(decideClockAfterRating(withSetting('keep'), { ...rated, colour: 'red', isFirst: false }).dueAt).toEqual(
      running.dueAt,
    );
  });
});

describe('The hub', () => {
  test.each([
    ['at night', '2026-11-24T23:00:00Z', true],
    ['on a bank holiday', '2026-12-28T11:00:00Z', true],
    ['at 08:45 by the clock on the first Monday of winter time', '2026-10-26T08:45:00Z', false],
    ['at 08:45 by the clock on the first Monday of summer time', '2026-03-30T07:45:00Z', false],
    ['at closing time itself', '2026-11-24T17:30:00Z', true],
  ])('is shut %s: %s is %s', (_when, instant, shut) => {
    expect(hubIsShut(pack, at(instant))).toBe(shut);
  });
});
