import { DEMO_PARTNERSHIP } from '@mash/contracts';
import { people } from '@mash/testing';
import type { AnEnquiry } from './an-enquiry';

/** A releaser's yes to a REVIEW under this condition, as the console seals and sends it. */
export async function releaseOnCondition(
  enquiry: AnEnquiry,
  reviewId: string,
  condition: string,
  as: typeof people.manager = people.manager,
) {
  const { sharing, enquiryId } = enquiry;
  const header = { typ: 'review', version: 1, partnershipId: DEMO_PARTNERSHIP, enquiryId, reviewId } as const;
  const ground = 'necessary_and_proportionate';
  const content = { reason: 'Because', ground, condition } as const;
  const sealedReason = await enquiry.seal<'review'>(header, { content, by: as.id });
  const body = { answer: 'release_with_conditions', ground, sealedReason };
  return sharing.as(as)('post', `/reviews/${reviewId}/answer`, body);
}

/** The REVIEWs of an enquiry, and who answers them. */
export const reviewsOf = ({ sharing, enquiryId }: AnEnquiry) =>
  sharing.query<{ reviewId: string; releaser: string }>(
    'SELECT review_id AS "reviewId", releaser FROM review WHERE enquiry_id = $1',
    [enquiryId],
  );

/** Releases every REVIEW of an enquiry on the same condition, each by whoever answers it. */
export async function releaseAllOnCondition(enquiry: AnEnquiry, condition: string): Promise<void> {
  for (const { reviewId, releaser } of await reviewsOf(enquiry)) {
    const as = releaser === 'IG' ? people.igOfficer : people.manager;
    const answer = await releaseOnCondition(enquiry, reviewId, condition, as);
    if (answer.status !== 204) throw new Error(`Not released: ${JSON.stringify(answer.body)}`);
  }
}
