import type { IntakeFacts } from '@mash/contracts';
import { factsInDate } from './facts-in-date';

type Person = IntakeFacts['people'][number];

const aTeenager: Person = {
  ...({ personId: 'one', kind: '13_15', relation: 'concern', identity: 'confirmed', protected: [] } as const),
  ...({ parentalResponsibilityProven: true, competence: 'yes', objects: true, dispute: 'none' } as const),
  stated: [
    { fact: 'competence', by: 'a-worker', at: '2026-05-24T10:00:00.000Z' },
    { fact: 'objects', by: 'a-worker', at: '2026-05-24T10:00:00.000Z' },
  ],
};
const read = (when: string, change: Partial<Person> = {}) => factsInDate({ ...aTeenager, ...change }, new Date(when));

describe('What a professional found', () => {
  test('counts to the last moment of six months', () => {
    expect(read('2026-11-24T09:59:59.999Z')).toEqual({ competence: 'yes', objects: 'yes' });
  });

  test('is out of date then: not assessed, and the objection unknown, so that somebody asks again', () => {
    expect(read('2026-11-24T10:00:00.000Z')).toEqual({ competence: 'not_assessed' });
  });

  test('leaves a young person of 16 presumed competent when it is out of date', () => {
    expect(read('2027-01-01T00:00:00Z', { kind: '16_17', competence: 'no' })).toEqual({ competence: 'yes' });
  });

  test('never turns "nobody objected" into not knowing', () => {
    expect(read('2027-01-01T00:00:00Z', { objects: false })).toEqual({ competence: 'not_assessed', objects: 'no' });
  });

  test('of which nobody said when it was found is read as it stands', () => {
    expect(read('2027-01-01T00:00:00Z', { stated: [] })).toEqual({ competence: 'yes', objects: 'yes' });
  });
});
