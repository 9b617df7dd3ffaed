import { HIDDEN } from '../asking/ruling';
import type { Releaser } from '../domain/decision';
import { withNoOf as withNosOf } from './answers-that-stand';
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

/** Of others about the same person. */
const withNoOf = (others: readonly Answered[], own: Answered) =>
  withNosOf({ ofPerson: others, ofAnybody: others }, own);

const withNo = (own: Answered, by: Releaser, hour: number): Answered => ({ ...no(by, hour), yeses: own.yeses });

describe('The no that a releaser said of another that came under the same id', () => {
  test("is a no where it is the holder's, and the newest", () => {
    const refused = { ...no('H', 2).refused, isOfAnother: true };
    expect(withNoOf([no('H', 1), no('H', 2)], NOTHING).refused).toEqual(refused);
    expect(withNoOf([no('H', 2)], no('S', 1)).refused).toEqual(refused);
    expect(withNoOf([no('H', 2)], yes('H', 1)).refused).toEqual(refused);
    expect(withNoOf([no('H', 2)], yes('M', 3)).refused).toEqual(refused);
    expect(withNoOf([yes('H', 1)], NOTHING)).toEqual(NOTHING);
  });

  test('gives way to what was said of itself: another no, or a later yes of the holder', () => {
    expect(withNoOf([no('H', 1)], no('M', 0))).toEqual(no('M', 0));
    expect(withNoOf([no('H', 1)], no('H', 2))).toEqual(no('H', 2));
    expect(withNoOf([no('H', 1)], yes('H', 2))).toEqual(yes('H', 2));
  });

  test('takes the earlier yes of whoever else said it away, so that they are asked again', () => {
    expect(withNoOf([no('M', 2)], yes('M', 1))).toEqual(NOTHING);
    expect(withNoOf([no('M', 2)], yes('M', 3))).toEqual(yes('M', 3));
    expect(withNoOf([no('M', 2)], yes('H', 1))).toEqual(yes('H', 1));
    expect(withNoOf([no('M', 1)], NOTHING)).toEqual(NOTHING);
    const ofAnotherRow: Answered = { yeses: [], refused: { by: 'M', at: at(2), rule: 'R-ID-01a' } };
    expect(withNoOf([ofAnotherRow], yes('M', 1))).toEqual(yes('M', 1));
    const illegible: Answered = { yeses: [], refused: { by: 'M', at: at(2), rule: HIDDEN } };
    expect(withNoOf([illegible], yes('H', 1))).toEqual(NOTHING);
    expect(withNoOf([no('M', 2)], withNo(yes('M', 1), 'H', 0))).toEqual(no('H', 0));
  });

  test("of a brother's or sister's is a no where it is the holder's, and takes nobody else's yes away", () => {
    const ofSibling = (other: Answered, own: Answered) => withNosOf({ ofPerson: [], ofAnybody: [other] }, own);
    expect(ofSibling(no('H', 2), NOTHING).refused).toEqual({ ...no('H', 2).refused, isOfAnother: true });
    expect(ofSibling(no('M', 2), yes('M', 1))).toEqual(yes('M', 1));
  });
});
