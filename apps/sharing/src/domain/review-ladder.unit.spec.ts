import { loadCurrentPack } from '@mash/threshold-packs';
import type { Colour } from '@mash/contracts';
import { reviewLadder, sameDayLadder, soonerOf } from './review-ladder';
import { reviewLevel } from './review-level';

const pack = loadCurrentPack('thurrock');
const ladder = (colour: Colour | undefined, raisedAt: string) => {
  const { deputyAt, dueAt, doubleAt } = reviewLadder(pack, colour, new Date(raisedAt));
  return [deputyAt, dueAt, doubleAt].map((at) => at.toISOString());
};

describe('The ladder of a REVIEW', () => {
  test('at red is 7.5, 15 and 30 minutes by the wall, at three in the night too, and so is that of an enquiry nobody has rated', () => {
    const rungs = ['2026-11-24T03:07:30.000Z', '2026-11-24T03:15:00.000Z', '2026-11-24T03:30:00.000Z'];
    expect(ladder('red', '2026-11-24T03:00:00Z')).toEqual(rungs);
    expect(ladder(undefined, '2026-11-24T03:00:00Z')).toEqual(rungs);
  });

  test('at red runs through the hour that the autumn change repeats', () => {
    const [, dueAt, doubleAt] = ladder('red', '2026-10-25T00:55:00Z');
    expect([dueAt, doubleAt]).toEqual(['2026-10-25T01:10:00.000Z', '2026-10-25T01:25:00.000Z']);
  });

  test('at amber is halved and doubled in working time: nobody is woken for half of four working hours', () => {
    const [deputyAt, dueAt, doubleAt] = ladder('amber', '2026-11-23T18:00:00Z').map((at) => at.slice(0, 10));
    expect([deputyAt, dueAt, doubleAt]).toEqual(['2026-11-24', '2026-11-24', '2026-11-24']);
    const evening = ladder('amber', '2026-11-23T18:00:00Z').map((at) => Date.parse(at));
    expect((evening[1] ?? 0) - (evening[0] ?? 0)).toBe(2 * 3_600_000);
  });

  test('at green of the day before a bank holiday goes on after it', () => {
    expect(ladder('green', '2026-12-24T12:00:00Z').map((at) => at.slice(0, 10))).toEqual([
      '2026-12-24',
      '2026-12-29',
      '2026-12-30',
    ]);
  });
});

describe('The ladder of a REVIEW that is to be answered the same day', () => {
  const sameDay = (colour: Colour, raisedAt: string) => {
    const { deputyAt, dueAt, doubleAt } = sameDayLadder(pack, colour, new Date(raisedAt));
    return [deputyAt, dueAt, doubleAt].map((at) => at.toISOString());
  };

  test('ends with the London day on which it was raised, where the colour gives longer', () => {
    expect(sameDay('green', '2026-11-24T12:00:00Z')).toEqual([
      '2026-11-24T18:00:00.000Z',
      '2026-11-25T00:00:00.000Z',
      '2026-11-25T12:00:00.000Z',
    ]);
    expect(sameDay('amber', '2026-11-27T18:00:00Z')[1]).toBe('2026-11-28T00:00:00.000Z');
  });

  test('goes by the London day in summer, and on the two days on which the clocks change', () => {
    expect(sameDay('green', '2026-07-01T21:00:00Z')[1]).toBe('2026-07-01T23:00:00.000Z');
    expect(sameDay('green', '2026-03-29T00:30:00Z')[1]).toBe('2026-03-29T23:00:00.000Z');
    expect(sameDay('green', '2026-10-24T23:30:00Z')[1]).toBe('2026-10-26T00:00:00.000Z');
  });

  test('is the colour’s own where that ends sooner', () => {
    expect(sameDay('red', '2026-11-24T12:00:00Z')).toEqual(ladder('red', '2026-11-24T12:00:00Z'));
    expect(sameDay('amber', '2026-11-24T10:00:00Z')).toEqual(ladder('amber', '2026-11-24T10:00:00Z'));
  });

  test('raised shortly before midnight is given the time of a red one, and no less', () => {
    expect(sameDay('green', '2026-11-24T23:50:00Z')[1]).toBe('2026-11-25T00:05:00.000Z');
    expect(sameDay('green', '2026-11-24T23:40:00Z')[1]).toBe('2026-11-25T00:00:00.000Z');
  });
});

describe('A REVIEW that waits', () => {
  const rungs = reviewLadder(pack, 'red', new Date('2026-11-23T09:00:00Z'));
  test.each([
    [0, 'releaser'],
    [7, 'releaser'],
    [7.5, 'deputy'],
    [15, 'senior'],
    [29, 'senior'],
    [30, 'hub_and_ig'],
    [600, 'hub_and_ig'],
  ] as const)('after %s minutes of a red clock is with %s', (minutes, level) => {
    expect(reviewLevel(rungs, new Date(rungs.raisedAt.getTime() + minutes * 60_000))).toBe(level);
  });
});

describe('The ladder of a REVIEW whose enquiry is rated again', () => {
  const at = (raisedAt: string, colour: Colour) => reviewLadder(pack, colour, new Date(raisedAt));
  const green = at('2026-11-27T16:00:00Z', 'green');

  test('comes sooner where the newer colour gives less: of a Friday afternoon that turns red in the evening nothing waits for Monday', () => {
    const hastened = soonerOf(green, at('2026-11-27T18:00:00Z', 'red'));
    expect(hastened).toEqual({ ...at('2026-11-27T18:00:00Z', 'red'), raisedAt: green.raisedAt });
  });

  test('never comes later, on no rung', () => {
    expect(soonerOf(at('2026-11-27T16:00:00Z', 'red'), at('2026-11-27T16:10:00Z', 'green'))).toEqual(
      at('2026-11-27T16:00:00Z', 'red'),
    );
    const late = soonerOf(green, at('2026-11-30T15:00:00Z', 'red'));
    expect([late.dueAt, late.doubleAt]).toEqual([
      new Date(Math.min(green.dueAt.getTime(), Date.parse('2026-11-30T15:15:00Z'))),
      new Date('2026-11-30T15:30:00Z'),
    ]);
  });
});
