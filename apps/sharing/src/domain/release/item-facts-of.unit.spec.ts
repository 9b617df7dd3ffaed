import type { AnswerItemFacts } from '@mash/sealing';
import { itemFactsOf } from './item-facts-of';

const facts: AnswerItemFacts = {
  ...{ itemId: 'one', category: 'police-incidents', class: 'personal', confidential: true, handling: 'none' },
  ...{ flags: [], subjects: ['child'], thirds: 'none', redaction: 'whole', dates: {}, relevance: 'relevant' },
  ...{ width: 'named', bar: 'none', sign: 'none' },
};
const person: NonNullable<Parameters<typeof itemFactsOf>[1]['person']> = {
  ...({ personId: 'child', kind: 'u13', relation: 'concern', identity: 'confirmed', objects: false } as const),
  ...({ dispute: 'none', parentalResponsibilityProven: true, competence: 'no' } as const),
  protected: [],
};
const session = { id: 'me', roles: ['mash-analyst'], now: new Date('2026-11-23T10:00:00Z') };
const read = (changes: Partial<AnswerItemFacts>, its: Partial<Parameters<typeof itemFactsOf>[1]> = {}) =>
  itemFactsOf({ ...facts, ...changes }, { identity: 'confirmed', person, protectedPlaces: [], session, ...its });
const under = (condition: NonNullable<AnswerItemFacts['condition']>) => read({ handling: 'C', condition });

describe('The facts of an item', () => {
  test('take the stricter class of holder and catalogue', () => {
    expect(read({})).toMatchObject({ dataClass: 'criminal', confidential: 'yes' });
    expect(read({ class: 'special', category: 'education-attendance' })).toMatchObject({ dataClass: 'special' });
  });

  test('read sexual health as what it is, also where a system that sealed it said nothing of a bar', () => {
    expect(read({ category: 'sexual-health', class: 'special' })).toMatchObject({ bar: 'sexual_health' });
    expect(read({ category: 'sexual-health', bar: 'court' })).toMatchObject({ bar: 'court' });
    expect(read({ bar: 'sexual_health' })).toMatchObject({ bar: 'sexual_health' });
    expect(read({})).toMatchObject({ bar: 'none' });
  });

  test('join the protected places of the item and of the person, and keep them out of the flags', () => {
    const read_ = read({ flags: ['protected_school', 'hub_only'] }, { protectedPlaces: ['address'] });
    expect(read_).toMatchObject({ protectedPlaces: ['school', 'address'], flags: ['hub_only'] });
  });

  test('are of a person not confirmed where either the holder or the roster is not sure', () => {
    expect(read({})).toMatchObject({ identity: 'confirmed' });
    expect(read({}, { identity: 'possible' })).toMatchObject({ identity: 'possible' });
    const unsure = { ...person, identity: 'possible' as const };
    expect(read({}, { person: unsure })).toMatchObject({ identity: 'possible' });
  });

  test.each([
    [{ kind: 'ROLES', roles: ['mash-analyst'] }, 'yes', 'yes'],
    [{ kind: 'ROLES', roles: ['mash-manager'] }, 'no', 'no'],
    [{ kind: 'NAMED', personIds: ['me'] }, 'yes', 'yes'],
    [{ kind: 'NAMED', personIds: ['you'] }, 'no', 'no'],
    [{ kind: 'NO_WRITE' }, 'yes', 'no'],
    [{ kind: 'NO_ACTION' }, 'yes', 'no'],
    [{ kind: 'CALL_FIRST' }, 'no', 'no'],
    [{ kind: 'UNTIL', date: '2026-11-23' }, 'yes', 'no'],
    [{ kind: 'UNTIL', date: '2026-11-24' }, 'no', 'no'],
  ] as const)('under %j read met %s and listed %s', (condition, met, inList) => {
    const own = JSON.parse(JSON.stringify(condition)) as NonNullable<AnswerItemFacts['condition']>;
    expect(under(own)).toMatchObject({ conditions: [condition.kind], met, inList });
  });

  test('meet no condition where a team would read it, and no session', () => {
    const its = { identity: 'confirmed', person: undefined, protectedPlaces: [], session: undefined } as const;
    const condition = { kind: 'NO_WRITE' } as const;
    expect(itemFactsOf({ ...facts, handling: 'C', condition }, its)).toMatchObject({ met: 'no', inList: 'no' });
  });
});
