import { MentionedPerson } from '@mash/contracts';
import { Posted } from '../../../forms/posted';
import { mentionOf } from '../sending/record-of-draft';
import { adult, child, KIAN } from '../testing/draft-of';
import { readPerson } from './person.form';
import { personView } from './person.presenter';

const now = new Date('2026-11-23T09:00:00Z');
const read = (fields: Record<string, unknown>, kept = child()) => readPerson(new Posted(fields), kept, now);

describe('The form about a child', () => {
  const whole = {
    forenames: 'Kian',
    surname: 'Marlowe',
    aliases: 'Kai, K',
    'birthDate-day': '3',
    'birthDate-month': '5',
    'birthDate-year': '2018',
    sex: 'M',
    ethnicity: 'WBRI',
    disability: ['NONE'],
    language: 'English',
    interpreter: 'no',
    address: '4 Tanner Row',
    postcode: 'rv1 4tt',
    school: 'Meadow Lane',
    gp: 'Mill Street',
    nhsNumber: '943 476 5919',
    upn: 'a123456789012',
  };

  test('reads everything that was said', () => {
    const { person, errors } = read(whole);
    expect(errors).toEqual([]);
    expect(person).toMatchObject({
      mentionId: KIAN,
      forenames: 'Kian',
      birthDate: { year: 2018, month: 5, day: 3 },
      nhsNumber: '9434765919',
      upn: 'A123456789012',
    });
    expect(MentionedPerson.safeParse(mentionOf(person)).success).toBe(true);
  });

  test('reads what must be kept secret, box by box, and nothing that is no place', () => {
    const { person } = read({ ...whole, protectedPlaces: ['school', 'surgery', 'car'] });
    expect(person).toMatchObject({ schoolProtected: true, surgeryProtected: true });
    expect(person.addressProtected).toBeUndefined();
    expect(JSON.stringify(mentionOf(person))).not.toMatch(/Tanner|Meadow|Mill/);
    expect(MentionedPerson.safeParse(mentionOf(person)).success).toBe(true);
  });

  test('takes back what is not ticked any more, and reads the box of a page from before', () => {
    const kept = { ...child({ kind: 'child' }), addressProtected: true, schoolProtected: true };
    const { person } = readPerson(new Posted({ ...whole, protectedPlaces: 'school' }), kept, now);
    expect([person.addressProtected, person.schoolProtected]).toEqual([undefined, true]);
    const old = new Posted({ ...whole, addressProtected: 'yes' });
    expect(readPerson(old, child({ kind: 'child' }), now).person.addressProtected).toBe(true);
    const field = personView({ person: child({ kind: 'child' }), posted: old, errors: [] }).fields.find(
      ({ args }) => (args as { name: string }).name === 'protectedPlaces',
    );
    expect(JSON.stringify(field?.args)).toMatch(/"value":"address"[^}]*"checked":true/);
  });

  test.each([
    ['child', ['address', 'school', 'surgery']],
    ['adult', ['address']],
    ['unborn', ['surgery']],
  ] as const)('offers of a %s the places that it asks for, ticked as they were kept', (kind, places) => {
    const kept = { ...child({ kind }), addressProtected: true };
    const field = personView({ person: kept, posted: undefined, errors: [] }).fields.find(
      ({ args }) => (args as { name: string }).name === 'protectedPlaces',
    );
    const items = (field?.args as { items: { value: string; checked: boolean }[] }).items;
    expect(items.map(({ value }) => value)).toEqual(places);
    expect(items.filter(({ checked }) => checked).map(({ value }) => value)).toEqual(
      kind === 'unborn' ? [] : ['address'],
    );
  });

  test('asks for each thing that was left empty, in the order of the page, with "do not know" as a way out', () => {
    const { errors } = read({});
    expect(errors.map(({ field }) => field)).toEqual([
      'forenames',
      'surname',
      'birthDate-day',
      'sex',
      'ethnicity',
      'disability',
      'language',
      'interpreter',
      'address',
      'school',
      'gp',
    ]);
    expect(errors.every(({ text }) => text.includes('do not know'))).toBe(true);
  });

  test('takes "I do not know the rest" for all that is empty', () => {
    const { person, errors } = read({ forenames: 'Kian', restNotKnown: 'yes' });
    expect(errors).toEqual([]);
    expect(person.notKnown).toContain('surname');
    expect(person.notKnown).not.toContain('forenames');
  });

  test.each(['not known', 'Unknown', "don't know", 'n/k'])('takes "%s" in any field', (words) => {
    const { person, errors } = read({ ...whole, gp: words });
    expect(errors).toEqual([]);
    expect(person.gp).toBeUndefined();
    expect(person.notKnown).toEqual(['gp']);
  });

  test('keeps what could be read beside what could not', () => {
    const { person, errors } = read({ ...whole, 'birthDate-month': '13' });
    expect(errors).toMatchObject([{ field: 'birthDate-month' }]);
    expect(person.surname).toBe('Marlowe');
  });

  test('takes no code that is on no list, and no field that was not asked', () => {
    const { person } = read({
      ...whole,
      ethnicity: 'XXXX',
      sex: '9',
      relation: 'owner',
      mentionId: 'other',
      kind: 'adult',
    });
    expect(person).toMatchObject({ mentionId: KIAN, kind: 'child', relation: 'concern' });
    expect([person.ethnicity, person.sex]).toEqual([undefined, undefined]);
  });
});

describe('What part a child plays', () => {
  test.each(['concern', 'ap', 'household', 'involved', 'pr_uninvolved', 'third'] as const)(
    'can be said: %s',
    (relation) => {
      expect(read({ relation, restNotKnown: 'yes' }).person.relation).toBe(relation);
      const { fields } = personView({ person: child({ relation }), posted: undefined, errors: [] });
      const items = fields.flatMap(({ args }) => {
        const its = args as { name?: string; items?: { checked?: boolean; value: string }[] };
        return its.name === 'relation' ? (its.items ?? []) : [];
      });
      expect(items.filter(({ checked }) => checked).map(({ value }) => value)).toEqual([relation]);
    },
  );

  test('is that the worry is about them where nobody says another, and always of an unborn baby', () => {
    expect(read({ restNotKnown: 'yes' }).person.relation).toBe('concern');
    expect(read({ relation: 'ap' }, child({ kind: 'unborn' })).person.relation).toBe('concern');
  });
});

describe('The form about an unborn baby', () => {
  test('asks when it is expected and nothing that nobody can know yet', () => {
    const { person, errors } = read(
      { 'expectedDate-day': '14', 'expectedDate-month': '3', 'expectedDate-year': '2027' },
      child({ kind: 'unborn' }),
    );
    expect(errors).toEqual([]);
    expect(person).toMatchObject({ kind: 'unborn', expectedDate: '2027-03-14', birthDate: undefined });
  });
});

describe('The form about an adult', () => {
  test('asks who they are to the child, and what part they play', () => {
    const { person, errors } = read({ relationship: 'step-father', relation: 'ap', restNotKnown: 'yes' }, adult());
    expect(errors).toEqual([]);
    expect(person).toMatchObject({ relation: 'ap', relationship: 'step-father' });
  });
});
