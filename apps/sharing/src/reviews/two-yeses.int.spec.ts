import { DEMO_AGENCIES } from '@mash/contracts';
import { people } from '@mash/testing';
import { AHolder } from '../../testing/a-holder';
import { linesWith, proposedLine } from '../../testing/a-line';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import { appointment } from '../../testing/named-releasers';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);
const { council, police: agencyId } = DEMO_AGENCIES;

/** One person of the police sits at its own desk and at that of information governance. */
describe('An item that is asked for as evidence', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let police: AHolder;
  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(async () => {
    police = new AHolder(sharing, enquiry);
    const startsAt = new Date(Date.now() - 60_000).toISOString();
    for (const seat of [{}, { desk: 'ig' }] as const)
      expect(await appoint({ ...seat, startsAt })).toMatchObject({ status: 204 });
  });
  const appoint = (its: Parameters<typeof appointment>[0]) =>
    sharing.as(people.admin)('post', '/register/releasers', appointment(its));

  /** An item under a condition that its reader does not meet, so that its holder is asked twice of it. */
  const asked = async () => {
    const facts = { handling: 'C', condition: { kind: 'CALL_FIRST' } } as const;
    const category = 'police-incidents';
    const { line, event } = await proposedLine(enquiry, { agencyId, category, purpose: 'EVIDENCE' });
    await linesWith(sharing).react(event);
    const item = {
      text: 'He was seen near the school.',
      facts: { ...facts, category },
      content: { category },
    } as const;
    const { row, itemIds } = await enquiry.answer([item], agencyId, undefined, undefined, line.requestId);
    const read = async () => (await enquiry.released([row], { purpose: 'EVIDENCE' })).items;
    await read();
    const reviews = await sharing.query<{ reviewId: string; releaser: string }>(
      `SELECT review_id AS "reviewId", releaser FROM review JOIN sharing_decision d USING (sharing_decision_id) WHERE d.about_id = $1`,
      [itemIds[0]],
    );
    const idsOf = (releaser: string) => reviews.flatMap((one) => (one.releaser === releaser ? [one.reviewId] : []));
    return { read, itemId: itemIds[0] ?? '', ofHolder: idsOf('H'), ofGovernance: idsOf('IG') };
  };
  const to = { audience: 'hub_analyst', agencyId: council };
  const says = { facts: { says: 'released_as_it_stands', to } } as const;

  test('is not let through by one person, who answers with a statement whatever the holder is asked of it', async () => {
    const { read, itemId, ofHolder, ofGovernance } = await asked();
    expect([ofHolder.length, ofGovernance.length]).toEqual([2, 1]);
    expect((await police.answers(ofGovernance[0] ?? '')).status).toBe(204);
    for (const reviewId of ofHolder)
      expect((await police.answers(reviewId, { itemId, says })).body).toMatchObject({
        code: 'SHARING.TWO_MUST_ANSWER',
        status: 403,
      });
    expect(await read()).toMatchObject([{ visibility: 'withheld', outcome: 'REVIEW' }]);
  });
});
