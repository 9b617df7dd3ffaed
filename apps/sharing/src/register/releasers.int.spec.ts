import { DEMO_AGENCIES, newId } from '@mash/contracts';
import { MovableClock, people } from '@mash/testing';
import { establish } from '../../testing/a-partnership';
import { aHeldItem } from '../../testing/held-item';
import { appointment, nameReleasers } from '../../testing/named-releasers';
import { startSharing, type Sharing } from '../../testing/start-sharing';

const MORNING = '2026-11-24T10:00:00.000Z';
const NIGHT = '2026-11-25T02:00:00.000Z';

describe('The register of releasers', () => {
  const clock = new MovableClock(MORNING);
  let sharing: Sharing;
  beforeEach(async () => {
    clock.set(MORNING);
    sharing = await startSharing({ clock });
    await establish(sharing);
  });
  afterEach(() => sharing.close());

  const register = (as = people.admin) => sharing.as(as)('get', '/register/releasers');
  const appoint = (body: object, as = people.admin) => sharing.as(as)('post', '/register/releasers', body);
  const refusalsOf = (action: string) =>
    sharing.query(
      `SELECT 1 FROM (SELECT type, envelope FROM outbox UNION ALL SELECT type, envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'action' = $1 AND envelope -> 'data' ->> 'outcome' = 'refused'`,
      [action],
    );
  const minutesLater = (minutes: number, from = MORNING) => clock.set(new Date(Date.parse(from) + minutes * 60_000));

  test('is read by the hub, its overseers, and each agency for its own part, and by nobody else', async () => {
    await nameReleasers(sharing, MORNING);
    const agenciesSeenBy = async (as: typeof people.admin) =>
      new Set(((await register(as)).body.appointments as { agencyId: string }[]).map(({ agencyId }) => agencyId));
    expect(await agenciesSeenBy(people.analyst)).toEqual(new Set([DEMO_AGENCIES.council, DEMO_AGENCIES.police]));
    expect(await agenciesSeenBy(people.policeDeputy)).toEqual(new Set([DEMO_AGENCIES.police]));
    expect(await agenciesSeenBy(people.healthLiaison)).toEqual(new Set());
    for (const nobody of [people.teacher, people.otherAnalyst, people.auditor])
      expect((await register(nobody)).status).toBe(404);
  });

  test("is kept by the administrator, and by the agency's named senior for its own agency", async () => {
    await nameReleasers(sharing, MORNING);
    const another = appointment({ accountId: newId(), seat: 'deputy', name: 'Another deputy' });
    expect((await appoint(another, people.policeDeputy)).body.code).toBe('RELEASER_REGISTER.KEEP_NOT_ALLOWED');
    expect((await appoint(another, people.healthLiaison)).status).toBe(404);
    expect((await appoint(another, people.policeSenior)).status).toBe(204);
    expect((await appoint(appointment({ agencyId: DEMO_AGENCIES.health }), people.policeSenior)).status).toBe(404);
    expect(await refusalsOf('releaser.appoint')).toHaveLength(3);
  });

  test.each(['hub_manager', 'legal', 'adoption', 'ig'] as const)(
    "leaves the partnership's desk %s to the administrator, whoever pays who sits there",
    async (desk) => {
      await nameReleasers(sharing, MORNING);
      const seat = appointment({ desk, accountId: people.policeSenior.id, name: 'Themselves' });
      expect((await appoint(seat, people.policeSenior)).body.code).toBe('RELEASER_REGISTER.KEEP_NOT_ALLOWED');
      expect((await appoint(seat)).status).toBe(204);
      const end = (as = people.admin) =>
        sharing.as(as)('post', `/register/releasers/${seat.appointmentId}/end`, { endsAt: NIGHT });
      expect((await end(people.policeSenior)).body.code).toBe('RELEASER_REGISTER.KEEP_NOT_ALLOWED');
      expect(await refusalsOf('releaser.end')).toHaveLength(1);
      expect((await end()).status).toBe(204);
    },
  );

  test("is not kept for an agency by whom it lends to one of the partnership's desks", async () => {
    await nameReleasers(sharing, MORNING);
    const lent = appointment({ desk: 'legal', seat: 'senior', accountId: people.policeDeputy.id, name: 'A lawyer' });
    expect((await appoint(lent)).status).toBe(204);
    const another = appointment({ accountId: newId(), seat: 'deputy', name: 'Another deputy' });
    expect((await appoint(another, people.policeDeputy)).body.code).toBe('RELEASER_REGISTER.KEEP_NOT_ALLOWED');
  });

  test.each([
    ['somebody who cannot be reached', { accountId: undefined }, 422, 'SHARING.NO_WAY_TO_REACH'],
    ['an end before the start', { startsAt: NIGHT, endsAt: MORNING }, 422, 'SHARING.ENDS_BEFORE_IT_STARTS'],
    ['an agency that is not in the register', { agencyId: 'nobody' }, 404, 'AGENCY.NOT_FOUND'],
    ['a seat that there is not', { seat: 'king' }, 400, undefined],
  ])('refuses %s, and keeps nothing', async (_what, changes, status, code) => {
    const refused = await appoint({ ...appointment(), ...changes });
    expect(refused.status).toBe(status);
    if (code !== undefined) expect(refused.body.code).toBe(code);
    expect(await sharing.query('SELECT 1 FROM releaser_appointment')).toEqual([]);
  });

  test('answers as before when the same comes twice, and refuses another thing under one id', async () => {
    const one = appointment();
    expect((await appoint(one)).status).toBe(204);
    expect((await appoint(one)).status).toBe(204);
    expect((await appoint({ ...one, seat: 'deputy' })).body.code).toBe('SHARING.APPOINTMENT_EXISTS');
    expect((await appoint(appointment())).body.code).toBe('SHARING.SEATED_ALREADY');
    expect(await sharing.query('SELECT seat FROM releaser_appointment')).toEqual([{ seat: 'releaser' }]);
  });

  test('can be added to and ended, and not rewritten, by the service itself', async () => {
    await expect(sharing.queryAsApp(`UPDATE releaser_appointment SET account_id = 'x'`)).rejects.toThrow('permission');
    await expect(sharing.queryAsApp(`DELETE FROM releaser_appointment`)).rejects.toThrow('permission denied');
    await expect(sharing.queryAsApp(`UPDATE review_step SET level = 'deputy'`)).rejects.toThrow('permission denied');
  });

  test('decides who answers: the releaser, from half the deputy, from the end the senior, at double nobody for the holder', async () => {
    await nameReleasers(sharing, MORNING);
    const { reviewId, answer, enquiry } = await aHeldItem(sharing);
    const waitsFor = async (as: typeof people.admin) => {
      const { body } = await sharing.as(as)('get', '/reviews');
      const ids = (list: { reviewId: string }[]) => list.map((one) => one.reviewId);
      return ids(body.reviews).includes(reviewId)
        ? 'answers'
        : ids(body.watched).includes(reviewId)
          ? 'sees'
          : 'nothing';
    };
    const who = [people.policeLiaison, people.policeDeputy, people.policeSenior, people.manager, people.igOfficer];
    const seen = async () => Promise.all(who.map(waitsFor));
    expect(await seen()).toEqual(['answers', 'sees', 'sees', 'sees', 'nothing']);
    minutesLater(8);
    expect(await seen()).toEqual(['answers', 'answers', 'sees', 'sees', 'nothing']);
    minutesLater(15);
    expect(await seen()).toEqual(['answers', 'answers', 'answers', 'sees', 'nothing']);
    minutesLater(30);
    expect(await seen()).toEqual(['answers', 'answers', 'answers', 'sees', 'sees']);
    expect((await answer(people.manager)).body.code).toBe('REVIEW.ANSWER_NOT_ALLOWED');
    expect((await answer(people.igOfficer)).body.code).toBe('REVIEW.ANSWER_NOT_ALLOWED');
    expect((await answer(people.healthLiaison)).status).toBe(404);
    expect(await waitsFor(people.healthLiaison)).toBe('nothing');
    expect((await answer(people.policeSenior)).status).toBe(204);
    expect(enquiry.enquiryId).toBeTruthy();
  });

  test('counts what waits for a badge as the list does', async () => {
    await nameReleasers(sharing, MORNING);
    await aHeldItem(sharing);
    const badge = async (as: typeof people.admin) => (await sharing.as(as)('get', '/reviews/waiting')).body as object;
    expect(await badge(people.policeLiaison)).toEqual({ waiting: 1, late: 0 });
    expect(await badge(people.policeDeputy)).toEqual({ waiting: 0, late: 0 });
    minutesLater(16);
    expect(await badge(people.policeDeputy)).toEqual({ waiting: 1, late: 1 });
  });

  test('takes a leaver off the desk at their end, and their answer is refused from then on', async () => {
    await nameReleasers(sharing, MORNING);
    const { body } = await register();
    const mine = (body.appointments as { appointmentId: string; accountId?: string; seat: string }[]).find(
      ({ accountId, seat }) => accountId === people.policeLiaison.id && seat === 'releaser',
    );
    const { answer } = await aHeldItem(sharing);
    const end = (endsAt: string) =>
      sharing.as(people.admin)('post', `/register/releasers/${mine?.appointmentId ?? ''}/end`, { endsAt });
    expect((await end('2026-11-24T10:05:00.000Z')).status).toBe(204);
    expect((await register()).body.warnings).toContainEqual(
      expect.objectContaining({ agencyId: DEMO_AGENCIES.police, code: 'leaver_soon' }),
    );
    minutesLater(5);
    expect((await answer(people.policeLiaison)).body.code).toBe('REVIEW.ANSWER_NOT_ALLOWED');
    expect((await end('2026-11-24T11:00:00.000Z')).body.code).toBe('SHARING.ENDED_ALREADY');
    expect((await answer(people.policeDeputy)).status).toBe(204);
  });

  test('says which desk has nobody, where whoever is on it may answer', async () => {
    const { body } = await register();
    expect(body.warnings).toContainEqual(
      expect.objectContaining({ agencyId: DEMO_AGENCIES.police, desk: 'holder', code: 'nobody_named' }),
    );
    const { answer, reviewId } = await aHeldItem(sharing);
    const shown = await sharing.as(people.policeDeputy)('get', `/reviews/${reviewId}`);
    expect(shown.body).toMatchObject({ nobodyNamed: true, mayAnswer: true });
    expect((await answer(people.policeDeputy)).status).toBe(204);
  });

  test('gives the number to ring at night', async () => {
    await nameReleasers(sharing, MORNING);
    clock.set(NIGHT);
    const { reviewId } = await aHeldItem(sharing);
    const { body } = await sharing.as(people.manager)('get', `/reviews/${reviewId}`);
    expect(body.dutyRoutes).toEqual([{ name: 'Control room', telephone: '01632 960101' }]);
  });
});
