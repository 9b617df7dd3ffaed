import { aLine, anAgreement } from '../../../testing/an-agreement';
import { outOfDate } from './out-of-date';

const CHARITY = 'a-charity';
const content = anAgreement({
  parties: [
    { agencyId: 'riverside-council', role: 'controller' },
    { agencyId: CHARITY, role: 'controller' },
  ],
  lines: [
    aLine({ from: { organisations: [CHARITY], kinds: [] }, to: { organisations: ['riverside-council'], kinds: [] } }),
  ],
  bases: [{ agencyId: CHARITY, categories: ['hub-summary'], basis: ['RLI', 'SPEC'] }],
});
const council = { agencyId: 'riverside-council', kind: 'council', bound: true } as const;
const found = (its: { bound: boolean; boundFrom?: string }, state: 'in_force' | 'superseded' = 'in_force') =>
  outOfDate({ content, state }, [council, { agencyId: CHARITY, kind: 'voluntary', ...its }], '2027-04-01').map(
    ({ field, code }) => `${field} ${code}`,
  );

describe('An agreement in force', () => {
  test('is out of date where a party that rests on recognised legitimate interests is bound by the duty to share since (R-REG-01)', () => {
    expect(found({ bound: true })).toEqual(['bases.0.basis.0 BASIS_RLI_PUBLIC']);
    expect(found({ bound: true, boundFrom: '2027-04-01' })).toHaveLength(1);
  });

  test('is not before that day, nor where nothing of the kind has changed, nor once it is superseded', () => {
    expect(found({ bound: true, boundFrom: '2027-04-02' })).toEqual([]);
    expect(found({ bound: false })).toEqual([]);
    expect(found({ bound: true }, 'superseded')).toEqual([]);
  });
});
