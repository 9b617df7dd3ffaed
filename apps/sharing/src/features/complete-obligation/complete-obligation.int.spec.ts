import {
  DEMO_PARTNERSHIP,
  newId,
  ObligationLateV1,
  type Category,
  type ObligationView,
  type Obligations,
} from '@mash/contracts';
import type { PersonActor } from '@mash/authorisation';
import { UnitOfWork } from '@mash/persistence';
import { MovableClock, people } from '@mash/testing';
import { loadCurrentPack } from '@mash/threshold-packs';
import { establish } from '../../../testing/a-partnership';
import { AHolder } from '../../../testing/a-holder';
import { AnEnquiry } from '../../../testing/an-enquiry';
import { decideAsk } from '../../../testing/decide-ask';
import { startSharing, type Sharing } from '../../../testing/start-sharing';
import { SharingDecisionRepository } from '../../asking/sharing-decision.repository';
import type { ObligationCode } from '../../domain/decision';
import { ObligationKeeper } from '../../obligations/obligation-keeper';
import { LateAnnouncer } from '../announce-late-obligation/late-announcer';

const TUESDAY = '2026-11-24T10:00:00.000Z';
const THURSDAY = '2026-11-26T10:00:00.000Z';
const CATEGORY: Category = 'police-incidents';

describe('An obligation', () => {
  const clock = new MovableClock(TUESDAY);
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await startSharing({ clock });
    await establish(sharing);
  });
  afterAll(() => sharing.close());
  beforeEach(() => clock.set(TUESDAY));

  /** What follows from decisions about an enquiry, as the desk keeps it. */
  const owing = async (codes: readonly ObligationCode[], times = 1, changes: { mode?: 'content' } = {}) => {
    const enquiry = await AnEnquiry.begin(sharing);
    for (let n = 0; n < times; n += 1) await decideAsk(sharing, enquiry, CATEGORY, 'PERMIT');
    const decisions = await sharing.app.get(SharingDecisionRepository).ofEnquiry(enquiry.enquiryId);
    const at = clock.now();
    for (const decision of decisions)
      await sharing.app
        .get(UnitOfWork)
        .run((tx) =>
          sharing.app
            .get(ObligationKeeper)
            .keep(
              tx,
              { ...decision, fromAgencyId: changes.mode ? 'riverside-police' : decision.fromAgencyId, ...changes },
              codes,
              { at, reviewDueAt: at, pack: loadCurrentPack('thurrock') },
            ),
        );
    return enquiry;
  };
  const listed = async ({ enquiryId }: AnEnquiry, as: PersonActor = people.analyst): Promise<ObligationView[]> =>
    ((await sharing.as(as)('get', `/enquiries/${enquiryId}/obligations`)).body as { obligations: ObligationView[] })
      .obligations;
  const mine = async (as: PersonActor): Promise<ObligationView[]> =>
    ((await sharing.as(as)('get', '/obligations')).body as { obligations: ObligationView[] }).obligations;
  const mineOf = async (as: PersonActor, { enquiryId }: AnEnquiry) =>
    (await mine(as)).filter((one) => one.enquiryId === enquiryId).map(({ code }) => code);
  const complete = async (
    enquiry: AnEnquiry,
    task: ObligationView | undefined,
    as: PersonActor = people.analyst,
    its: {
      outcome?: 'done' | 'ground';
      ground?: string;
      stepId?: string;
      noteBy?: string;
      words?: string;
      signedBy?: string;
    } = {},
  ) => {
    const { outcome = 'done', stepId = newId(), ground, noteBy = as.id, words = 'I rang her mother.' } = its;
    const ids = { partnershipId: DEMO_PARTNERSHIP, enquiryId: enquiry.enquiryId, noteId: stepId, authorId: noteBy };
    const header = { typ: 'note', version: 1, ...ids } as const;
    const sealedNote = await enquiry.seal<'note'>(header, { content: { words }, by: its.signedBy ?? noteBy });
    const body = { stepId, outcome, sealedNote, ...(ground !== undefined && { ground }) };
    return sharing.as(as)('post', `/obligations/${task?.obligationId ?? newId()}/complete`, body);
  };

  test('of ten lines is one task, and doing it once does it for all', async () => {
    const enquiry = await owing(['INFORM_PARENT'], 10);
    const [task, ...others] = await listed(enquiry);
    expect(others).toEqual([]);
    expect(task).toMatchObject({
      ...{ code: 'INFORM_PARENT', owner: 'analyst', state: 'open', late: false, mayComplete: true },
      ...{ dueAt: THURSDAY, lawDueAt: '2026-12-24T10:00:00.000Z', enquiryReference: 'E-2345678' },
    });
    expect((await complete(enquiry, task)).status).toBe(204);
    expect(await listed(enquiry)).toMatchObject([{ state: 'done', doneBy: people.analyst.id }]);
    expect(
      await sharing.query('SELECT 1 FROM obligation WHERE enquiry_id = $1 AND done_at IS NULL', [enquiry.enquiryId]),
    ).toEqual([]);
    expect((await complete(enquiry, task)).body.code).toBe('SHARING.OBLIGATION_DONE');
  });

  test('is told with what was noted of it, which the hub opens', async () => {
    const enquiry = await owing(['INFORM_PARENT']);
    const [task] = await listed(enquiry);
    expect((await complete(enquiry, task, people.analyst, { outcome: 'ground', ground: 'NS_HARM' })).status).toBe(204);
    expect((await complete(enquiry, task, people.analyst, { words: 'She was told at home.' })).status).toBe(204);
    const { enquiryId } = enquiry;
    const { body } = await sharing.as(people.manager)('get', `/enquiries/${enquiryId}/obligations`);
    const { steps = [] } = body as Obligations;
    expect(steps).toMatchObject([
      { code: 'INFORM_PARENT', outcome: 'ground', ground: 'NS_HARM', takenBy: people.analyst.id },
      { code: 'INFORM_PARENT', outcome: 'done', words: task?.words },
    ]);
    const envelopes = steps.map(({ stepId, takenBy, sealedNote }) => ({
      ...{ typ: 'note', envelopeId: stepId, version: 1, noteId: stepId, authorId: takenBy, sealed: sealedNote },
    }));
    sharing.others.access.set(people.manager.id, { access: 'ordinary', audience: 'hub_manager' });
    const opened = await enquiry.released(envelopes, {}, people.manager);
    expect(opened.items.map(({ content }) => content)).toEqual([
      { words: 'I rang her mother.' },
      { words: 'She was told at home.' },
    ]);
  });

  test('is read by itself, as it stands for its reader, also once it is done: when and by whom', async () => {
    const enquiry = await owing(['INFORM_PARENT']);
    await enquiry.accepted({ text: 'He reads her messages.', facts: { flags: ['do_not_alert'] } });
    const [task] = await listed(enquiry);
    const one = (as: PersonActor) => sharing.as(as)('get', `/obligations/${task?.obligationId ?? ''}`);
    expect((await one(people.analyst)).body).toEqual(task);
    expect(task).toMatchObject({ state: 'waiting' });
    await sharing.query('UPDATE obligation SET done_at = $2, done_by = $3 WHERE enquiry_id = $1', [
      ...[enquiry.enquiryId, TUESDAY, people.analyst.id],
    ]);
    for (const as of [people.analyst, people.manager])
      expect((await one(as)).body).toMatchObject({ state: 'done', doneAt: TUESDAY, doneBy: people.analyst.id });
    for (const as of [people.policeLiaison, people.teacher, people.otherAnalyst]) {
      expect((await one(as)).status).toBe(404);
      expect((await sharing.as(as)('get', `/obligations/${newId()}`)).status).toBe(404);
    }
  });

  test('that travels with the item is no task', async () => {
    const enquiry = await owing([
      'SHOW_CONDITION',
      'NOT_TELL_PARENT',
      'CARRY_DO_NOT_ALERT',
      'COURT_NOTICE',
      'RISK_AGAIN',
    ]);
    expect((await listed(enquiry)).map(({ code }) => code)).toEqual(['RISK_AGAIN']);
  });

  test('to tell the parent is put off on a ground, looked at again every five working days, and told in the end', async () => {
    const enquiry = await owing(['INFORM_PARENT']);
    const [task] = await listed(enquiry);
    const putOff = (ground?: string) =>
      complete(enquiry, task, people.analyst, { outcome: 'ground', ...(ground && { ground }) });
    expect((await putOff()).body.code).toBe('SHARING.GROUND_NEEDED');
    expect((await putOff('NS_TEXT')).status).toBe(400);
    expect((await putOff('NS_HARM')).status).toBe(204);
    expect(await listed(enquiry)).toMatchObject([
      { state: 'ground', ground: 'NS_HARM', dueAt: '2026-12-01T10:00:00.000Z', lawDueAt: '2026-12-24T10:00:00.000Z' },
    ]);
    clock.set('2026-12-02T10:00:00.000Z');
    expect(await listed(enquiry)).toMatchObject([{ late: true, climbedTo: 'manager' }]);
    expect((await putOff('NS_OTHER')).status).toBe(204);
    expect(await listed(enquiry)).toMatchObject([{ late: false, dueAt: '2026-12-09T10:00:00.000Z' }]);
    expect((await complete(enquiry, task)).status).toBe(204);
    const steps = await sharing.query(
      'SELECT outcome, ground FROM obligation_step WHERE enquiry_id = $1 ORDER BY taken_at, step_id',
      [enquiry.enquiryId],
    );
    expect(steps).toEqual([
      { outcome: 'ground', ground: 'NS_HARM' },
      { outcome: 'ground', ground: 'NS_OTHER' },
      { outcome: 'done', ground: null },
    ]);
  });

  test('of another kind is not put off on a ground', async () => {
    const enquiry = await owing(['RISK_AGAIN']);
    const [task] = await listed(enquiry, people.manager);
    const refused = await complete(enquiry, task, people.manager, { outcome: 'ground', ground: 'NS_HARM' });
    expect([refused.status, refused.body.code]).toEqual([422, 'SHARING.GROUND_NOT_FOR_THIS']);
  });

  test.each([
    ['unsafe_tell', 'unsafe_cleared', 'telling_cleared', 'unsafe_set'],
    ['do_not_alert', 'telling_cleared', 'unsafe_cleared', 'telling_held'],
  ] as const)(
    'to tell the parent waits while an item says %s, reads HOLD without the cause, and begins again when its holder clears it',
    async (flag, cleared, other, setAgain) => {
      const enquiry = await owing(['INFORM_PARENT']);
      const { itemIds } = await enquiry.accepted({ text: 'He reads her messages.', facts: { flags: [flag] } });
      const holder = new AHolder(sharing, enquiry);
      clock.set('2026-11-27T10:00:00.000Z');
      const [held] = await listed(enquiry);
      expect(held).toMatchObject({ state: 'waiting', waitsFor: 'HOLD', late: false, mayComplete: false });
      expect(JSON.stringify(held)).not.toMatch(/unsafe|alert/i);
      expect((await complete(enquiry, held)).body).toMatchObject({ status: 409, code: 'SHARING.ON_HOLD' });
      await sharing.app.get(LateAnnouncer).announceAll();
      expect(
        await sharing.query('SELECT 1 FROM obligation WHERE enquiry_id = $1 AND late_announced_at IS NOT NULL', [
          enquiry.enquiryId,
        ]),
      ).toEqual([]);
      expect(
        JSON.stringify(await sharing.query('SELECT * FROM telling_hold WHERE enquiry_id = $1', [enquiry.enquiryId])),
      ).not.toMatch(/unsafe|alert/);
      const says = async (one: 'unsafe_cleared' | 'unsafe_set' | 'telling_cleared' | 'telling_held') =>
        expect((await holder.states(itemIds[0] ?? '', { facts: { says: one } })).status).toBe(204);
      await says(other);
      expect(await listed(enquiry)).toMatchObject([{ state: 'waiting' }]);
      await says(cleared);
      expect(
        await sharing.query('SELECT 1 FROM telling_hold WHERE enquiry_id = $1 AND lifted_at IS NULL', [
          enquiry.enquiryId,
        ]),
      ).toEqual([]);
      expect(await listed(enquiry)).toMatchObject([{ state: 'open', late: false, dueAt: '2026-12-01T10:00:00.000Z' }]);
      await says(setAgain);
      expect(await listed(enquiry)).toMatchObject([{ state: 'waiting' }]);
    },
  );

  test('stays on hold while the answers cannot be had', async () => {
    const enquiry = await owing(['INFORM_PARENT']);
    await enquiry.accepted({ text: 'He reads her messages.', facts: { flags: ['do_not_alert'] } });
    sharing.others.answers.delete(`/decision/facts/enquiries/${enquiry.enquiryId}`);
    expect(await listed(enquiry)).toMatchObject([{ state: 'waiting' }]);
  });

  test('has a second part with its own time where the rule book gives it one', async () => {
    const enquiry = await owing(['RECALL']);
    const [task] = await listed(enquiry);
    expect(task).toMatchObject({ words: 'Recall what was sent', part: 1, dueAt: '2026-11-24T11:00:00.000Z' });
    await complete(enquiry, task);
    const [then] = await listed(enquiry);
    expect(then).toMatchObject({
      words: 'Confirm that it was destroyed',
      part: 2,
      state: 'open',
      dueAt: '2026-11-25T10:00:00.000Z',
    });
    await complete(enquiry, then);
    expect((await listed(enquiry)).every(({ state }) => state === 'done')).toBe(true);
  });

  test('is seen and done by its owner: the hub, its managers, the holder, the administrator, information governance', async () => {
    const ofHub = await owing(['INFORM_PARENT', 'RISK_AGAIN', 'REFERRER_DEFECT', 'AGR_GAP', 'TO_IG']);
    const ofHolder = await owing(['HOLD_TELLING'], 1, { mode: 'content' });
    expect(await mineOf(people.analyst, ofHub)).toEqual(['INFORM_PARENT']);
    expect(new Set(await mineOf(people.manager, ofHub))).toEqual(
      new Set(['INFORM_PARENT', 'RISK_AGAIN', 'REFERRER_DEFECT']),
    );
    expect(await mineOf(people.contactOfficer, ofHub)).toEqual(['REFERRER_DEFECT']);
    expect(await mineOf(people.admin, ofHub)).toEqual(['AGR_GAP']);
    expect(await mineOf(people.igOfficer, ofHub)).toEqual(['TO_IG']);
    expect(await mineOf(people.policeLiaison, ofHolder)).toEqual(['HOLD_TELLING']);
    expect(await mine(people.healthLiaison)).toEqual([]);
    const held = (await mine(people.policeLiaison)).find(({ enquiryId }) => enquiryId === ofHolder.enquiryId);
    expect(await listed(ofHolder)).toEqual([]);
    expect((await complete(ofHolder, held, people.healthLiaison)).status).toBe(404);
    expect((await complete(ofHolder, held, people.analyst)).body.code).toBe('OBLIGATION.COMPLETE_NOT_ALLOWED');
    expect((await complete(ofHolder, held, people.policeLiaison)).status).toBe(204);
  });

  test('climbs when it is late, is said to be late once, and shows late ones first', async () => {
    const enquiry = await owing(['INFORM_PARENT', 'RISK_AGAIN', 'AGR_GAP']);
    clock.set('2026-11-25T11:00:00.000Z');
    await Promise.all([sharing.app.get(LateAnnouncer).announceAll(), sharing.app.get(LateAnnouncer).announceAll()]);
    await sharing.app.get(LateAnnouncer).announceAll();
    const announced = await sharing.query<{ data: object }>(
      `SELECT envelope -> 'data' AS data FROM (SELECT type, key, envelope FROM outbox UNION ALL SELECT type, key, envelope FROM outbox_archive) AS put_down
        WHERE type = $1 AND key = $2`,
      [ObligationLateV1.type, enquiry.enquiryId],
    );
    expect(announced).toHaveLength(1);
    expect(Object.keys(announced[0]?.data ?? {}).sort()).toEqual(['dueAt', 'enquiryId', 'noticedAt', 'obligationId']);
    expect((await listed(enquiry)).map(({ code, late, climbedTo }) => [code, late, climbedTo])).toEqual([
      ['RISK_AGAIN', true, 'ig'],
      ['INFORM_PARENT', false, undefined],
      ['AGR_GAP', false, undefined],
    ]);
    expect(await mineOf(people.igOfficer, enquiry)).toEqual(['RISK_AGAIN']);
    const [late] = await listed(enquiry);
    expect((await complete(enquiry, late, people.igOfficer)).status).toBe(403);
  });

  test('is not done by a note that nobody could read, or that somebody else wrote', async () => {
    const enquiry = await owing(['INFORM_PARENT']);
    const [task] = await listed(enquiry);
    const forged = await complete(enquiry, task, people.analyst, { signedBy: people.manager.id });
    expect([forged.status, forged.body.code]).toEqual([422, 'SEAL.CLAIM_MISMATCH']);
    const blank = await complete(enquiry, task, people.analyst, { words: ' ' });
    expect([blank.status, blank.body.code]).toEqual([422, 'SEAL.CONTENT_INVALID']);
    const other = await AnEnquiry.begin(sharing);
    const stepId = newId();
    const ids = { partnershipId: DEMO_PARTNERSHIP, enquiryId: enquiry.enquiryId, noteId: stepId };
    const header = { typ: 'note', version: 1, ...ids, authorId: people.analyst.id } as const;
    const its = { content: { words: 'I rang her mother.' }, by: people.analyst.id, to: other.publicKey };
    const body = { stepId, outcome: 'done', sealedNote: await enquiry.seal<'note'>(header, its) };
    const away = await sharing.as(people.analyst)('post', `/obligations/${task?.obligationId ?? ''}/complete`, body);
    expect([away.status, away.body.code]).toEqual([422, 'SEAL.WRONG_KEY']);
    expect(await listed(enquiry)).toMatchObject([{ state: 'open' }]);
  });

  test('is refused a note that is not of this step, by this person, and leaves nothing half done', async () => {
    const enquiry = await owing(['INFORM_PARENT']);
    const other = await AnEnquiry.begin(sharing);
    const [task] = await listed(enquiry);
    const byAnother = await complete(enquiry, task, people.analyst, { noteBy: people.manager.id });
    expect([byAnother.status, byAnother.body.code]).toEqual([422, 'SEAL.HEADER_MISMATCH']);
    const elsewhere = await complete(other, task);
    expect([elsewhere.status, elsewhere.body.code]).toEqual([422, 'SEAL.WRONG_KEY']);
    expect(await listed(enquiry)).toMatchObject([{ state: 'open' }]);
    const stepId = newId();
    expect((await complete(enquiry, task, people.analyst, { stepId })).status).toBe(204);
    expect((await complete(enquiry, task, people.analyst, { stepId })).status).toBe(204);
    expect((await complete(enquiry, task, people.manager, { stepId })).body.code).toBe('SHARING.STEP_EXISTS');
    const otherwise = await complete(enquiry, task, people.analyst, { stepId, words: 'I rang nobody.' });
    expect([otherwise.status, otherwise.body.code]).toEqual([409, 'SHARING.STEP_EXISTS']);
    for (const table of ['obligation_step', 'telling_hold'])
      await expect(sharing.queryAsApp(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
    await expect(sharing.queryAsApp(`UPDATE obligation_step SET outcome = 'done'`)).rejects.toThrow(
      'permission denied',
    );
  });
});
