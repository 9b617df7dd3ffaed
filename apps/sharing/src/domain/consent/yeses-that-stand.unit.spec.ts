import type { RuleId } from '../decision';
import { coversWhatIsUnknown, yesesThatStand, type LastSaid } from './yeses-that-stand';

const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const yes = (rule: RuleId, threshold = 's17') =>
  ({ rule, by: 'M', answeredAt: at(10), threshold, unknown: [] }) as const;
const last = (its: Partial<LastSaid> = {}): LastSaid => ({ consent: undefined, stated: {}, threshold: 's17', ...its });
const standing = (its: Partial<LastSaid>, ...rules: RuleId[]) =>
  yesesThatStand(
    rules.map((rule) => yes(rule)),
    last(its),
  ).map(({ rule }) => rule);

describe("A releaser's yes", () => {
  test('to a row that reads consent falls with the next statement; to any other it stands', () => {
    expect(standing({ consent: at(11) }, 'R-CONS-02', 'R-NEC-02')).toEqual(['R-NEC-02']);
    expect(standing({ consent: at(9) }, 'R-CONS-02')).toHaveLength(1);
    expect(standing({}, 'R-CONS-02')).toHaveLength(1);
  });

  test('falls with the next objection, dispute, finding or proof that its row reads, and with no other', () => {
    const rows = ['R-AGE-01', 'R-PAR-01a', 'R-CONS-02', 'R-GATE-02', 'R-NEC-02'] as const;
    const left = (stated: LastSaid['stated']) => standing({ stated }, ...rows);
    expect(left({ objects: at(11) })).toEqual(['R-PAR-01a', 'R-CONS-02', 'R-NEC-02']);
    expect(left({ dispute: at(11) })).toEqual(['R-AGE-01', 'R-CONS-02', 'R-NEC-02']);
    expect(left({ competence: at(11) })).toEqual(['R-NEC-02']);
    expect(left({ parental_responsibility: at(11) })).toEqual(['R-AGE-01', 'R-NEC-02']);
    expect(left({ objects: at(9), dispute: at(9), competence: at(9) })).toEqual(rows);
  });

  test('falls where the threshold is lower than it was, and stands where it is the same or higher', () => {
    const at17 = (threshold: string) => standing({ threshold }, 'R-CONS-02', 'R-AGE-01', 'R-NEC-02');
    expect(at17('eh')).toEqual(['R-NEC-02']);
    expect(at17('s17')).toHaveLength(3);
    expect(at17('s47')).toHaveLength(3);
    expect(at17('unknown')).toHaveLength(3);
  });

  test('for want of a fact is none for want of another', () => {
    const given = { ...yes('R-GATE-02'), unknown: ['threshold', 'dispute'] };
    expect(coversWhatIsUnknown(given, ['threshold'])).toBe(true);
    expect(coversWhatIsUnknown(given, [])).toBe(true);
    expect(coversWhatIsUnknown(given, ['threshold', 'objects'])).toBe(false);
    expect(coversWhatIsUnknown(yes('R-NEC-02'), ['objects'])).toBe(true);
  });
});
