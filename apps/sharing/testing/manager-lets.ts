import { DEMO_PARTNERSHIP } from '@mash/contracts';
import { people } from '@mash/testing';
import type { AnEnquiry } from './an-enquiry';

/** The manager answers yes, with a reason, to the one REVIEW of a line. @returns the status of the answer */
export async function managerLets(enquiry: AnEnquiry, lineId: string): Promise<number> {
  const { sharing, enquiryId } = enquiry;
  const [review] = await sharing.query<{ reviewId: string }>(
    `SELECT review_id AS "reviewId" FROM review r JOIN sharing_decision d USING (sharing_decision_id) WHERE d.about_id = $1`,
    [lineId],
  );
  const ids = { enquiryId, reviewId: review?.reviewId ?? '' };
  const header = { typ: 'review', version: 1, partnershipId: DEMO_PARTNERSHIP, ...ids } as const;
  const content = { reason: 'It cannot be seen without.' };
  const sealedReason = await enquiry.seal<'review'>(header, { content, by: people.manager.id });
  const answer = { answer: 'release', ground: 'necessary_and_proportionate', sealedReason };
  return (await sharing.as(people.manager)('post', `/reviews/${ids.reviewId}/answer`, answer)).status;
}
