import type { RecordContact } from '@mash/contracts';
import { aChild, aContact, aMother, anUnbornBaby, consentsOf } from '../../testing/a-contact';
import { countOf, requireAcceptable } from './contact';
import { IntakeRefusal } from './intake-refusal';

const now = new Date('2026-11-23T09:00:00Z');

function refusalOf(contact: RecordContact, mayStateReceivedAt = false): IntakeRefusal | undefined {
  try {
    requireAcceptable(contact, { now, mayStateReceivedAt });
    return undefined;
  } catch (error) {
    if (error instanceof IntakeRefusal) return error;
    throw error;
  }
}

const faultsOf = (contact: RecordContact) =>
  (refusalOf(contact)?.faults ?? []).map(({ field, code }) => `${field} ${code}`);

describe('A contact that is not urgent', () => {
  test('is taken when everything is stated', () => {
    expect(refusalOf(aContact())).toBeUndefined();
  });

  test('needs a child or an unborn baby', () => {
    expect(faultsOf(aContact({ people: [aMother()], consents: [] }))).toEqual(['people INTAKE.NO_CHILD']);
    expect(refusalOf(aContact({ people: [anUnbornBaby()] }))).toBeUndefined();
  });

  test('is about one of its children at least, which a child who may have caused the harm is', () => {
    for (const relation of ['household', 'involved', 'third'] as const)
      expect(faultsOf(aContact({ people: [aMother(), aChild({ relation })] }))).toEqual([
        'people.1.relation INTAKE.NO_CHILD_OF_CONCERN',
      ]);
    expect(refusalOf(aContact({ people: [aChild({ relation: 'ap' })] }))).toBeUndefined();
    expect(refusalOf(aContact({ people: [aChild(), aChild({ relation: 'third' })] }))).toBeUndefined();
    expect(refusalOf(aContact({ urgent: true, people: [aChild({ relation: 'third' })] }))).toBeUndefined();
  });

  test('states name, birth and consents of a child who may have caused the harm as of any child of concern', () => {
    const boy = aChild({ relation: 'ap', birthDate: undefined });
    expect(faultsOf(aContact({ people: [aChild(), boy], consents: [] }))).toEqual(
      expect.arrayContaining([
        'people.1.birthDate INTAKE.BIRTH_NOT_STATED',
        'people.1.consents.sharing INTAKE.CONSENT_NOT_STATED',
      ]),
    );
  });

  test('says the name and the birth date of the child, or that they are not known', () => {
    const blank = aChild({ forenames: '', surname: undefined, birthDate: undefined });
    expect(faultsOf(aContact({ people: [blank] }))).toEqual([
      'people.0.forenames INTAKE.NAME_NOT_STATED',
      'people.0.birthDate INTAKE.BIRTH_NOT_STATED',
    ]);
    expect(refusalOf(aContact({ people: [{ ...blank, notKnown: ['surname', 'birthDate'] }] }))).toBeUndefined();
  });

  test('says when an unborn baby is expected, or that it is not known', () => {
    const baby = anUnbornBaby({ expectedDate: undefined });
    expect(faultsOf(aContact({ people: [baby] }))).toEqual(['people.0.expectedDate INTAKE.BIRTH_NOT_STATED']);
    expect(refusalOf(aContact({ people: [{ ...baby, notKnown: ['expectedDate'] }] }))).toBeUndefined();
  });

  test('states each of the three consents of each child of the worry', () => {
    const child = aChild();
    const [service] = consentsOf(child.mentionId);
    expect(faultsOf(aContact({ people: [child], consents: [service!] }))).toEqual([
      'people.0.consents.sharing INTAKE.CONSENT_NOT_STATED',
      'people.0.consents.data_protection INTAKE.CONSENT_NOT_STATED',
    ]);
  });

  test('states no consent twice, and says who gave one', () => {
    const child = aChild();
    const given = consentsOf(child.mentionId, { state: 'given' });
    const faults = faultsOf(aContact({ people: [child], consents: [...given, given[0]!] }));
    expect(faults).toContain('consents.3 INTAKE.CONSENT_TWICE');
    expect(faults).toContain('consents.0.givenBy INTAKE.GIVER_NOT_STATED');
  });

  test.each(['given', 'refused', 'withdrawn'] as const)('needs to know who spoke where consent was %s', (state) => {
    const child = aChild();
    const faults = (givenBy: 'not_applicable' | 'parent_with_pr') =>
      faultsOf(aContact({ people: [child], consents: consentsOf(child.mentionId, { state, givenBy }) }));
    expect(faults('not_applicable')).toEqual([0, 1, 2].map((at) => `consents.${at}.givenBy INTAKE.GIVER_NOT_STATED`));
    expect(faults('parent_with_pr')).toEqual([]);
  });

  test('is never held up by that where it is urgent', () => {
    const child = aChild();
    const consents = consentsOf(child.mentionId, { state: 'refused' });
    expect(faultsOf(aContact({ urgent: true, people: [child], consents }))).toEqual([]);
  });

  test.each([
    [
      'a day that is in no calendar',
      aChild({ birthDate: { year: 2019, month: 2, day: 30 } }),
      'birthDate INTAKE.NO_SUCH_DATE',
    ],
    ['a birth tomorrow', aChild({ birthDate: { year: 2026, month: 11, day: 24 } }), 'birthDate INTAKE.NO_SUCH_DATE'],
    ['an expected date of a born child', aChild({ expectedDate: '2027-01-01' }), 'expectedDate INTAKE.NOT_UNBORN'],
  ])('is refused with %s', (_what, child, fault) => {
    expect(faultsOf(aContact({ people: [child] }))).toEqual([`people.0.${fault}`]);
  });

  test('may know of a birth date only the year, or that it is about right', () => {
    expect(refusalOf(aContact({ people: [aChild({ birthDate: { year: 2019, approximate: true } })] }))).toBeUndefined();
  });
});

describe('A contact marked urgent', () => {
  test('is taken with nobody in it and nothing stated', () => {
    expect(refusalOf(aContact({ urgent: true, people: [], consents: [] }))).toBeUndefined();
  });

  test('is taken with dates that cannot be: they are kept as they were said', () => {
    const child = aChild({ birthDate: { year: 2019, month: 2, day: 30 } });
    expect(refusalOf(aContact({ urgent: true, people: [child], consents: [] }))).toBeUndefined();
  });

  test('is refused all the same with a protected address in plain', () => {
    const hidden = aChild({ addressProtected: true, address: { postcode: 'ZZ1 1ZZ' } });
    expect(refusalOf(aContact({ urgent: true, people: [hidden] }))?.code).toBe('INTAKE.PROTECTED_ADDRESS_IN_PLAIN');
  });
});

describe('A protected place', () => {
  test('may be marked, as long as the place itself is sealed', () => {
    expect(refusalOf(aContact({ people: [aChild({ addressProtected: true })] }))).toBeUndefined();
  });

  test('is protected for everybody who lives there', () => {
    const mother = aMother({ addressProtected: true, livesInHousehold: 'yes' });
    const child = aChild({ livesInHousehold: 'yes', address: { lines: '1 Hidden Row' } });
    expect(faultsOf(aContact({ people: [child, mother] }))).toEqual([
      'people.0.address INTAKE.PROTECTED_ADDRESS_IN_PLAIN',
    ]);
    expect(refusalOf(aContact({ people: [{ ...child, livesInHousehold: 'no' }, mother] }))).toBeUndefined();
  });

  test('may be a school or a surgery', () => {
    const child = aChild({ schoolProtected: true, school: 'A school', surgeryProtected: true, gp: 'A surgery' });
    expect(faultsOf(aContact({ people: [child] }))).toEqual([
      'people.0.school INTAKE.PROTECTED_ADDRESS_IN_PLAIN',
      'people.0.gp INTAKE.PROTECTED_ADDRESS_IN_PLAIN',
    ]);
  });
});

describe('Any contact', () => {
  test('names each mention once, and consents only of people who are mentioned', () => {
    const child = aChild();
    expect(faultsOf(aContact({ people: [child, { ...child }] }))).toEqual(['people.1.mentionId INTAKE.MENTION_TWICE']);
    const stranger = consentsOf('0198aaaa-0000-7000-8000-00000000ffff');
    expect(refusalOf(aContact({ urgent: true, consents: stranger }))?.code).toBe('INTAKE.UNKNOWN_MENTION');
  });

  test('says when it was received only through a contact officer', () => {
    const contact = aContact({ receivedAt: '2026-11-22T18:00:00Z' });
    expect(refusalOf(contact)?.code).toBe('INTAKE.RECEIVED_AT_NOT_YOURS');
    expect(refusalOf(contact, true)).toBeUndefined();
  });

  test('was not received in the future, give or take two clocks', () => {
    expect(refusalOf(aContact({ receivedAt: '2026-11-23T09:10:00Z' }), true)?.code).toBe('INTAKE.RECEIVED_AT_FUTURE');
    expect(refusalOf(aContact({ receivedAt: '2026-11-23T09:02:00Z' }), true)).toBeUndefined();
  });

  test('is counted by children, unborn and adults', () => {
    expect(countOf([aChild(), anUnbornBaby(), aMother(), aChild()])).toEqual({ children: 2, unborn: 1, adults: 1 });
  });
});
