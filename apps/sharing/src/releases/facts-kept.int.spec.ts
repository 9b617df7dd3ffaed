import { DEMO_PARTNERSHIP } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { eventually, people } from '@mash/testing';
import { consentWith } from '../../testing/a-consent';
import { AHolder, SOCIAL_CARE } from '../../testing/a-holder';
import { productsWith } from '../../testing/a-product';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';
import { ConsentRepository } from '../consent/consent.repository';

jest.setTimeout(120_000);

/** Who waits for their turn in an enquiry. */
const WAITING = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`;

describe('A decision about an item, once a releaser has answered', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(() => {
    enquiry.factsAre({ decision: { threshold: 's17', colour: 'amber', urgent: false } });
    sharing.others.access.set(people.deputyManager.id, { access: 'ordinary', audience: 'hub_manager' });
  });

  /** A second manager's yes to it. */
  const yesTo = async (reviewId: string) => {
    const { enquiryId } = enquiry;
    const header = { typ: 'review', version: 1, partnershipId: DEMO_PARTNERSHIP, enquiryId, reviewId } as const;
    const ground = 'necessary_and_proportionate';
    const content = { reason: 'The risk has been weighed.', ground };
    const sealedReason = await enquiry.seal<'review'>(header, { content, by: people.deputyManager.id });
    return () =>
      sharing
        .as(people.deputyManager)('post', `/reviews/${reviewId}/answer`, { answer: 'release', ground, sealedReason })
        .then(({ status }) => status);
  };
  const waitingReview = async () => {
    const [itemId = ''] = (await enquiry.accepted({ text: 'He was seen alone in the park in May.' })).itemIds;
    const says = { says: 'released_as_it_stands', to: SOCIAL_CARE } as const;
    await new AHolder(sharing, enquiry).states(itemId, { facts: says });
    const { leftOut } = await productsWith(sharing, enquiry).make({ itemIds: [itemId], purpose: 'S17' });
    return { itemId, reviewId: leftOut[0]?.reviewId ?? '' };
  };

  test('is kept with the versions of the facts that it was made on, also of what was said while it was made', async () => {
    const consent = consentWith(sharing, enquiry);
    const givenById = enquiry.mother();
    const refused = await consent.state({ state: 'refused', givenById });
    const { itemId, reviewId } = await waitingReview();
    const about = (ofIt = 'outcome, consent') =>
      sharing.query(`SELECT ${ofIt} FROM sharing_decision WHERE about_id = $1 ORDER BY decided_at`, [itemId]);
    expect(await about()).toEqual([{ outcome: 'REVIEW', consent: 'refused' }]);
    const answer = await yesTo(reviewId);
    const waiting = async () => (await sharing.query(WAITING)).length;
    const { answered, given } = await sharing.app.get(UnitOfWork).run(async (tx) => {
      await sharing.app.get(ConsentRepository).lock(tx, enquiry.enquiryId);
      const given = consent.state({ how: 'written', givenById });
      await eventually(async () => expect(await waiting()).toBe(1));
      const answered = answer();
      await eventually(async () => expect(await waiting()).toBe(2));
      return { answered, given };
    });
    expect(await answered).toBe(204);
    expect(await about(`outcome, consent, fact_versions ->> 'newestConsent' AS newest`)).toEqual([
      { outcome: 'REVIEW', consent: 'refused', newest: refused },
      { outcome: 'PERMIT', consent: 'given', newest: await given },
    ]);
  });
});
