import type { PersonActor } from '@mash/authorisation';
import { DEMO_AGENCIES, ReviewsWaiting } from '@mash/contracts';
import { MovableClock, people } from '@mash/testing';
import { consentWith } from '../../testing/a-consent';
import { establish } from '../../testing/a-partnership';
import { productsWith } from '../../testing/a-product';
import { reviewsWith } from '../../testing/a-review';
import { aLine, anAgreement, conclude } from '../../testing/an-agreement';
import { AnEnquiry } from '../../testing/an-enquiry';
import { appointment } from '../../testing/named-releasers';
import { startSharing, type Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);
const { council, health, police, earlyHelp } = DEMO_AGENCIES;
const MORNING = '2026-11-24T10:00:00.000Z';
/** A hub manager whom another agency than the hub's own body pays. */
const paidByPolice: PersonActor = { ...people.deputyManager, agencyId: police, agencyKind: 'police' };

describe('A handover that waits is let go', () => {
  const clock = new MovableClock(MORNING);
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let products: ReturnType<typeof productsWith>;
  let reviews: ReturnType<typeof reviewsWith>;
  beforeEach(async () => {
    clock.set(MORNING);
    sharing = await startSharing({ clock });
    await establish(sharing);
    enquiry = await AnEnquiry.begin(sharing);
    products = productsWith(sharing, enquiry);
    reviews = reviewsWith(sharing, enquiry);
    for (const { id } of [people.manager, people.deputyManager])
      sharing.others.access.set(id, { access: 'ordinary', audience: 'hub_manager' });
  });
  afterEach(() => sharing.close());

  const seat = async (person: PersonActor, changes: Parameters<typeof appointment>[0]) => {
    const its = { agencyId: council, accountId: person.id, startsAt: MORNING, ...changes };
    const { status } = await sharing.as(people.admin)('post', '/register/releasers', appointment(its));
    expect(status).toBe(204);
  };
  const counted = async (as: PersonActor): Promise<number> =>
    ReviewsWaiting.parse((await sharing.as(as)('get', '/reviews/waiting')).body).waiting;

  /** An agreement between the two forbids that the hub's words go on; both are bound by the duty to share (R-AGR-02). */
  const forbidden = async () => {
    const ofBody = (agencyId: string) => ({ organisations: [agencyId], kinds: [] });
    const line = aLine({
      ...{ rank: 'exception', effect: 'deny', from: ofBody(council), to: ofBody(health) },
      ...{ purposes: ['S47'], categories: ['hub-summary'], modes: ['onward'] },
    });
    const parties = [council, health].map((agencyId) => ({ agencyId, role: 'controller' as const }));
    await conclude(sharing, anAgreement({ slug: 'no-summaries', title: 'No summaries', lines: [line], parties }));
    enquiry.factsAre({ decision: { threshold: 's47', colour: 'red', urgent: true } });
    return products.make({ audience: 'team_other', toAgencyId: health });
  };

  describe('where its holder would answer, which is the hub', () => {
    test('by a manager who did not put it together: the words are the hub’s own to release', async () => {
      const { productId, ...made } = await forbidden();
      expect(made).toMatchObject({ state: 'waiting_review', waitsFor: ['hub_manager'] });
      expect(await reviews.waiting(people.manager)).toEqual([]);
      const [review] = await reviews.waiting(people.deputyManager);
      expect(review).toMatchObject({ releaser: 'hub_manager', releaserAgencyId: council, nobodyNamed: true });
      expect((await reviews.answerTheOne('release', people.deputyManager)).status).toBe(204);
      expect(await products.announced(productId)).toEqual(['REVIEW', 'PERMIT']);
    });

    test('and that manager is told of it in the count of what waits for them, whoever pays them', async () => {
      await forbidden();
      expect([await counted(paidByPolice), (await reviews.waiting(paidByPolice)).length]).toEqual([1, 1]);
    });

    test('by nobody of the agency that it goes to, nor of another', async () => {
      await forbidden();
      for (const nobody of [people.healthLiaison, people.policeLiaison, people.igOfficer])
        expect(await reviews.waiting(nobody)).toEqual([]);
    });

    test('by whoever is seated at the desk of the hub’s own body, and then by no other manager', async () => {
      await seat(people.deputyManager, { desk: 'holder', seat: 'releaser' });
      await forbidden();
      expect(await reviews.waiting({ ...people.manager, id: people.socialWorkAnalyst.id })).toEqual([]);
      expect((await reviews.answerTheOne('release', people.deputyManager)).status).toBe(204);
    });
  });

  describe('where a named hub manager does not pick up', () => {
    const toEarlyHelp = async () => {
      await seat({ ...people.manager, id: people.socialWorkAnalyst.id }, { desk: 'hub_manager', seat: 'releaser' });
      await seat(people.deputyManager, { desk: 'hub_manager', seat: 'deputy' });
      enquiry.factsAre({ decision: { threshold: 'early_help', colour: 'red', urgent: true } });
      await consentWith(sharing, enquiry).state({ statedAt: MORNING });
      return products.make({ audience: 'team_eh', toAgencyId: earlyHelp, purpose: 'EH' });
    };

    test('by their deputy from half of its clock, with a yes and no override', async () => {
      const { productId } = await toEarlyHelp();
      expect(await reviews.waiting(people.deputyManager)).toEqual([]);
      clock.set(new Date(Date.parse(MORNING) + 8 * 60_000));
      const [review] = await reviews.waiting(people.deputyManager);
      expect(review).toMatchObject({ level: 'deputy', mayOverride: false });
      expect((await reviews.answerTheOne('release', people.deputyManager)).status).toBe(204);
      expect(await products.announced(productId)).toEqual(['REVIEW', 'PERMIT']);
    });
  });
});
