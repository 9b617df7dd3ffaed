import { termFaults } from './term-faults';

const now = new Date('2026-11-24T10:00:00Z');

test.each<[string, { validFrom?: string; validTo: string }, string[]]>([
  ['from now for a year', { validTo: '2027-11-24T10:00:00Z' }, []],
  ['from next week', { validFrom: '2026-12-01T00:00:00Z', validTo: '2027-12-01T00:00:00Z' }, []],
  ['from last week', { validFrom: '2026-11-17T10:00:00Z', validTo: '2027-11-17T10:00:00Z' }, ['validFrom']],
  ['that ended already', { validTo: '2026-11-23T10:00:00Z' }, ['validTo']],
  ['that ends before it begins', { validFrom: '2026-12-02T00:00:00Z', validTo: '2026-12-01T00:00:00Z' }, ['validTo']],
  ['for two years', { validTo: '2028-11-24T10:00:00Z' }, ['validTo']],
])('A key %s', (_name, term, faults) => {
  expect(termFaults(term, now)).toEqual(faults);
});
