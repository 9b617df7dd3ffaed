import {
  DEMO_AGENCIES,
  DEMO_PARTNERSHIP,
  newId,
  ReviewOverriddenV1,
  type OverrideGround,
  type Overrides,
} from '@mash/contracts';
import { MovableClock, people } from '@mash/testing';
import type { PersonActor } from '@mash/authorisation';
import { establish } from '../../testing/a-partnership';
import { AnEnquiry } from '../../testing/an-enquiry';
import { aHeldItem } from '../../testing/held-item';
import { nameReleasers } from '../../testing/named-releasers';
import { startSharing, type Sharing } from '../../testing/start-sharing';
import { LadderClimber } from '../features/climb-ladder/ladder-climber';

const NIGHT = '2026-11-25T02:00:00.000Z';

describe('An override', () => {
  const clock = new MovableClock(NIGHT);
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await startSharing({ clock });
    await establish(sharing);
    await nameReleasers(sharing, NIGHT);
  });
  afterAll(() => sharing.close());
  beforeEach(() => clock.set(NIGHT));

  const minutesLater = (minutes: number) => clock.set(new Date(Date.parse(NIGHT) + minutes * 60_000));
  /** Signed in just now. */
  const fresh = (person: PersonActor): PersonActor => ({
    ...person,
    signedInAt: Math.floor(clock.now().getTime() / 1000),
  });
  const decisionOf = async (reviewId: string) => {
    const [row] = await sharing.query<{ id: string }>(
      'SELECT sharing_decision_id AS id FROM review WHERE review_id = $1',
      [reviewId],
    );
    return row?.id ?? '';
  };
  const aCase = async () => {
    const held = await aHeldItem(sharing);
    sharing.others.access.set(people.deputyManager.id, { access: 'ordinary', audience: 'hub_manager' });
    return { ...held, decisionId: await decisionOf(held.reviewId) };
  };
  const reasonBy = (enquiry: AnEnquiry, overrideId: string, by: string, reason = 'He is on his way to the school.') => {
    const ids = { partnershipId: DEMO_PARTNERSHIP, enquiryId: enquiry.enquiryId, reviewId: overrideId };
    return enquiry.seal<'review'>({ typ: 'review', version: 1, ...ids }, { content: { reason }, by });
  };
  const propose = async (
    its: { enquiry: AnEnquiry; decisionId: string },
    as: PersonActor = fresh(people.manager),
    changes: { grounds?: OverrideGround[]; strikes?: string[]; reasonBy?: string } = {},
  ) => {
    const overrideId = newId();
    const sealedReason = await reasonBy(its.enquiry, overrideId, changes.reasonBy ?? as.id);
    const { grounds = ['OV_HARM'], strikes = ['CONDITION_NOT_MET'] } = changes;
    const answer = await sharing.as(as)('post', `/sharing-decisions/${its.decisionId}/override`, {
      ...{ overrideId, grounds, strikes, sealedReason },
    });
    return { overrideId, answer, code: answer.body.code as string | undefined };
  };
  const confirm = (overrideId: string, as: PersonActor = fresh(people.deputyManager), answer = 'confirm') =>
    sharing.as(as)('post', `/overrides/${overrideId}/confirm`, { answer });
  const shown = async (look: Awaited<ReturnType<typeof aHeldItem>>['look'], as: PersonActor = people.analyst) =>
    (await look(as)).items.map(({ visibility }) => visibility);
  const tasks = (enquiryId: string) =>
    sharing.query<{ code: string; done: boolean }>(
      `SELECT DISTINCT code, done_at IS NOT NULL AS done FROM obligation WHERE enquiry_id = $1 AND code IN ('TELL_HOLDER', 'OVERRIDE_REVIEW') ORDER BY code`,
      [enquiryId],
    );
  const state = async (overrideId: string) =>
    (
      await sharing.query<{ state: string }>('SELECT state FROM review_override WHERE override_id = $1', [overrideId])
    )[0]?.state;

  /** Reason codes of the audit entries of what was refused, each once. */
  const refusals = async (action: string, subjectId: string) => {
    const rows = await sharing.query<{ code: string }>(
      `SELECT DISTINCT envelope -> 'data' ->> 'reasonCode' AS code
        FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'action' = $1 AND envelope -> 'data' ->> 'outcome' = 'refused'
          AND envelope -> 'data' -> 'subject' ->> 'id' = $2 ORDER BY code`,
      [action, subjectId],
    );
    return rows.map(({ code }) => code);
  };

  test('where the holder does not pick up: minutes, the deputy, then that item alone, by two people, the holder told at once', async () => {
    const its = await aCase();
    const other = await aHeldItem(sharing, its.enquiry);
    await sharing.app.get(LadderClimber).climbAll();
    const early = await propose(its, fresh(people.manager), { grounds: ['OV_SILENT', 'OV_HARM'] });
    expect([early.answer.status, early.code]).toEqual([422, 'SHARING.OVERRIDE_NOT_VALID']);
    minutesLater(8);
    await sharing.app.get(LadderClimber).climbAll();
    const deputy = await sharing.as(people.policeDeputy)('get', `/reviews/${its.reviewId}`);
    expect(deputy.body).toMatchObject({ level: 'deputy', mayAnswer: true });
    minutesLater(15);
    const { overrideId, answer } = await propose(its, fresh(people.manager), { grounds: ['OV_SILENT', 'OV_HARM'] });
    expect([answer.status, answer.body.state]).toEqual([201, 'waiting']);
    expect(await shown(its.look)).toEqual(['withheld']);
    expect((await confirm(overrideId)).status).toBe(204);
    const [item] = (await its.look()).items;
    expect(item).toMatchObject({ visibility: 'shown', outcome: 'PERMIT' });
    expect(await shown(other.look)).toEqual(['withheld']);
    expect(await tasks(its.enquiry.enquiryId)).toEqual([
      { code: 'OVERRIDE_REVIEW', done: false },
      { code: 'TELL_HOLDER', done: true },
    ]);
    const told = await sharing.as(people.policeLiaison)('get', '/overrides');
    expect(told.body.overrides).toMatchObject([
      { overrideId, holderAgencyId: DEMO_AGENCIES.police, enquiryReference: 'E-2345678' },
    ]);
    const announced = await sharing.query(
      `SELECT 1 FROM (SELECT type, envelope FROM outbox UNION ALL SELECT type, envelope FROM outbox_archive) AS put_down
        WHERE type = $1 AND envelope -> 'data' ->> 'overrideId' = $2`,
      [ReviewOverriddenV1.type, overrideId],
    );
    expect(announced).toHaveLength(1);
  });

  test('covers one recipient: the same item stays shut to another', async () => {
    const its = await aCase();
    const { overrideId } = await propose(its);
    await confirm(overrideId);
    expect(await shown(its.look)).toEqual(['shown']);
    expect(await shown(its.look, people.deputyManager)).toEqual(['withheld']);
  });

  test('expires when the facts that carry its ground are gone', async () => {
    const its = await aCase();
    const { overrideId } = await propose(its);
    await confirm(overrideId);
    its.enquiry.factsAre({ decision: { threshold: 's17' } });
    sharing.others.access.set(people.analyst.id, { access: 'ordinary', audience: 'hub_analyst' });
    expect(await shown(its.look)).toEqual(['withheld']);
    its.enquiry.factsAre({});
    expect(await shown(its.look)).toEqual(['shown']);
  });

  test.each([
    ['the analyst', people.socialWorkAnalyst, 404, 'SHARING_DECISION.NOT_FOUND'],
    ['whoever asked', people.analyst, 403, 'SHARING.SELF_OVERRIDE'],
    ['a manager without the clearance', { ...people.manager, clearances: [] }, 403, 'REVIEW.OVERRIDE_NOT_ALLOWED'],
    ['the holder', people.policeLiaison, 403, 'REVIEW.OVERRIDE_NOT_ALLOWED'],
    ['another agency', people.healthLiaison, 404, 'SHARING_DECISION.NOT_FOUND'],
    ['another partnership', people.otherAnalyst, 404, 'SHARING_DECISION.NOT_FOUND'],
  ])(
    'is refused to %s, and leaves an audit entry in their own log and nothing else',
    async (_who, person, status, code) => {
      const its = await aCase();
      const refused = await propose(its, fresh(person), { reasonBy: person.id });
      expect([refused.answer.status, refused.code]).toEqual([status, code]);
      const noted = await sharing.query(
        `SELECT 1 FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'action' = 'override.propose' AND envelope -> 'data' ->> 'outcome' = 'refused'
          AND envelope -> 'data' -> 'actor' ->> 'id' = $1 AND envelope -> 'data' ->> 'partnershipId' = $2
          AND envelope -> 'data' -> 'subject' ->> 'id' = $3`,
        [person.id, person.partnershipId, its.decisionId],
      );
      expect(noted).toHaveLength(1);
      expect(
        await sharing.query('SELECT 1 FROM review_override WHERE enquiry_id = $1', [its.enquiry.enquiryId]),
      ).toEqual([]);
    },
  );

  test('is refused to a manager who is kept out of the enquiry, as if there were none', async () => {
    const its = await aCase();
    sharing.others.access.set(people.manager.id, { access: 'conflict', audience: 'hub_manager' });
    expect((await propose(its)).answer.status).toBe(404);
  });

  test('needs a fresh sign-in, of both people', async () => {
    const its = await aCase();
    expect((await propose(its, people.manager)).code).toBe('AUTH.STEP_UP_NEEDED');
    const stale = { ...people.manager, signedInAt: Math.floor(Date.parse(NIGHT) / 1000) - 6 * 60 };
    expect((await propose(its, stale)).code).toBe('AUTH.STEP_UP_NEEDED');
    const { overrideId, answer } = await propose(its);
    expect(answer.status).toBe(201);
    expect((await confirm(overrideId, people.deputyManager)).body.code).toBe('AUTH.STEP_UP_NEEDED');
    expect(await state(overrideId)).toBe('waiting');
  });

  test.each([
    [
      'a ground that section 47 carries, below it',
      { grounds: ['OV_HARM'] as OverrideGround[] },
      's17',
      'SHARING.OVERRIDE_NOT_VALID',
    ],
    [
      'welfare against a condition',
      { grounds: ['OV_WELFARE'] as OverrideGround[] },
      's47',
      'SHARING.OVERRIDE_NOT_VALID',
    ],
    ['a reason that no override may strike', { strikes: ['MAY_IDENTIFY_SOURCE'] }, 's47', 'SHARING.OVERRIDE_NOT_VALID'],
    ['a reason that does not stand here', { strikes: ['CONSENT_REFUSED'] }, 's47', 'SHARING.OVERRIDE_NOT_VALID'],
    ["a reason in another person's words", { reasonBy: people.deputyManager.id }, 's47', 'SEAL.CONTENT_INVALID'],
  ])('is refused with %s', async (_what, changes, threshold, code) => {
    const its = await aCase();
    if (threshold === 's17') its.enquiry.factsAre({ decision: { threshold: 's17' } });
    const refused = await propose(its, fresh(people.manager), changes);
    expect([refused.answer.status, refused.code]).toEqual([422, code]);
    expect(JSON.stringify(refused.answer.body)).not.toContain('on his way');
  });

  test('is refused where its reason is sealed for another override', async () => {
    const its = await aCase();
    const sealedReason = await reasonBy(its.enquiry, newId(), people.manager.id);
    const body = { overrideId: newId(), grounds: ['OV_HARM'], strikes: ['CONDITION_NOT_MET'], sealedReason };
    const refused = await sharing.as(fresh(people.manager))(
      'post',
      `/sharing-decisions/${its.decisionId}/override`,
      body,
    );
    expect([refused.status, refused.body.code]).toEqual([422, 'SEAL.HEADER_MISMATCH']);
  });

  test('is not confirmed by whoever proposed or asked, nor twice, and of two who confirm at once one does', async () => {
    const its = await aCase();
    const { overrideId } = await propose(its);
    expect((await propose(its, fresh(people.deputyManager))).code).toBe('SHARING.OVERRIDE_WAITING');
    expect((await confirm(overrideId, fresh(people.manager))).body.code).toBe('OVERRIDE.CONFIRM_NOT_ALLOWED');
    expect((await confirm(overrideId, fresh(people.igOfficer))).body.code).toBe('OVERRIDE.CONFIRM_NOT_ALLOWED');
    expect((await confirm(overrideId, fresh(people.analyst))).status).toBe(404);
    const both = await Promise.all([confirm(overrideId), confirm(overrideId)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    // However late the second of them comes, it is told the same.
    const later = await confirm(overrideId);
    expect([later.status, later.body.code]).toEqual([409, 'SHARING.OVERRIDE_SETTLED']);
    expect((await confirm(overrideId, fresh(people.igOfficer))).body.code).toBe('OVERRIDE.CONFIRM_NOT_ALLOWED');
    expect(await refusals('override.confirm', overrideId)).toEqual([
      'OVERRIDE.CONFIRM_NOT_ALLOWED',
      'OVERRIDE.NOT_FOUND',
      'SHARING.OVERRIDE_SETTLED',
    ]);
    expect(
      await sharing.query('SELECT 1 FROM obligation WHERE enquiry_id = $1 AND code = $2', [
        its.enquiry.enquiryId,
        'OVERRIDE_REVIEW',
      ]),
    ).toHaveLength(1);
  });

  test('that is declined opens nothing, and can be proposed again', async () => {
    const its = await aCase();
    const { overrideId } = await propose(its);
    expect((await confirm(overrideId, fresh(people.deputyManager), 'decline')).status).toBe(204);
    expect([await state(overrideId), await shown(its.look)]).toEqual(['declined', ['withheld']]);
    expect(await tasks(its.enquiry.enquiryId)).toEqual([]);
    expect((await propose(its)).answer.status).toBe(201);
  });

  test('is not offered for a yes to whoever asked again what it overrides', async () => {
    const its = await aCase();
    const again = `UPDATE sharing_decision SET fact_versions = fact_versions || jsonb_build_object('askedAgainBy', jsonb_build_array($2::text)) WHERE sharing_decision_id = $1`;
    const { overrideId } = await propose(its);
    const offered = async () => {
      const as = sharing.as(fresh(people.deputyManager));
      const [{ body }, { body: one }] = [await as('get', '/overrides'), await as('get', `/overrides/${overrideId}`)];
      const listed = (body as Overrides).overrides.filter((each) => each.overrideId === overrideId);
      return [...listed, one as { mayConfirm: boolean }].map(({ mayConfirm }) => mayConfirm);
    };
    const before = await offered();
    await sharing.query(again, [its.decisionId, people.deputyManager.id]);
    expect([before, await offered()].flat()).toEqual([true, true, false, false]);
    expect((await confirm(overrideId)).body.code).toBe('OVERRIDE.CONFIRM_NOT_ALLOWED');
  });

  test.each(['release', 'refuse'] as const)('lapses where the holder answered meanwhile: %s', async (given) => {
    const its = await aCase();
    const { overrideId } = await propose(its);
    clock.set(new Date(clock.now().getTime() + 1000));
    expect((await its.answer(people.policeLiaison, given)).status).toBe(204);
    expect((await confirm(overrideId)).body.code).toBe('SHARING.OVERRIDE_LAPSED');
    expect(await state(overrideId)).toBe('lapsed');
  });

  test("sets the holder's refusal aside, by its own name", async () => {
    const its = await aCase();
    expect((await its.answer(people.policeLiaison, 'refuse')).status).toBe(204);
    expect(await shown(its.look)).toEqual(['withheld']);
    const options = await sharing.as(people.manager)('get', `/sharing-decisions/${its.decisionId}/override`);
    expect((options.body.strikes as { code: string }[]).map(({ code }) => code)).toContain('HOLDER_REFUSED');
    const naming = async (...strikes: string[]) => {
      const { overrideId } = await propose(its, fresh(people.manager), { grounds: ['OV_LIFE'], strikes });
      await confirm(overrideId);
      return shown(its.look);
    };
    expect(await naming('HOLDER_REFUSED')).toEqual(['withheld']);
    expect(await naming('CONDITION_NOT_MET')).toEqual(['shown']);
  });

  test('keeps reason and cause sealed, and the table keeps it to two people who did not ask', async () => {
    const its = await aCase();
    const { overrideId } = await propose(its);
    const [row] = await sharing.query('SELECT * FROM review_override WHERE override_id = $1', [overrideId]);
    expect(JSON.stringify(row)).not.toMatch(/CONDITION|on his way/);
    const same = `UPDATE review_override SET second_by = proposed_by WHERE override_id = '${overrideId}'`;
    await expect(sharing.query(same)).rejects.toThrow('ck_review_override_two_people');
    await expect(sharing.queryAsApp(`UPDATE review_override SET grounds = '{OV_LIFE}'`)).rejects.toThrow('permission');
    await expect(sharing.queryAsApp(`DELETE FROM override_judgement`)).rejects.toThrow('permission denied');
  });

  test('is read with its reason by managers and information governance, and judged by the latter', async () => {
    const its = await aCase();
    const { overrideId } = await propose(its);
    const judge = (as: PersonActor, verdict = 'explained') =>
      sharing.as(as)('post', `/overrides/${overrideId}/judgement`, { judgementId: newId(), verdict });
    expect((await judge(people.igOfficer)).status).toBe(403);
    await confirm(overrideId);
    const read = (as: PersonActor) => sharing.as(as)('get', `/overrides/${overrideId}`);
    expect((await read(people.igOfficer)).body).toMatchObject({
      ...{ reason: 'He is on his way to the school.', grounds: ['OV_HARM'], state: 'in_force', mayJudge: true },
      ...{ proposedBy: people.manager.id, secondPerson: people.deputyManager.id, igDueAt: '2026-12-02T08:30:00.000Z' },
    });
    for (const nobody of [people.analyst, people.policeLiaison, people.healthLiaison, people.auditor])
      expect((await read(nobody)).status).toBe(404);
    expect((await judge(people.manager)).status).toBe(403);
    expect((await judge(people.igOfficer, 'ask_manager')).status).toBe(204);
    expect(await tasks(its.enquiry.enquiryId)).toContainEqual({ code: 'OVERRIDE_REVIEW', done: false });
    expect((await judge(people.igOfficer)).status).toBe(204);
    expect(await tasks(its.enquiry.enquiryId)).toContainEqual({ code: 'OVERRIDE_REVIEW', done: true });
    const { body } = await read(people.igOfficer);
    expect((body.judgements as { verdict: string }[]).map(({ verdict }) => verdict)).toEqual([
      'ask_manager',
      'explained',
    ]);
  });

  test('is acknowledged by the holder and by nobody else', async () => {
    const its = await aCase();
    const { overrideId } = await propose(its);
    const seen = (as: PersonActor) => sharing.as(as)('post', `/overrides/${overrideId}/seen`, {});
    expect((await seen(people.policeLiaison)).status).toBe(404);
    await confirm(overrideId);
    expect((await seen(people.healthLiaison)).status).toBe(404);
    expect((await seen(people.policeDeputy)).status).toBe(204);
    const list = await sharing.as(people.policeLiaison)('get', '/overrides');
    const mine = (list.body.overrides as { overrideId: string; holderSeenAt?: string }[]).find(
      (one) => one.overrideId === overrideId,
    );
    expect(mine?.holderSeenAt).toBe(clock.now().toISOString());
  });

  test('takes effect at once by one person where the pack asks for no second, and is told and listed all the same', async () => {
    const enquiry = await AnEnquiry.begin(sharing);
    enquiry.factsAre({ decision: { pack: { id: 'medway', version: '2026.1' } } });
    const held = await aHeldItem(sharing, enquiry);
    const its = { ...held, decisionId: await decisionOf(held.reviewId) };
    const options = await sharing.as(people.manager)('get', `/sharing-decisions/${its.decisionId}/override`);
    expect(options.body).toMatchObject({ secondPerson: false });
    expect((await propose(its, people.manager)).code).toBe('AUTH.STEP_UP_NEEDED');
    expect(await shown(its.look)).toEqual(['withheld']);
    const { overrideId, answer } = await propose(its);
    expect([answer.status, answer.body]).toEqual([201, { overrideId, state: 'in_force' }]);
    expect(await shown(its.look)).toEqual(['shown']);
    expect(await tasks(enquiry.enquiryId)).toEqual([
      { code: 'OVERRIDE_REVIEW', done: false },
      { code: 'TELL_HOLDER', done: true },
    ]);
    const [row] = await sharing.query('SELECT second_by, settled_at FROM review_override WHERE override_id = $1', [
      overrideId,
    ]);
    expect(row).toEqual({ second_by: null, settled_at: clock.now() });
    for (const reader of [people.policeLiaison, people.igOfficer]) {
      const { body } = await sharing.as(reader)('get', '/overrides');
      const mine = (body.overrides as { overrideId: string }[]).find((one) => one.overrideId === overrideId);
      expect(mine).toMatchObject({ state: 'in_force', proposedBy: people.manager.id });
      expect(mine).not.toHaveProperty('secondPerson');
    }
    sharing.others.access.set(people.deputyManager.id, { access: 'ordinary', audience: 'hub_manager' });
    expect((await confirm(overrideId)).body.code).toBe('SHARING.OVERRIDE_SETTLED');
  });

  test('stays on the list until it has been looked at, however many came after it', async () => {
    const its = await aCase();
    const { overrideId } = await propose(its);
    await confirm(overrideId);
    await sharing.query(
      `INSERT INTO review_override SELECT (jsonb_populate_record(o, jsonb_build_object('override_id', gen_random_uuid(),
          'proposed_at', o.proposed_at + interval '1 day', 'holder_seen_at', now(), 'holder_seen_by', 'a liaison'))).*
        FROM review_override o, generate_series(1, 210) WHERE override_id = $1`,
      [overrideId],
    );
    await sharing.query(
      `INSERT INTO override_judgement SELECT gen_random_uuid(), override_id, 'explained', 'an officer', now()
        FROM review_override WHERE enquiry_id = $1 AND override_id <> $2`,
      [its.enquiry.enquiryId, overrideId],
    );
    const { body } = await sharing.as(people.igOfficer)('get', '/overrides');
    const all = body.overrides as { overrideId: string; enquiryId: string }[];
    const listed = all.filter(({ enquiryId }) => enquiryId === its.enquiry.enquiryId);
    expect([listed.length, listed[0]?.overrideId]).toEqual([201, overrideId]);
  });
});
