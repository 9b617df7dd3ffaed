import { ConfirmRoster } from '@mash/contracts';
import { ServiceProblem } from '../../../api-clients/service-errors';
import { Posted } from '../../../forms/posted';
import { aChild, aMother, aRoster, CHILD_MENTION, MOTHER_MENTION, NOW } from '../../enquiry/testing/an-enquiry';
import { rosterRefusal } from './roster-refusal';
import { readRoster } from './roster.form';
import { rosterFormView } from './roster.presenter';

const people = [aChild(), aMother()];
const whole = {
  expectedVersion: '3',
  [`lives-${CHILD_MENTION}`]: 'yes',
  [`lives-${MOTHER_MENTION}`]: 'not_known',
  [`relation-${MOTHER_MENTION}`]: 'ap',
  [`pr-${MOTHER_MENTION}`]: 'yes',
  [`how-${MOTHER_MENTION}`]: 'Birth certificate seen',
  whoElse: 'nobody_else',
  whoSaysSo: 'The school',
};
const read = (changes: Record<string, string> = {}) => readRoster(new Posted({ ...whole, ...changes }), people, NOW);
const fields = (changes: Record<string, string>): string[] => read(changes).errors.map(({ field }) => field);

describe('Who else lives there? Who says so?', () => {
  test('reads an answer for each person, and how parental responsibility is known', () => {
    const { roster } = read();
    expect(ConfirmRoster.safeParse(roster).success).toBe(true);
    expect(roster).toMatchObject({ expectedVersion: 3, whoElse: 'nobody_else', whoSaysSo: 'The school', added: [] });
    expect(roster?.people[1]).toMatchObject({
      relation: 'ap',
      livesInHousehold: 'not_known',
      parentalResponsibility: 'yes',
      parentalResponsibilityKnownHow: 'Birth certificate seen',
    });
  });

  test('reads whose side somebody is on where it is said, and leaves it open where it is not', () => {
    const said = read({ [`side-${MOTHER_MENTION}`]: 'linked_ap', referrerSide: 'none' }).roster;
    expect([said?.people[1]?.side, said?.referrerSide]).toEqual(['linked_ap', 'none']);
    expect(read({ [`side-${MOTHER_MENTION}`]: 'theirs' }).roster?.people[1]).not.toHaveProperty('side');
  });

  test('reads whose places must be kept secret, of those on the roster and of those who are added', () => {
    const { roster } = read({
      ...{ [`protected-${CHILD_MENTION}`]: 'school', whoElse: 'added' },
      ...{ 'added1-kind': 'child', 'added1-protected': 'address' },
    });
    expect(ConfirmRoster.safeParse(roster).success).toBe(true);
    expect(roster?.people.map(({ protectedPlaces }) => protectedPlaces)).toEqual([['school'], undefined]);
    expect(roster?.added).toMatchObject([{ addressProtected: true }]);
    expect(fields({ whoElse: 'added', 'added1-protected': 'address' })).toEqual(['added1-kind']);
  });

  test('offers what is not kept secret yet, and says what is', () => {
    const roster = aRoster([
      aChild({ protectedPlaces: ['address'] }),
      aMother({ protectedPlaces: ['address', 'school', 'surgery'] }),
    ]);
    const given = { reference: 'E-7K2Q4X9', roster, posted: undefined, errors: [], now: NOW };
    const [child, mother] = rosterFormView(given).people.map((one) => JSON.stringify(one.fields));
    expect(child).toContain('Kept secret already: address');
    expect(child).toMatch(/"value":"school".*"value":"surgery"/);
    expect(mother).not.toContain('kept secret');
  });

  test('refuses silence: about a person, about others, about who says so, about how it is known', () => {
    expect(fields({ [`lives-${CHILD_MENTION}`]: 'maybe' })).toEqual([`lives-${CHILD_MENTION}`]);
    expect(fields({ whoElse: '' })).toEqual(['whoElse']);
    expect(fields({ whoSaysSo: '  ' })).toEqual(['whoSaysSo']);
    expect(fields({ [`how-${MOTHER_MENTION}`]: '' })).toEqual([`how-${MOTHER_MENTION}`]);
  });

  test('adds a sibling whom the contact left out, with what is blank stated as not known', () => {
    const { roster } = read({ whoElse: 'added', 'added2-kind': 'child', 'added2-relationship': 'half-sister' });
    expect(roster?.added).toEqual([
      expect.objectContaining({
        kind: 'child',
        relation: 'concern',
        relationship: 'half-sister',
        livesInHousehold: 'yes',
        notKnown: ['forenames', 'surname', 'birthDate'],
      }),
    ]);
    expect(ConfirmRoster.safeParse(roster).success).toBe(true);
  });

  test('reads what part a child plays and whose side it is on, of those told of and of those added', () => {
    const children = [aChild(), aChild({ mentionId: MOTHER_MENTION, displayName: 'Ivo Marlowe' })];
    const fields = {
      ...{ ...whole, [`side-${MOTHER_MENTION}`]: 'linked_ap', whoElse: 'added' },
      ...{ 'added1-kind': 'child', 'added1-relation': 'third', 'added2-kind': 'adult' },
    };
    const said = readRoster(new Posted(fields), children, NOW);
    expect(said.roster?.people).toMatchObject([{ relation: 'concern' }, { relation: 'ap', side: 'linked_ap' }]);
    expect(said.roster?.added.map(({ relation }) => relation)).toEqual(['third', 'household']);
    const misfits = { 'added1-kind': 'unborn', 'added1-relation': 'ap', 'added2-relation': 'concern' };
    const { errors } = readRoster(new Posted({ ...fields, ...misfits }), children, NOW);
    expect(errors).toEqual([
      { field: 'added1-relation', text: 'Choose a part that an unborn baby can play, or none' },
      { field: 'added2-relation', text: 'Choose a part that an adult can play, or none' },
    ]);
  });

  test('is about one child at least, of those told of or added', () => {
    const mentioned = { [`relation-${CHILD_MENTION}`]: 'third' };
    expect(fields(mentioned)).toEqual([`relation-${CHILD_MENTION}`]);
    expect(fields({ [`relation-${CHILD_MENTION}`]: 'ap' })).toEqual([]);
    expect(fields({ ...mentioned, whoElse: 'added', 'added1-kind': 'child' })).toEqual([]);
  });

  test('does not let "nobody else" stand beside somebody added, nor "others" beside nobody', () => {
    expect(fields({ 'added1-kind': 'child' })).toEqual(['whoElse']);
    expect(fields({ whoElse: 'added' })).toEqual(['whoElse']);
    expect(fields({ whoElse: 'added', 'added1-forenames': 'Bo' })).toEqual(['added1-kind']);
  });

  test('reads no relation and no version that is not one', () => {
    expect(read({ [`relation-${MOTHER_MENTION}`]: 'owner' }).roster?.people[1]?.relation).toBe('household');
    expect(read({ expectedVersion: '1.5' }).roster).toBeUndefined();
  });

  test('shows each person with what is known, and nothing preselected about others', () => {
    const given = { reference: 'E-7K2Q4X9', roster: aRoster(), posted: undefined, errors: [], now: NOW };
    const view = rosterFormView(given);
    expect(view.people.map(({ heading }) => heading)).toEqual(['Kian Marlowe, 8 years', 'Dawn Marlowe, adult']);
    const asked = view.people.map(({ fields: all }) =>
      all.map(({ args }) => String((args as { name?: string }).name).split('-')[0]),
    );
    expect(asked).toEqual([
      ['lives', 'relation', 'side', 'protected'],
      ['lives', 'relation', 'pr', 'how', 'side', 'protected'],
    ]);
    expect(JSON.stringify(view.others)).not.toMatch(/"value":"[^"]+","text":"[^"]*","checked":true/);
  });

  test("turns the people index's refusals into errors at their fields, and lets others go on", () => {
    const problem = (code: string, errors: ServiceProblem['errors'] = []) =>
      new ServiceProblem('contact-intake', 422, code, 'No', errors);
    const message = 'Enter a name';
    const named = problem('INTAKE.ROSTER_INCOMPLETE', [{ field: 'added.0.forenames', code: 'X', message }]);
    expect(rosterRefusal(named, ['added3'])).toEqual([{ field: 'added3-forenames', text: message }]);
    expect(rosterRefusal(problem('INTAKE.ROSTER_CHANGED'), [])?.[0]?.text).toMatch(/yours is below/);
    expect(rosterRefusal(problem('OTHER'), [])).toBeUndefined();
  });
});
