import type { ReleaserSeat } from '@mash/contracts';
import type { Appointment } from './appointment';
import { releaserWarnings } from './releaser-warnings';
import { whoAnswers, type Asked } from './who-answers';

const now = new Date('2026-11-24T10:00:00Z');
let made = 0;
const sits = (accountId: string | null, seat: ReleaserSeat, changes: Partial<Appointment> = {}): Appointment => ({
  appointmentId: `appointment ${String((made += 1))}`,
  agencyId: 'police',
  desk: 'holder',
  seat,
  accountId,
  name: 'Somebody',
  telephone: null,
  startsAt: new Date('2026-01-01T00:00:00Z'),
  endsAt: null,
  ...changes,
});
const asked = (changes: Partial<Asked> = {}): Asked => ({
  ...{ desk: 'holder', agencyId: 'police', level: 'releaser', isOpen: true, now },
  ...changes,
});
const police = [
  sits('releaser', 'releaser'),
  sits('deputy', 'deputy'),
  sits('senior', 'senior'),
  sits('night', 'duty'),
];
const answering = (changes: Partial<Asked> = {}, appointments: readonly Appointment[] = police) =>
  whoAnswers(appointments, asked(changes)).accountIds;

describe('Who answers a REVIEW', () => {
  test('is the named releaser first, the deputy too from half, the senior too from the end and at double', () => {
    expect(answering()).toEqual(['releaser']);
    expect(answering({ level: 'deputy' })).toEqual(['releaser', 'deputy']);
    expect(answering({ level: 'senior' })).toEqual(['releaser', 'deputy', 'senior']);
    expect(answering({ level: 'hub_and_ig' })).toEqual(['releaser', 'deputy', 'senior']);
  });

  test('while the hub is shut is the duty route as well', () => {
    expect(answering({ isOpen: false })).toEqual(['releaser', 'night']);
    const rung = [...police, sits(null, 'duty', { name: 'Control room', telephone: '101' })];
    expect(whoAnswers(rung, asked({ isOpen: false })).dutyRoutes).toEqual([{ name: 'Control room', telephone: '101' }]);
  });

  test('is the deputy from the start where no releaser is named, and the senior where neither is', () => {
    expect(answering({}, police.slice(1))).toEqual(['deputy']);
    expect(answering({}, police.slice(2))).toEqual(['senior']);
  });

  test('is everybody on the desk where the agency has named nobody, or only a duty team', () => {
    expect(whoAnswers([], asked())).toMatchObject({ accountIds: [], isEverybody: true });
    expect(whoAnswers(police.slice(3), asked({ isOpen: false }))).toMatchObject({ isEverybody: true });
    expect(whoAnswers(police, asked({ agencyId: 'health' }))).toMatchObject({ isEverybody: true });
  });

  test('is not a leaver from the moment they left, nor somebody who has not begun', () => {
    expect(answering({}, [sits('left', 'releaser', { endsAt: now }), sits('stays', 'deputy')])).toEqual(['stays']);
    const tomorrow = new Date(now.getTime() + 86_400_000);
    expect(answering({}, [sits('tomorrow', 'releaser', { startsAt: tomorrow }), sits('today', 'deputy')])).toEqual([
      'today',
    ]);
  });

  test("falls to the holder's deputy and senior where the safeguarding lead has none", () => {
    const lead = sits('lead', 'releaser', { desk: 'safeguarding' });
    const all = [...police, lead];
    expect(answering({ desk: 'safeguarding' }, all)).toEqual(['lead']);
    expect(answering({ desk: 'safeguarding', level: 'senior' }, all)).toEqual(['lead', 'deputy', 'senior']);
  });

  test('at a desk of the partnership does not hang on who pays its people', () => {
    const legal = sits('lawyer', 'releaser', { desk: 'legal', agencyId: 'council' });
    expect(answering({ desk: 'legal', agencyId: null }, [legal])).toEqual(['lawyer']);
  });
});

describe('What is unsafe about who answers', () => {
  const desk = { agencyId: 'police', desk: 'holder' } as const;
  const codes = (appointments: readonly Appointment[]) =>
    releaserWarnings([desk], appointments, now).map(({ code }) => code);

  test('is nothing where every seat is filled', () => {
    expect(codes(police)).toEqual([]);
  });

  test.each([
    ['nobody is named', [], ['nobody_named']],
    ['only a duty team is', [police[3]], ['nobody_named']],
    ['no deputy', [police[0], police[2], police[3]], ['no_deputy']],
    ['no senior and no duty route', [police[0], police[1]], ['no_senior', 'no_duty_route']],
    ['the deputy is the releaser', [police[0], sits('releaser', 'deputy'), police[2], police[3]], ['one_person_twice']],
    [
      'a deputy who leaves next week',
      [police[0], sits('d', 'deputy', { endsAt: new Date('2026-12-01T00:00:00Z') }), police[2], police[3]],
      ['leaver_soon'],
    ],
  ] as const)('is said where %s', (_what, appointments, expected) => {
    expect(codes(appointments.flatMap((one) => one ?? []))).toEqual(expected);
  });

  test('says that a safeguarding lead who is named alone takes every statement from the colleagues', () => {
    const sentence = (...appointments: Appointment[]) => releaserWarnings([desk], appointments, now)[0]?.sentence;
    const lead = sits('lead', 'releaser', { desk: 'safeguarding' });
    expect(sentence(lead)).toContain('the lead alone may release');
    for (const other of [
      sits('lead', 'releaser', { desk: 'safeguarding', agencyId: 'health' }),
      sits('lead', 'releaser', { desk: 'safeguarding', endsAt: new Date(now.getTime() - 1) }),
    ])
      expect(sentence(other)).not.toContain('the lead alone');
    expect(codes([lead, ...police])).toEqual([]);
  });

  test("says of the hub's own body who stands in at its desk while nobody is named", () => {
    const ofHub = { agencyId: 'police', desk: 'holder', isOfHub: true } as const;
    const [empty, ...more] = releaserWarnings([ofHub], [], now);
    expect(empty).toEqual({ ...desk, code: 'nobody_named', sentence: expect.stringContaining('who did not ask') });
    expect(more).toEqual([]);
    expect(releaserWarnings([desk], [], now)[0]?.sentence).toContain('whoever is on the desk');
    expect(releaserWarnings([ofHub], police, now)).toEqual([]);
  });

  test('is nothing where somebody follows the leaver', () => {
    const leaves = new Date('2026-12-01T00:00:00Z');
    const follows = [sits('d', 'deputy', { endsAt: leaves }), sits('e', 'deputy', { startsAt: leaves })];
    expect(codes([...police.filter(({ seat }) => seat !== 'deputy'), ...follows])).toEqual([]);
  });
});
