import { DEMO_AGENCIES, type Releasers, type Review, type SharingDecisionView } from '@mash/contracts';
import { people } from '@mash/testing';
import { establish } from '../../testing/a-partnership';
import { aHeldItem } from '../../testing/held-item';
import { appointment } from '../../testing/named-releasers';
import { startSharing, type Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

const MINUTE = 60_000;
const day = (after: number) => new Date(Date.now() + after * 86_400_000).toISOString().slice(0, 10);
const ADVICE = { by: 'A. Solicitor, county legal services', on: day(-1) };

describe('What lies under a bar', () => {
  let sharing: Sharing;
  beforeEach(async () => {
    sharing = await startSharing();
    await establish(sharing);
  });
  afterEach(() => sharing.close());

  const reviewSeenBy = async (as: typeof people.manager, reviewId: string) =>
    (await sharing.as(as)('get', `/reviews/${reviewId}`)).body as Review;
  const name = async (its: Parameters<typeof appointment>[0]) => {
    const startsAt = new Date(Date.now() - MINUTE).toISOString();
    const body = appointment({ agencyId: DEMO_AGENCIES.socialCare, startsAt, ...its });
    expect((await sharing.as(people.admin)('post', '/register/releasers', body)).status).toBe(204);
  };

  test('adoption: while nobody is named for the adoption agency nobody answers in its place, and it says whom to ring', async () => {
    await name({
      desk: 'adoption',
      seat: 'duty',
      accountId: undefined,
      name: 'Adoption team',
      telephone: '01632 960155',
    });
    const { reviewId, answer, look } = await aHeldItem(sharing, undefined, { bar: 'adoption' });
    expect((await look(people.manager)).items).toEqual([]);
    for (const manager of [people.manager, people.deputyManager])
      expect(await answer(manager)).toMatchObject({ status: 403, body: { code: 'REVIEW.ANSWER_NOT_ALLOWED' } });
    expect(await reviewSeenBy(people.manager, reviewId)).toMatchObject({
      ...{ state: 'open', mayAnswer: false, nobodyNamed: true, seated: [] },
      dutyRoutes: [{ name: 'Adoption team', telephone: '01632 960155' }],
    });
    expect((await look(people.manager)).items).toEqual([]);
  });

  test('adoption: who is named for the adoption agency answers, and nobody else', async () => {
    const { answer, look } = await aHeldItem(sharing, undefined, { bar: 'adoption' });
    await name({ desk: 'adoption', accountId: people.socialCareManager.id, name: 'Adoption adviser' });
    expect((await answer(people.manager)).status).toBe(404);
    expect((await answer(people.socialCareManager)).status).toBe(204);
    expect((await look()).items).toMatchObject([{ visibility: 'shown' }]);
  });

  test('adoption: that something waits under the bar tells of it, and no manager reads that while somebody else can answer', async () => {
    const { reviewId } = await aHeldItem(sharing, undefined, { bar: 'adoption' });
    await name({ desk: 'adoption', accountId: people.socialCareManager.id, name: 'Adoption adviser' });
    const seenBy = async (as: typeof people.manager) => {
      const { reviews, watched } = (await sharing.as(as)('get', '/reviews')).body as {
        reviews: Review[];
        watched: Review[];
      };
      return [...reviews, ...watched].some((one) => one.reviewId === reviewId);
    };
    expect((await sharing.as(people.manager)('get', `/reviews/${reviewId}`)).status).toBe(404);
    expect(await seenBy(people.manager)).toBe(false);
    expect(await seenBy(people.socialCareManager)).toBe(true);
    await sharing.query(
      `UPDATE review SET raised_at = $2, deputy_at = $2, due_at = $2, double_at = $2 WHERE review_id = $1`,
      [...[reviewId, new Date(Date.now() - MINUTE)]],
    );
    expect(await seenBy(people.manager)).toBe(true); // it has climbed to them
  });

  test.each(['gender', 'court', 'other'] as const)(
    '%s: a hub manager answers only on advice, and who gave it and when is recorded, sealed',
    async (bar) => {
      const { reviewId, answer, look } = await aHeldItem(sharing, undefined, { bar });
      expect(await reviewSeenBy(people.manager, reviewId)).toMatchObject({ mayAnswer: true, adviceNeeded: true });
      for (const advice of [undefined, { ...ADVICE, on: day(2) }])
        expect(await answer(people.manager, 'release', reviewId, advice && { advice })).toMatchObject({
          ...{ status: 422, body: { code: 'SHARING.ADVICE_NEEDED', errors: [{ field: 'advice' }] } },
        });
      expect((await answer(people.manager, 'refuse')).body.code).toBe('SHARING.ADVICE_NEEDED');
      expect((await answer(people.manager, 'release', reviewId, { advice: ADVICE })).status).toBe(204);
      expect((await look()).items).toMatchObject([{ visibility: 'shown' }]);
      const kept = await sharing.query('SELECT * FROM review WHERE review_id = $1', [reviewId]);
      expect(kept).toMatchObject([{ state: 'released', answered_by: people.manager.id }]);
      expect(JSON.stringify(kept)).not.toMatch(/Solicitor|county legal/);
    },
  );

  test('gender: who waits for a lawyer reads that it waits for its holder, as of anything that the holder alone has to look at', async () => {
    const waits = async (facts: Parameters<typeof aHeldItem>[2]) => {
      const { enquiry } = await aHeldItem(sharing, undefined, facts);
      const path = `/enquiries/${enquiry.enquiryId}/sharing-decisions`;
      const { body } = await sharing.as(people.analyst)('get', path);
      const { decisions } = body as { decisions: SharingDecisionView[] };
      return decisions.map(({ waitsFor, releaser, releaserAgencyId }) => ({ waitsFor, releaser, releaserAgencyId }));
    };
    const ofSource = await waits({ flags: ['source_risk'] });
    expect(ofSource).toMatchObject([{ releaser: 'holder', releaserAgencyId: DEMO_AGENCIES.police }]);
    expect(await waits({ bar: 'gender' })).toEqual(ofSource);
    expect(await waits({ bar: 'gender', flags: ['source_risk'] })).toEqual(ofSource);
  });

  test('the administrator is warned of a desk of law or of adoption that nobody is named at', async () => {
    const { body } = await sharing.as(people.admin)('get', '/register/releasers');
    const { warnings } = body as Releasers;
    const sentences = (desk: string) => warnings.filter((one) => one.desk === desk).map(({ sentence }) => sentence);
    expect(sentences('adoption')).toEqual([expect.stringContaining('stays shut')]);
    expect(sentences('legal')).toEqual([expect.stringContaining('on legal advice')]);
  });

  test('a lawyer who is named advises nobody but answers, and no hub manager does in their place', async () => {
    const { reviewId, answer } = await aHeldItem(sharing, undefined, { bar: 'gender' });
    await name({ desk: 'legal', accountId: people.socialCareManager.id, name: 'The lawyer' });
    expect(await reviewSeenBy(people.manager, reviewId)).toMatchObject({ mayAnswer: false, adviceNeeded: false });
    expect((await answer(people.manager, 'release', reviewId, { advice: ADVICE })).status).toBe(403);
    expect((await answer(people.socialCareManager)).status).toBe(204);
  });
});
