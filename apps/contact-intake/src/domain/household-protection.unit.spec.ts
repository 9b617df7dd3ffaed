import { newId } from '@mash/contracts';
import type { MentionedPerson } from '@mash/contracts';
import { aChild, aMother } from '../../testing/a-contact';
import { aRoster } from '../../testing/a-roster';
import { isDone, requireProtected } from './clear-places';
import { protectedPlaces, somebodyHides } from './household-protection';
import { IntakeRefusal } from './intake-refusal';
import { personFrom } from './person';
import type { Person } from './person';
import type { Roster } from './roster';

const anyTyping = { nhsNumber: () => true, upn: () => true };
const inIndex = (personId: string, said: MentionedPerson, changes: Partial<Person> = {}): [string, Person] => [
  personId,
  { ...personFrom(said, { personId, partnershipId: newId() }, anyTyping), ...changes },
];
const indexOf = ({ mentions }: Roster, changes: Partial<Person> = {}) =>
  new Map(mentions.map(({ personId, said }) => inIndex(personId, said, changes)));
const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof IntakeRefusal ? error.code : 'unexpected';
  }
};

describe('What is protected of somebody on a roster', () => {
  test('is what the contact said, what was marked since, and what the index knows of whom they were found to be', () => {
    const roster = aRoster(aChild({ schoolProtected: true, livesInHousehold: 'no' }));
    const [child] = roster.mentions;
    const persons = indexOf(roster);
    expect(protectedPlaces(child!, roster.mentions, persons)).toEqual(['school']);
    const found = newId();
    const matched = { ...child!, personId: found };
    const known = new Map([...persons, inIndex(found, aChild(), { addressProtected: true })]);
    expect(protectedPlaces(matched, [matched], known)).toEqual(['address', 'school']);
  });

  test('is no longer what the contact said, once it was cleared', () => {
    const roster = aRoster(aChild({ addressProtected: true, livesInHousehold: 'no' }));
    const [child] = roster.mentions;
    expect(protectedPlaces(child!, roster.mentions, indexOf(roster, { addressProtected: false }))).toEqual([]);
  });

  test('counts as said where the index cannot be read: the careful way', () => {
    const roster = aRoster(aChild({ addressProtected: true }));
    expect(protectedPlaces(roster.mentions[0]!, roster.mentions, new Map())).toEqual(['address']);
  });

  test('holds for everybody of the same home, and for nobody of another', () => {
    const mother = aMother({ addressProtected: true, livesInHousehold: 'yes' });
    const roster = aRoster(aChild(), mother, aMother({ livesInHousehold: 'no' }));
    const places = roster.mentions.map((one) => protectedPlaces(one, roster.mentions, indexOf(roster)));
    expect(places).toEqual([['address'], ['address'], []]);
  });

  test('holds for whoever lives with them by another enquiry, and for the home that these have here', () => {
    const roster = aRoster(aChild(), aMother({ livesInHousehold: 'yes' }), aMother({ livesInHousehold: 'no' }));
    const [child] = roster.mentions;
    const persons = new Map([...indexOf(roster), inIndex(child!.personId, aChild(), { inHiddenHome: true })]);
    const places = roster.mentions.map((one) => protectedPlaces(one, roster.mentions, persons));
    expect(places).toEqual([['address'], ['address'], []]);
    const elsewhere = { ...child!, householdId: undefined };
    expect(protectedPlaces(elsewhere, [elsewhere], persons)).toEqual(['address']);
  });

  test('a protected school is nobody else’s', () => {
    const roster = aRoster(aChild({ schoolProtected: true }), aMother({ livesInHousehold: 'yes' }));
    expect(protectedPlaces(roster.mentions[1]!, roster.mentions, indexOf(roster))).toEqual([]);
  });
});

describe('Somebody of a roster hides', () => {
  const lives = { livesInHousehold: 'yes' } as const;
  test.each([
    ['where any place of anybody is protected', [aChild({ schoolProtected: true }), aMother(lives)], {}, true],
    ['where a home is', [aChild(), aMother({ ...lives, addressProtected: true })], {}, true],
    [
      'where they live with somebody who does by another enquiry',
      [aChild(), aMother(lives)],
      { inHiddenHome: true },
      true,
    ],
    ['and where nobody does, not', [aChild(), aMother(lives)], {}, false],
  ] as const)('%s, and somebody’s places are left out then alone', (_, said, known, hides) => {
    const { mentions } = aRoster(...said);
    const [first] = mentions;
    const persons = new Map([inIndex(first!.personId, first!.said, known)]);
    expect(somebodyHides(mentions, persons)).toBe(hides);
    expect(mentions.some((one) => protectedPlaces(one, mentions, persons).length > 0)).toBe(hides);
  });
});

describe('The index', () => {
  test('holds no place of whom one place is protected, also where others were said in plain', () => {
    const said = aChild({ surgeryProtected: true, school: 'Invented School', address: { lines: '1 Invented Road' } });
    const person = personFrom(said, { personId: newId(), partnershipId: newId() }, anyTyping);
    expect([person.addressLines, person.postcode, person.school, person.gp]).toEqual(Array(4).fill(undefined));
    expect(person).toMatchObject({ surgeryProtected: true, addressProtected: false, schoolProtected: false });
  });
});

describe('Clearing', () => {
  test('is refused of what is not marked', () => {
    const roster = aRoster(aChild({ schoolProtected: true }));
    const clear = (...places: ('address' | 'school')[]) =>
      codeOf(() => requireProtected(roster.mentions[0]!, places, indexOf(roster)));
    expect([clear('school'), clear('address', 'school')]).toEqual([undefined, 'INTAKE.NOT_PROTECTED']);
  });

  test('is done once under its id, and refuses the id of another', () => {
    const where = { enquiryId: newId(), mentionId: newId() };
    expect([isDone(undefined, where), isDone(where, where)]).toEqual([false, true]);
    expect(codeOf(() => isDone({ ...where, mentionId: newId() }, where))).toBe('INTAKE.CLEARING_EXISTS');
  });
});
