import type { Releaser } from '../domain/decision';
import { withNoOf } from './answers-that-stand';
import type { Answered } from './item-reviews';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 1, hour));
const no = (by: Releaser, hour: number): Answered => ({
  yeses: [],
  refused: { by, at: at(hour), rule: 'R-HOLD-01' },
});
const yes = (by: Releaser, hour: number): Answered => ({
  yeses: [{ reviewId: 'a review', at: at(hour), rule: 'R-HOLD-01', by }],
});
const NOTHING: Answered = { yeses: [] };

describe('The no that a releaser said of an item that came again', () => {
  test("is the holder's alone, and the newest", () => {
    expect(withNoOf([no('H', 1), no('H', 2)], NOTHING).refused).toEqual(no('H', 2).refused);
    expect(withNoOf([no('M', 1)], NOTHING)).toEqual(NOTHING);
    expect(withNoOf([yes('H', 1)], NOTHING)).toEqual(NOTHING);
  });

  test('gives way to what was said of itself: another no, or a later yes of the holder', () => {
    expect(withNoOf([no('H', 1)], no('M', 0))).toEqual(no('M', 0));
    expect(withNoOf([no('H', 1)], yes('H', 2))).toEqual(yes('H', 2));
    expect(withNoOf([no('H', 2)], yes('H', 1)).refused).toEqual(no('H', 2).refused);
    expect(withNoOf([no('H', 1)], yes('M', 2)).refused).toEqual(no('H', 1).refused);
  });
});
