import { maskPlaces, newId } from '@mash/contracts';
import type { ConfirmRoster } from '@mash/contracts';
import { aChild, aMother } from '../../testing/a-contact';
import { aConfirmation, aRoster } from '../../testing/a-roster';
import { typedBy } from './comparable';
import { confirmRoster } from './confirm-roster';
import { IntakeRefusal } from './intake-refusal';
import { personFrom } from './person';
import type { Roster } from './roster';
import { rosterChanged } from './roster-changed';
import { requireSafeAdditions } from './safe-additions';

const now = new Date('2026-11-23T09:00:00Z');
const confirm = (roster: Roster, changes: Partial<ConfirmRoster> = {}) =>
  confirmRoster(roster, aConfirmation(roster, changes), { by: 'analyst', at: now, mint: () => newId() });

const codesOf = (work: () => unknown): string[] => {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof IntakeRefusal) return [error.code, ...error.faults.map(({ code }) => code)];
    throw error;
  }
};

describe('A new roster', () => {
  test('is version 1, unconfirmed, with a provisional person for each mention', () => {
    const roster = aRoster();
    expect(roster).toMatchObject({ version: 1, confirmed: false });
    expect(new Set(roster.mentions.map(({ personId }) => personId)).size).toBe(2);
    expect(roster.mentions.every(({ matched }) => matched === 'not_looked')).toBe(true);
  });

  test('puts the child and the household in one household, and leaves out who is said to live elsewhere', () => {
    const roster = aRoster(aChild(), aMother(), aMother({ relation: 'ap' }), aMother({ livesInHousehold: 'no' }));
    const homes = roster.mentions.map(({ householdId }) => householdId);
    expect(homes).toEqual([roster.householdId, roster.householdId, undefined, undefined]);
  });
});

describe('Confirming a roster', () => {
  test('makes a new version that says who confirmed it, when, and who says so', () => {
    const roster = aRoster();
    expect(confirm(roster)).toMatchObject({
      version: 2,
      confirmed: true,
      confirmedBy: 'analyst',
      confirmedAt: now,
      whoSaysSo: 'the mother, by telephone',
    });
    expect(roster.version).toBe(1);
  });

  test('keeps the words that stand where they come back without their places, cut to what their field takes', () => {
    const relationship = 'his godmother at 12 Invented Road, whom he calls his aunt';
    const parentalResponsibilityKnownHow = 'seen by the head of Invented Road Primary School';
    const roster = aRoster(aChild(), aMother({ relationship, parentalResponsibilityKnownHow }));
    const shown = maskPlaces(relationship);
    expect(shown.length).toBeGreaterThan(60);
    const answers = aConfirmation(roster).people.map((one) => ({
      ...{ ...one, relationship: shown.slice(0, 60).trim() },
      parentalResponsibilityKnownHow: maskPlaces(parentalResponsibilityKnownHow),
    }));
    const [, mother] = confirm(roster, { people: answers }).mentions;
    expect(mother).toMatchObject({ relationship, parentalResponsibilityKnownHow });
    const anew = answers.map((one) => ({ ...one, relationship: 'his aunt' }));
    expect(confirm(roster, { people: anew }).mentions[1]).toMatchObject({ relationship: 'his aunt' });
  });

  test('adds the sibling whom the contact left out, in the same household', () => {
    const sibling = aChild({ forenames: 'Rook', relation: 'household' });
    const after = confirm(aRoster(), { whoElse: 'added', added: [sibling] });
    expect(after.mentions[2]).toMatchObject({
      mentionId: sibling.mentionId,
      origin: 'roster',
      matched: 'not_looked',
      householdId: after.householdId,
      whoSaysSo: 'the mother, by telephone',
    });
  });

  test('keeps one child at least whom the worry is about, of the contact or added', () => {
    const as = (roster: Roster, relation: 'household' | 'ap' | 'third') =>
      roster.mentions.map(({ mentionId }) => ({ mentionId, relation, livesInHousehold: 'yes' as const }));
    const roster = aRoster();
    const refused = ['INTAKE.ROSTER_INCOMPLETE', 'INTAKE.NO_CHILD_OF_CONCERN'];
    expect(codesOf(() => confirm(roster, { people: as(roster, 'third') }))).toEqual(refused);
    const adding = (relation: 'household' | 'concern') => ({
      whoElse: 'added' as const,
      added: [aChild({ relation })],
    });
    expect(codesOf(() => confirm(roster, { people: as(roster, 'household'), ...adding('household') }))).toEqual(
      refused,
    );
    expect(codesOf(() => confirm(roster, { people: as(roster, 'third'), ...adding('concern') }))).toEqual([]);
    expect(codesOf(() => confirm(roster, { people: as(roster, 'ap') }))).toEqual([]);
    const nobody = aRoster(aMother());
    expect(codesOf(() => confirm(nobody, { people: as(nobody, 'household') }))).toEqual([]);
  });

  test('takes somebody who does not live there out of the household', () => {
    const roster = aRoster();
    const people = roster.mentions.map(({ mentionId, relation }) => ({
      mentionId,
      relation,
      livesInHousehold: 'no' as const,
    }));
    expect(confirm(roster, { people }).mentions.map(({ householdId }) => householdId)).toEqual([undefined, undefined]);
  });

  test('is refused on a roster that changed since it was read', () => {
    expect(codesOf(() => confirm(aRoster(), { expectedVersion: 7 }))).toEqual(['INTAKE.ROSTER_CHANGED']);
  });

  test('is refused where somebody is not answered for, or is not on it', () => {
    const roster = aRoster();
    const [first] = aConfirmation(roster).people;
    expect(codesOf(() => confirm(roster, { people: [first!] }))).toContain('INTAKE.ROSTER_PERSON_MISSING');
    const stranger = { ...first!, mentionId: newId() };
    const people = [...aConfirmation(roster).people, stranger];
    expect(codesOf(() => confirm(roster, { people }))).toContain('INTAKE.UNKNOWN_MENTION');
  });

  test('is refused where "who else" and the added people disagree', () => {
    expect(codesOf(() => confirm(aRoster(), { whoElse: 'added' }))).toContain('INTAKE.WHO_ELSE');
    expect(codesOf(() => confirm(aRoster(), { added: [aChild()] }))).toContain('INTAKE.WHO_ELSE');
  });

  test('refuses a protected address in plain also of people who are added', () => {
    const roster = aRoster(aChild(), aMother({ addressProtected: true, livesInHousehold: 'yes' }));
    const added = [aChild({ livesInHousehold: 'yes', address: { postcode: 'ZZ1 1ZZ' } })];
    const confirmation = aConfirmation(roster, { whoElse: 'added', added });
    expect(codesOf(() => requireSafeAdditions(roster, confirmation, new Map(), now))).toContain(
      'INTAKE.PROTECTED_ADDRESS_IN_PLAIN',
    );
    const safe = aConfirmation(roster, { whoElse: 'added', added: [aChild()] });
    expect(codesOf(() => requireSafeAdditions(roster, safe, new Map(), now))).toEqual([]);
  });

  test('refuses it as well where the home is said to be hidden in the same breath, and no more once that is cleared', () => {
    const roster = aRoster(aChild(), aMother({ addressProtected: true }));
    const added = [aChild({ livesInHousehold: 'yes', address: { postcode: 'ZZ1 1ZZ' } })];
    const plain = aConfirmation(roster, { whoElse: 'added', added });
    const people = plain.people.map((one) => ({ ...one, protectedPlaces: ['address' as const] }));
    const safe = new Map(
      roster.mentions.map(({ personId, said }) => [
        personId,
        { ...personFrom(said, { personId, partnershipId: newId() }, typedBy), addressProtected: false },
      ]),
    );
    expect(codesOf(() => requireSafeAdditions(roster, plain, safe, now))).toEqual([]);
    expect(codesOf(() => requireSafeAdditions(roster, { ...plain, people }, safe, now))).toContain(
      'INTAKE.PROTECTED_ADDRESS_IN_PLAIN',
    );
  });
});

describe('What a roster announces', () => {
  test('is codes: no name, no birth date, no address of anybody', () => {
    const roster = aRoster(aChild({ address: { lines: '9 Marsh Lane', postcode: 'ZZ9 9ZZ' } }), aMother());
    const births = new Map(roster.mentions.map(({ personId, said }) => [personId, said]));
    const event = rosterChanged(roster, { births, openCase: false, repeatContacts12Months: 2 }, now);
    expect(event.mentions[0]).toMatchObject({
      kind: 'child',
      ageBand: '5-10',
      relation: 'concern',
      matched: 'not_looked',
    });
    expect(event.mentions[1]).toMatchObject({ kind: 'adult', ageBand: 'adult' });
    expect(JSON.stringify(event)).not.toMatch(/Wren|Maren|Quillfeather|2019|Marsh|ZZ9/);
  });
});
