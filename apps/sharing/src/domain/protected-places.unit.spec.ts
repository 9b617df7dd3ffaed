import type { IntakeFacts } from '@mash/contracts';
import { everyProtectedPlace, protectedPlacesAbout } from './protected-places';

type Person = IntakeFacts['people'][number];
const person = (changes: Partial<Person>): Person => ({
  ...{ personId: 'somebody', kind: 'adult', relation: 'household', identity: 'confirmed', objects: false },
  ...{ dispute: 'none', parentalResponsibilityProven: false, competence: 'yes', protected: [], ...changes },
});
const mother = person({ protected: ['address'] });
const child = person({ kind: 'u13', relation: 'concern', protected: ['school'] });
const of = (changes: Partial<Person>) => {
  const one = person(changes);
  return protectedPlacesAbout({ people: [mother, child, one] }, one);
};

describe('What nothing about a person may tell', () => {
  test('is the places that are protected for them', () => {
    expect(of({ protected: ['surgery'] })).toEqual(['surgery']);
    expect(of({ relation: 'involved', side: 'none' })).toEqual([]);
  });

  test.each([
    { relation: 'ap' },
    { relation: 'ap', side: 'none' },
    { side: 'linked_ap' },
    { side: 'acts_for_ap' },
  ] as const)('is the places of everybody where it is about the side of an alleged perpetrator (%j)', (about) =>
    expect(of(about)).toEqual(['address', 'school']),
  );

  test('is the places of everybody where nobody knows who it is about', () => {
    expect(protectedPlacesAbout({ people: [mother, child] }, undefined)).toEqual(['address', 'school']);
  });

  test('is nothing where nothing is protected', () => {
    const people = [person({ relation: 'ap' }), person({})];
    expect(protectedPlacesAbout({ people }, people[0])).toEqual([]);
    expect(everyProtectedPlace({ people })).toEqual([]);
  });
});
