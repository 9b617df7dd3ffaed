import type { PersonActor } from '@mash/authorisation';
import {
  DEMO_AGENCIES,
  DEMO_PARTNERSHIP,
  type AgreementContent,
  type LineFacts,
  type Releasers,
  type Review,
  type SharingDecisionView,
} from '@mash/contracts';
import { MovableClock, people } from '@mash/testing';
import { linesWith, proposedLine } from '../../testing/a-line';
import { establish } from '../../testing/a-partnership';
import { aLine, anAgreement, conclude } from '../../testing/an-agreement';
import { AnEnquiry } from '../../testing/an-enquiry';
import { appointment } from '../../testing/named-releasers';
import { startSharing, type Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);
const { council, police } = DEMO_AGENCIES;
const MORNING = '2026-11-24T10:00:00.000Z';

describe('A question that waits for its holder, the body in whose name the hub asks', () => {
  const clock = new MovableClock(MORNING);
  let sharing: Sharing;
  beforeEach(async () => {
    clock.set(MORNING);
    sharing = await startSharing({ clock });
    await establish(sharing);
  });
  afterEach(() => sharing.close());

  /** A line that somebody asks the police, decided; and how its REVIEWs are answered. */
  const asked = async (its: Partial<LineFacts> = {}) => {
    const enquiry = await AnEnquiry.begin(sharing);
    const ofPolice = { agencyId: police, category: 'police-incidents', purpose: 'EVIDENCE' } as const;
    const { line, event } = await proposedLine(enquiry, { ...ofPolice, ...its });
    const lines = linesWith(sharing);
    await lines.react(event);
    const reviews = await sharing.query<{ reviewId: string; rule: string; releaser: string; state: string }>(
      `SELECT review_id AS "reviewId", r.rule, releaser, state FROM review r JOIN sharing_decision d USING (sharing_decision_id)
        WHERE d.about_id = $1 ORDER BY releaser`,
      [line.lineId],
    );
    const idOf = (releaser: string): string => reviews.find((one) => one.releaser === releaser)?.reviewId ?? '';
    const answer = async (as: PersonActor, releaser = 'H', given = 'release') => {
      const reviewId = idOf(releaser);
      const ids = { partnershipId: DEMO_PARTNERSHIP, enquiryId: enquiry.enquiryId, reviewId };
      const header = { typ: 'review', version: 1, ...ids } as const;
      const sealedReason = await enquiry.seal<'review'>(header, { content: { reason: 'Because' }, by: as.id });
      const ground = given === 'refuse' ? 'not_necessary' : 'necessary_and_proportionate';
      return sharing.as(as)('post', `/reviews/${reviewId}/answer`, { answer: given, ground, sealedReason });
    };
    const { lineId } = line;
    return {
      ...{ answer, idOf, reviews: reviews.map(({ rule, releaser }) => [rule, releaser]) },
      outcomes: () => lines.outcomes(lineId),
      /** What the hub reads of its newest decision. */
      told: async () => {
        const { body } = await sharing.as(people.analyst)('get', `/enquiries/${enquiry.enquiryId}/sharing-decisions`);
        return (body as { decisions: SharingDecisionView[] }).decisions.find(({ about }) => about.id === lineId);
      },
      newest: async () => (await lines.kept(lineId)).at(-1),
    };
  };
  /** What somebody reads of a REVIEW on the page of reviews. */
  const reads = async (as: PersonActor, reviewId: string): Promise<'answers' | 'sees' | 'nothing'> => {
    const { body } = await sharing.as(as)('get', '/reviews');
    const { reviews, watched } = body as Readonly<Record<'reviews' | 'watched', Review[]>>;
    const isIn = (list: readonly Review[]) => list.some((one) => one.reviewId === reviewId);
    return isIn(reviews) ? 'answers' : isIn(watched) ? 'sees' : 'nothing';
  };
  const seat = async (person: PersonActor, changes: Parameters<typeof appointment>[0]) => {
    const its = { agencyId: council, accountId: person.id, startsAt: MORNING, ...changes };
    const { status } = await sharing.as(people.admin)('post', '/register/releasers', appointment(its));
    expect(status).toBe(204);
  };
  const warnings = async () =>
    ((await sharing.as(people.admin)('get', '/register/releasers')).body as Releasers).warnings.filter(
      ({ agencyId, desk }) => agencyId === council && desk === 'holder',
    );

  test('as evidence is offered to a hub manager, and issues once they and information governance said yes', async () => {
    const { answer, idOf, outcomes, reviews, newest, told } = await asked();
    expect(reviews).toEqual([
      ['R-PUR-03', 'H'],
      ['R-PUR-03', 'IG'],
    ]);
    expect(await reads(people.manager, idOf('H'))).toBe('answers');
    const ofHolder = { releaser: 'holder', releaserAgencyId: council };
    expect((await told())?.waitsFor).toEqual([ofHolder, { releaser: 'ig' }]);
    const shown = (await sharing.as(people.manager)('get', `/reviews/${idOf('H')}`)).body as Review;
    expect(shown).toMatchObject({ releaser: 'holder', releaserAgencyId: council, mayAnswer: true, nobodyNamed: true });
    expect((await answer(people.manager, 'H')).status).toBe(204);
    expect(await outcomes()).toEqual(['REVIEW']);
    expect(await told()).toMatchObject({ releaser: 'ig', waitsFor: [{ releaser: 'ig' }] });
    expect((await answer(people.igOfficer, 'IG')).status).toBe(204);
    expect(await outcomes()).toEqual(['REVIEW', 'PERMIT']);
    // Both yeses struck the row that asked for them.
    expect((await newest())?.reasons).not.toContain('PURPOSE_CHANGED');
  });

  test('as evidence is let through by two people, and not by one who sits at both desks', async () => {
    await seat(people.manager, { desk: 'ig', seat: 'releaser' });
    await seat(people.igOfficer, { desk: 'ig', seat: 'deputy' });
    const { answer, outcomes } = await asked();
    expect((await answer(people.manager, 'H')).status).toBe(204);
    expect((await answer(people.manager, 'IG')).body).toMatchObject({ code: 'SHARING.TWO_MUST_ANSWER', status: 403 });
    expect(await outcomes()).toEqual(['REVIEW']);
    clock.set(new Date(Date.parse(MORNING) + 8 * 60_000));
    expect((await answer(people.igOfficer, 'IG')).status).toBe(204);
    expect(await outcomes()).toEqual(['REVIEW', 'PERMIT']);
  });

  test('as evidence is refused by that manager', async () => {
    const { answer, outcomes } = await asked();
    expect((await answer(people.manager, 'H', 'refuse')).status).toBe(204);
    expect(await outcomes()).toEqual(['REVIEW', 'DENY']);
  });

  describe('under an agreement that covers nothing else', () => {
    const orders = { category: 'protective-orders', purpose: 'S47' } as const;
    const agreed = (effect: 'allow' | 'deny'): Promise<AgreementContent> => {
      const line = aLine({ effect, categories: [orders.category], purposes: [orders.purpose] });
      return conclude(sharing, anAgreement({ slug: 'orders', title: 'Orders', lines: [line] }));
    };

    test('after a stop is answered by a hub manager, and issues', async () => {
      const { agreementId } = await agreed('allow');
      expect((await sharing.as(people.igOfficer)('post', `/agreements/${agreementId}/stop`)).status).toBe(204);
      const { answer, outcomes, reviews } = await asked(orders);
      expect(reviews).toEqual([['R-AGR-04', 'H']]);
      expect((await answer(people.manager)).status).toBe(204);
      expect(await outcomes()).toEqual(['REVIEW', 'PERMIT']);
    });

    test('that denies it is answered by a hub manager, and issues', async () => {
      await agreed('deny');
      const { answer, outcomes, reviews } = await asked(orders);
      expect(reviews).toEqual([['R-AGR-02', 'H']]);
      expect((await answer(people.manager)).status).toBe(204);
      expect(await outcomes()).toEqual(['REVIEW', 'PERMIT']);
    });
  });

  test('is not answered by the manager who asked it: another one does', async () => {
    const { answer, idOf, outcomes } = await asked({ askedBy: people.manager.id });
    expect(await reads(people.manager, idOf('H'))).toBe('sees');
    expect((await answer(people.manager)).body).toMatchObject({ code: 'SHARING.SELF_RELEASE' });
    expect(await reads(people.deputyManager, idOf('H'))).toBe('answers');
    expect((await answer(people.deputyManager)).status).toBe(204);
    expect((await answer(people.igOfficer, 'IG')).status).toBe(204);
    expect(await outcomes()).toEqual(['REVIEW', 'PERMIT']);
  });

  test('is answered by no analyst, nor by the agency asked or another, nor by governance for the holder', async () => {
    const { answer, idOf, outcomes } = await asked({ askedBy: people.socialWorkAnalyst.id });
    const others = [people.analyst, people.policeLiaison, people.healthLiaison, people.igOfficer];
    for (const nobody of others) {
      expect(await reads(nobody, idOf('H'))).toBe('nothing');
      expect((await answer(nobody)).status).toBe(404);
    }
    expect(await outcomes()).toEqual(['REVIEW']);
  });

  test("climbs as what waits for the hub's managers does", async () => {
    await seat(people.manager, { desk: 'hub_manager', seat: 'releaser' });
    await seat(people.deputyManager, { desk: 'hub_manager', seat: 'deputy' });
    const { answer, idOf } = await asked();
    const seen = async () => [await reads(people.manager, idOf('H')), await reads(people.deputyManager, idOf('H'))];
    expect(await seen()).toEqual(['answers', 'sees']);
    clock.set(new Date(Date.parse(MORNING) + 8 * 60_000));
    expect(await seen()).toEqual(['answers', 'answers']);
    expect((await answer(people.deputyManager)).status).toBe(204);
  });

  test('goes to whoever is seated at that desk, which is said to be empty until then', async () => {
    expect(await warnings()).toMatchObject([
      { code: 'nobody_named', sentence: expect.stringContaining('hub manager') },
    ]);
    await seat(people.deputyManager, { desk: 'holder', seat: 'releaser' });
    expect((await warnings()).map(({ code }) => code)).not.toContain('nobody_named');
    const { answer, idOf } = await asked();
    expect(await reads(people.manager, idOf('H'))).toBe('sees');
    expect((await answer(people.manager)).body).toMatchObject({ code: 'REVIEW.ANSWER_NOT_ALLOWED' });
    expect((await answer(people.deputyManager)).status).toBe(204);
  });
});
