import { newId, type Breaches, type BreachRecord, type ExportedBreach } from '@mash/contracts';
import type { PersonActor } from '@mash/authorisation';
import { people } from '@mash/testing';
import { establish } from '../../testing/a-partnership';
import { ARecall } from '../../testing/a-recall';
import { AnEnquiry } from '../../testing/an-enquiry';
import { startSharing, type Sharing } from '../../testing/start-sharing';
import { RecallClock } from '../features/watch-recalls/recall-clock';

jest.setTimeout(120_000);

const HOUR = 3_600_000;
let now = new Date();
const later = (hours: number) => (now = new Date(now.getTime() + hours * HOUR));

describe('The record of a breach', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let recall: ARecall;
  let breachId: string;
  let opened: Date;

  beforeAll(async () => {
    sharing = await startSharing({ clock: { now: () => now } });
    await establish(sharing);
  });
  beforeEach(async () => {
    now = new Date();
    enquiry = await AnEnquiry.begin(sharing);
    recall = new ARecall(sharing, enquiry);
    const answer = await enquiry.accepted({ text: 'He was seen alone in the park in May.' });
    opened = later(1 / 60);
    const { body } = await recall.says({ kind: 'item', id: answer.itemIds[0] ?? '' });
    breachId = body.breachId ?? '';
  });
  afterAll(() => sharing.close());

  const read = async (as: PersonActor = people.igOfficer): Promise<BreachRecord> =>
    (await sharing.as(as)('get', `/breaches/${breachId}`)).body as BreachRecord;
  const announced = async () =>
    sharing.query<{ reached: string }>(
      `SELECT envelope -> 'data' ->> 'reached' AS reached FROM (SELECT envelope, seq FROM outbox UNION ALL SELECT envelope, seq FROM outbox_archive) put_down
        WHERE envelope ->> 'type' = 'sharing.breach-clock-reached' AND envelope -> 'data' ->> 'breachId' = $1 ORDER BY seq`,
      [breachId],
    );
  const told = { reference: 'IC-2026-4711', doneAt: () => now.toISOString() };

  test('opens with the recall: who became aware, when, and 72 hours from then', async () => {
    expect(await read()).toMatchObject({
      ...{ kind: 'wrong_person', people: 1, awareBy: people.analyst.id, ico: 'undecided', isClockRunning: true },
      ...{ awareAt: opened.toISOString(), dueAt: new Date(opened.getTime() + 72 * HOUR).toISOString(), late: false },
      ...{ reported: 'It is about a cousin of the same name.', statements: [], enquiryReference: 'E-2345678' },
    });
  });

  test('known since earlier, the hours run from then', async () => {
    later(30);
    const answer = await enquiry.accepted({ text: 'Another item.' });
    const known = new Date(now.getTime() - 20 * HOUR);
    const said = await recall.says({ kind: 'item', id: answer.itemIds[0] ?? '' }, { knownSince: known.toISOString() });
    breachId = said.body.breachId ?? '';
    expect((await read()).dueAt).toBe(new Date(known.getTime() + 72 * HOUR).toISOString());
  });

  test('due soon and passed are each said once, and not of what is told', async () => {
    const clock = sharing.app.get(RecallClock);
    await clock.announceAll();
    expect(await announced()).toEqual([]);
    later(49);
    await clock.announceAll();
    later(24);
    await clock.announceAll();
    await clock.announceAll();
    expect(await announced()).toEqual([{ reached: 'due_soon' }, { reached: 'passed' }]);
    expect((await read()).late).toBe(true);
  });

  test('what had passed before it was recorded was never due soon', async () => {
    later(100);
    const answer = await enquiry.accepted({ text: 'Another item.' });
    const knownSince = new Date(now.getTime() - 80 * HOUR).toISOString();
    const said = await recall.says({ kind: 'item', id: answer.itemIds[0] ?? '' }, { knownSince });
    breachId = said.body.breachId ?? '';
    await sharing.app.get(RecallClock).announceAll();
    expect(await announced()).toEqual([{ reached: 'passed' }]);
  });

  test('a changed mind sets the clock going again, and what it reaches from then is said anew', async () => {
    const clock = sharing.app.get(RecallClock);
    later(49);
    await clock.announceAll();
    await recall.states(breachId, 'ico_need_not');
    await recall.states(breachId, 'ico_will_tell');
    await clock.announceAll();
    later(24);
    await clock.announceAll();
    await recall.states(breachId, 'ico_told', { reference: told.reference, doneAt: told.doneAt() });
    await clock.announceAll();
    await recall.states(breachId, 'ico_will_tell');
    await recall.states(breachId, 'ico_will_tell');
    await clock.announceAll();
    const [soon, passed] = [{ reached: 'due_soon' }, { reached: 'passed' }];
    expect(await announced()).toEqual([soon, soon, passed, passed]);
  });

  test('told in time stops the clock, and nothing more is said', async () => {
    later(10);
    await recall.states(breachId, 'ico_told', { reference: told.reference, doneAt: told.doneAt() });
    later(100);
    await sharing.app.get(RecallClock).announceAll();
    expect(await announced()).toEqual([]);
    expect(await read()).toMatchObject({ ico: 'told', isClockRunning: false, late: false, toldLate: false });
  });

  test('the whole record, as the Commissioner’s form asks for it; told late gives the reasons for the delay', async () => {
    await recall.states(breachId, 'what_happened');
    await recall.states(breachId, 'consequences');
    await recall.states(breachId, 'measures');
    await recall.states(breachId, 'ico_will_tell');
    later(80);
    await recall.states(breachId, 'ico_told', { reference: told.reference, doneAt: told.doneAt() });
    expect(await recall.states(breachId, 'closed')).toMatchObject({ status: 409, code: 'BREACH.NOT_SETTLED' });
    await recall.states(breachId, 'people_need_not');
    expect((await recall.states(breachId, 'closed')).status).toBe(204);
    expect(await recall.states(breachId, 'measures')).toMatchObject({ status: 409, code: 'BREACH.CLOSED' });
    const { body } = await sharing.as(people.igOfficer)('get', `/breaches/${breachId}/export`);
    expect(body as ExportedBreach).toMatchObject({
      form: 'personal-data-breach-report',
      aboutTheBreach: {
        whatHappened: ['It is about a cousin of the same name.', 'Words of what_happened.'],
        ...{ becameAwareAt: opened.toISOString(), reference: told.reference, notifiedAt: now.toISOString() },
        reasonsForDelay: 'Words of ico_told.',
      },
      people: { approximateNumber: 1, told: 'need_not', reasons: ['Words of people_need_not.'] },
      likelyConsequences: ['Words of consequences.'],
      measures: ['Words of measures.'],
      recall: { recipients: 0, destructionConfirmed: 0 },
      decision: { notify: 'told', reasons: ['Words of ico_will_tell.', 'Words of ico_told.'] },
    });
  });

  test('what cannot be is refused and nothing is kept', async () => {
    expect(await recall.states(breachId, 'ico_told')).toMatchObject({ status: 422, code: 'BREACH.REFERENCE_NEEDED' });
    const early = { reference: told.reference, doneAt: new Date(opened.getTime() - HOUR).toISOString() };
    expect(await recall.states(breachId, 'ico_told', early)).toMatchObject({ code: 'BREACH.TIME_IMPOSSIBLE' });
    expect(await recall.states(breachId, 'people_told')).toMatchObject({ code: 'BREACH.TIME_IMPOSSIBLE' });
    expect(await recall.states(breachId, 'measures', { reference: told.reference })).toMatchObject({ status: 422 });
    const sealedForAnother = await recall.note(newId(), people.igOfficer, 'Words.');
    expect(await recall.states(breachId, 'measures', { sealedWords: sealedForAnother })).toMatchObject({ status: 422 });
    expect((await read()).statements).toEqual([]);
  });

  test('the same statement again changes nothing; another under its id is refused', async () => {
    const statementId = newId();
    const sealedWords = await recall.note(statementId, people.igOfficer, 'The item was withdrawn.');
    const sent = { statementId, sealedWords };
    expect((await recall.states(breachId, 'measures', sent)).status).toBe(204);
    expect((await recall.states(breachId, 'measures', sent)).status).toBe(204);
    expect(await recall.states(breachId, 'consequences', sent)).toMatchObject({ code: 'BREACH.STATEMENT_REPEATED' });
    const sealedAs = async (words: string) => ({
      statementId,
      sealedWords: await recall.note(statementId, people.igOfficer, words),
    });
    const sealedAgain = await sealedAs('The item was withdrawn.');
    expect((await recall.states(breachId, 'measures', sealedAgain)).status).toBe(204);
    const others = await sealedAs('Nothing was done.');
    expect(await recall.states(breachId, 'measures', others)).toMatchObject({ code: 'BREACH.STATEMENT_REPEATED' });
    expect((await read()).statements).toMatchObject([{ says: 'measures', words: 'The item was withdrawn.' }]);
  });

  test('for the officer, and for the auditor without the words; for nobody else', async () => {
    await recall.states(breachId, 'what_happened');
    const { reported, statements } = await read(people.auditor);
    expect(reported).toBeUndefined();
    expect(statements).toMatchObject([{ says: 'what_happened' }]);
    expect(statements[0]).not.toHaveProperty('words');
    expect(await recall.states(breachId, 'measures', {}, people.auditor)).toMatchObject({ status: 403 });
    expect((await sharing.as(people.auditor)('get', `/breaches/${breachId}/export`)).status).toBe(403);
    const secret = [people.manager, people.analyst, people.policeLiaison, people.otherAnalyst, people.teacher];
    for (const other of secret) {
      expect((await sharing.as(other)('get', '/breaches')).status).toBe(404);
      for (const path of [`/breaches/${breachId}`, `/breaches/${breachId}/export`, `/breaches/${newId()}`])
        expect((await sharing.as(other)('get', path)).status).toBe(404);
      expect(await recall.states(breachId, 'measures', {}, other)).toMatchObject({ status: 404 });
    }
    const { body } = await sharing.as(people.igOfficer)('get', '/breaches');
    const dues = (body as Breaches).breaches.filter((one) => one.isClockRunning).map(({ dueAt }) => dueAt);
    expect(dues).toEqual([...dues].sort());
    const refused = await sharing.query(
      `SELECT 1 FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) put_down
        WHERE envelope -> 'data' ->> 'action' = 'breach.state' AND envelope -> 'data' ->> 'outcome' = 'refused'
          AND envelope -> 'data' -> 'subject' ->> 'id' = $1`,
      [breachId],
    );
    expect(refused).toHaveLength(secret.length + 1);
  });
});
