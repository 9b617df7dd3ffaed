import { PublicAgreementList, PublicAgreementPage } from '@mash/contracts';
import { people } from '@mash/testing';
import { register } from '../../../testing/a-partnership';
import { anAgreement, approveByAll, conclude, propose } from '../../../testing/an-agreement';
import { startSharing, type Sharing } from '../../../testing/start-sharing';

const LIST = '/public/partnerships/riverside/agreements';

describe('What anybody may read without signing in', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await startSharing();
    await register(sharing);
    const partnership = {
      slug: 'riverside',
      name: 'Riverside',
      contact: { office: 'Data protection, Riverside Council' },
    };
    expect((await sharing.as(people.admin)('put', '/register/partnership', partnership)).status).toBe(204);
  });
  afterAll(() => sharing.close());

  const listed = async () => PublicAgreementList.parse((await sharing.asAnybody(LIST)).body).agreements;
  const read = async (slug: string) => PublicAgreementPage.parse((await sharing.asAnybody(`${LIST}/${slug}`)).body);
  const absent = async (path: string) => {
    const { status, body } = await sharing.asAnybody(path);
    const { traceId: _trace, ...problem } = body as Record<string, unknown>;
    return { status, problem };
  };

  test('is what is in force, was stopped, or has expired; who shares, why, on what ground, for how long', async () => {
    const one = await conclude(sharing, anAgreement({ slug: 'in-force', title: 'In force' }));
    const expired = { slug: 'expired', title: 'Expired', inForceTo: '2025-01-01' };
    await conclude(sharing, anAgreement(expired));
    const stopped = await conclude(sharing, anAgreement({ slug: 'stopped', title: 'Stopped' }));
    await sharing.as(people.admin)('post', `/agreements/${stopped.agreementId}/stop`);
    const standings = (await listed()).map(({ slug, standing }) => [slug, standing]);
    expect(standings).toEqual([
      ['expired', 'expired'],
      ['in-force', 'in_force'],
      ['stopped', 'stopped'],
    ]);
    const { partnership, agreement } = await read('in-force');
    expect(partnership.contact.office).toContain('Riverside Council');
    expect(agreement.bases).toEqual(one.bases);
    expect(agreement.words).toEqual(one.words);
    expect(agreement.parties[0]?.approved?.jobTitle).toBe('Data protection officer');
    expect((await read('stopped')).agreement.stoppedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test('is never a draft, nor what is only on its way, nor a later version that is', async () => {
    const draft = anAgreement({ slug: 'a-draft' });
    await sharing.as(people.admin)('post', '/agreements', draft);
    await propose(sharing, anAgreement({ slug: 'proposed' }));
    const approved = anAgreement({ slug: 'approved' });
    await propose(sharing, approved);
    await approveByAll(sharing, approved);
    const one = await conclude(sharing, anAgreement({ slug: 'first', title: 'The first' }));
    await propose(sharing, { ...one, version: 2, title: 'The second, that nobody approved' });
    for (const slug of ['a-draft', 'proposed', 'approved']) expect((await absent(`${LIST}/${slug}`)).status).toBe(404);
    expect((await listed()).map(({ slug }) => slug)).not.toEqual(
      expect.arrayContaining(['a-draft', 'proposed', 'approved']),
    );
    expect((await read('first')).agreement).toMatchObject({ version: 1, title: 'The first' });
  });

  test('names no person and no account', async () => {
    const all = await sharing.asAnybody(`${LIST}/first`);
    expect(JSON.stringify(all.body)).not.toMatch(/Somebody of|0198aaaa/);
  });

  test('lists versions that were in force before, with the day on which they ended', async () => {
    const one = await conclude(sharing, anAgreement({ slug: 'twice' }));
    await conclude(sharing, { ...one, version: 2 });
    const { versions } = (await read('twice')).agreement;
    expect(versions.map(({ version, state, endedOn }) => [version, state, endedOn !== undefined])).toEqual([
      [2, 'in_force', false],
      [1, 'superseded', true],
    ]);
  });

  test('says from when each version counted and until when, not for what days it was drawn up', async () => {
    const london = (at: Date) => at.toLocaleDateString('en-CA', { timeZone: 'Europe/London' });
    const [today, soon] = [london(new Date()), london(new Date(Date.now() + 40 * 86_400_000))];
    const daysOf = async (slug: string) => {
      const { inForceFrom, versions } = (await read(slug)).agreement;
      return [inForceFrom, versions.map((one) => [one.version, one.inForceFrom, one.endedOn])];
    };
    const [over, later] = [anAgreement({ slug: 'over' }), anAgreement({ slug: 'later' })];
    await conclude(sharing, { ...over, inForceFrom: '2020-01-01', inForceTo: '2025-01-01' });
    await conclude(sharing, { ...over, version: 2, inForceFrom: '2020-01-01' });
    const ended = [1, today, '2025-01-01'];
    expect(await daysOf('over')).toEqual([today, [[2, today, undefined], ended]]);
    await conclude(sharing, { ...later, inForceFrom: soon });
    expect(await daysOf('later')).toEqual([soon, [[1, soon, undefined]]]);
    await sharing.as(people.admin)('post', `/agreements/${later.agreementId}/stop`);
    expect(await daysOf('later')).toEqual([soon, [[1, soon, today]]]);
  });

  test('is the same 404 for a partnership that is not there and for an agreement that is not', async () => {
    const nowhere = await absent('/public/partnerships/nowhere/agreements');
    expect(nowhere).toEqual({ status: 404, problem: expect.objectContaining({ code: 'AGREEMENT.NOT_FOUND' }) });
    expect(await absent(`${LIST}/nothing`)).toEqual(nowhere);
    expect(await absent('/public/partnerships/nowhere/agreements/nothing')).toEqual(nowhere);
  });

  test('may be kept nowhere, and is bounded: of many at once some are told to come again', async () => {
    expect((await sharing.asAnybody(LIST)).headers['cache-control']).toBe('no-store');
    const many = await Promise.all(
      Array.from({ length: 120 }, () => sharing.asAnybody('/public/partnerships/nowhere/agreements')),
    );
    const statuses = many.map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([404, 429]));
    expect((await sharing.as(people.admin)('get', '/agreements')).status).toBe(200);
  });

  test('has one address: that of another partnership is taken', async () => {
    const theirs = { ...people.admin, partnershipId: people.otherAnalyst.partnershipId };
    const body = { slug: 'riverside', name: 'Estuary', contact: { office: 'Estuary' } };
    const { status, body: problem } = await sharing.as(theirs)('put', '/register/partnership', body);
    expect([status, (problem as { code: string }).code]).toEqual([409, 'SHARING.SLUG_TAKEN']);
    expect((await sharing.as(people.igOfficer)('put', '/register/partnership', body)).status).toBe(403);
  });
});
