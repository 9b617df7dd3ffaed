import type { IntakeFacts } from '@mash/contracts';
import { subjectOfConcern } from './document-facts-of';

type Person = IntakeFacts['people'][number];
const someone = (kind: Person['kind'], relation: Person['relation']) => ({ kind, relation }) as Person;
const [girl, boy] = [someone('u13', 'concern'), someone('13_15', 'ap')];
const [mother, cousin] = [someone('adult', 'household'), someone('13_15', 'third')];
const subject = (...people: Person[]) => subjectOfConcern({ people } as IntakeFacts);

describe('Whom a whole concern is about', () => {
  test('is the child that the worry is about, whoever else is told of first', () => {
    expect(subject(mother, boy, cousin, girl)).toBe(girl);
  });

  test('is the child who may have caused the harm where no other is known, before any adult', () => {
    expect(subject(mother, cousin, boy)).toBe(boy);
    expect(subject(someone('adult', 'concern'), boy)).toBe(boy);
    expect(subject(mother, someone('adult', 'ap'), someone('adult', 'concern'))).toEqual(someone('adult', 'concern'));
  });

  test('is whoever there is where nobody said, and nobody on a blank roster', () => {
    expect(subject(mother)).toBe(mother);
    expect(subject()).toBeUndefined();
  });
});
