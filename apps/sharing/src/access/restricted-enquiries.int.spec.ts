import { CaseAccessRepository } from '@mash/case-access';
import { DEMO_PARTNERSHIP, newId, type EnquiryAccessChangedV1 } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { people } from '@mash/testing';
import type { PersonActor } from '@mash/authorisation';
import { establish } from '../../testing/a-partnership';
import { aHeldItem } from '../../testing/held-item';
import { nameReleasers } from '../../testing/named-releasers';
import { startSharing, type Sharing } from '../../testing/start-sharing';

type Access = Partial<Omit<EnquiryAccessChangedV1['data'], 'enquiryId'>>;

describe('An enquiry that is shut to somebody of the hub', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await startSharing();
    await establish(sharing);
    await nameReleasers(sharing, new Date().toISOString());
  });
  afterAll(() => sharing.close());

  /** As `decision` says it. */
  const set = (enquiryId: string, its: Access) => {
    const said = { enquiryId, version: 1, restricted: false, named: [], conflicts: [], ...its };
    const cases = sharing.app.get(CaseAccessRepository);
    return sharing.app.get(UnitOfWork).run((tx) => cases.learn(tx, DEMO_PARTNERSHIP, said));
  };
  /** A REVIEW that waits, and an override of it that waits for its second person. */
  const aCase = async () => {
    const { enquiry, reviewId } = await aHeldItem(sharing);
    const { enquiryId } = enquiry;
    const [decision] = await sharing.query<{ id: string }>(
      'SELECT sharing_decision_id AS id FROM review WHERE review_id = $1',
      [reviewId],
    );
    sharing.others.access.set(people.manager.id, { access: 'ordinary', audience: 'hub_manager' });
    const overrideId = newId();
    const header = {
      typ: 'review',
      version: 1,
      partnershipId: DEMO_PARTNERSHIP,
      enquiryId,
      reviewId: overrideId,
    } as const;
    const by = { content: { reason: 'He is on his way.' }, by: people.manager.id };
    const sealedReason = await enquiry.seal<'review'>(header, by);
    const signedIn = { ...people.manager, signedInAt: Math.floor(Date.now() / 1000) };
    const proposed = { overrideId, grounds: ['OV_HARM'], strikes: ['CONDITION_NOT_MET'], sealedReason };
    const path = `/sharing-decisions/${decision?.id ?? ''}/override`;
    expect((await sharing.as(signedIn)('post', path, proposed)).status).toBe(201);
    return { enquiryId, reviewId, overrideId };
  };
  const status = async (as: PersonActor, path: string) => (await sharing.as(as)('get', path)).status;
  const pathsOf = (enquiryId: string) =>
    ['consents', 'sharing-decisions', 'obligations'].map((part) => `/enquiries/${enquiryId}/${part}`);
  const seen = async (as: PersonActor, paths: string[]) => Promise.all(paths.map((path) => status(as, path)));
  const lists = async (as: PersonActor) =>
    JSON.stringify(
      await Promise.all(
        ['/reviews', '/overrides', '/obligations'].map(
          async (path) => (await sharing.as(as)('get', path)).body as unknown,
        ),
      ),
    );

  test('opens to those named alone, list and record; an agency answers what it was asked all the same', async () => {
    const { enquiryId, reviewId, overrideId } = await aCase();
    const records = [`/reviews/${reviewId}`, `/overrides/${overrideId}`];
    expect(await seen(people.deputyManager, [...pathsOf(enquiryId), ...records])).toEqual([200, 200, 200, 200, 200]);
    expect(await lists(people.deputyManager)).toContain(enquiryId);
    await set(enquiryId, { restricted: true, named: [{ accountId: people.manager.id }] });
    expect(await seen(people.analyst, pathsOf(enquiryId))).toEqual([404, 404, 404]);
    expect(await seen(people.deputyManager, [...pathsOf(enquiryId), ...records])).toEqual([404, 404, 404, 404, 404]);
    expect(await lists(people.deputyManager)).not.toContain(enquiryId);
    expect(await seen(people.manager, [...pathsOf(enquiryId), ...records])).toEqual([200, 200, 200, 200, 200]);
    expect(await status(people.policeLiaison, `/reviews/${reviewId}`)).toBe(200);
  });

  test('shuts out whoever is in conflict: of the hub, of the agency that is asked, of those who oversee', async () => {
    const { enquiryId, reviewId, overrideId } = await aCase();
    const conflicts = [people.manager.id, people.policeLiaison.id, people.igOfficer.id];
    await set(enquiryId, { conflicts });
    expect(
      await seen(people.manager, [...pathsOf(enquiryId), `/reviews/${reviewId}`, `/overrides/${overrideId}`]),
    ).toEqual([404, 404, 404, 404, 404]);
    expect(await status(people.policeLiaison, `/reviews/${reviewId}`)).toBe(404);
    expect(await status(people.igOfficer, `/enquiries/${enquiryId}/sharing-decisions`)).toBe(404);
    for (const person of [people.manager, people.policeLiaison, people.igOfficer])
      expect(await lists(person)).not.toContain(enquiryId);
    const ledger = await sharing.as(people.igOfficer)('get', `/ledger?enquiryId=${enquiryId}`);
    expect(ledger.body).toMatchObject({ entries: [] });
    expect(await seen(people.deputyManager, pathsOf(enquiryId))).toEqual([200, 200, 200]);
    const audited = await sharing.query(
      `SELECT 1 FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'action' = 'review.read' AND envelope -> 'data' ->> 'outcome' = 'refused'
          AND envelope -> 'data' ->> 'enquiryId' = $1`,
      [enquiryId],
    );
    expect(audited).toHaveLength(2);
  });

  test('of an erased enquiry nobody needs to know who knew the family, and nothing is heard again', async () => {
    const { enquiryId } = await aCase();
    await set(enquiryId, { restricted: true, conflicts: [people.analyst.id] });
    const cases = sharing.app.get(CaseAccessRepository);
    await sharing.app.get(UnitOfWork).run((tx) => cases.forget(tx, enquiryId));
    await set(enquiryId, { version: 7, conflicts: [people.analyst.id] });
    expect(await cases.of(enquiryId)).toEqual({ restricted: true, namedAccess: [], conflicts: [] });
  });
});
