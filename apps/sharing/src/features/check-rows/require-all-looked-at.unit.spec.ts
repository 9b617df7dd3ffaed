import { describeCheck } from './describe-check';
import { requireAllLookedAt, TooManyUnderWay } from './require-all-looked-at';

const rows = (many: number, table = 'disclosure') => Array.from({ length: many }, () => ({ table }));

describe('A check that cannot look at every row that seems to differ', () => {
  test('says nothing where some of those it looked at were only under way', () => {
    expect(() => requireAllLookedAt(rows(3), rows(2), 3)).toThrow(TooManyUnderWay);
    expect(() => requireAllLookedAt(rows(3), [], 3)).toThrow(TooManyUnderWay);
    expect(() => requireAllLookedAt(rows(3), [...rows(2), ...rows(3, 'review')], 3)).toThrow(TooManyUnderWay);
  });

  test('says what it found where all of them differ, or where it looked at all', () => {
    expect(() => requireAllLookedAt(rows(3), rows(3), 3)).not.toThrow();
    expect(() => requireAllLookedAt(rows(2), rows(1), 3)).not.toThrow();
    expect(() => requireAllLookedAt([...rows(2), ...rows(2, 'review')], [], 3)).not.toThrow();
  });

  test('says of whom it ran for that there may be more than it names', () => {
    const finding = { table: 'disclosure', key: 'k', kind: 'removed', partnershipId: null } as const;
    const its = { checkId: 'c', startedAt: new Date(0), finishedAt: new Date(0), askedBy: 'command', signature: null };
    const found = (many: number) =>
      describeCheck({
        ...its,
        state: 'differs',
        rowsChecked: 7,
        findings: Array.from({ length: many }, () => finding),
      });
    expect(found(2)[0]).toBe('2 of 7 rows are NOT as the application wrote them:');
    expect(found(50_000).at(-1)).toBe('There may be more of disclosure: no check names more of one table.');
  });
});
