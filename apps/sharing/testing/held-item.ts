import { DEMO_PARTNERSHIP, type AnswerReview } from '@mash/contracts';
import { people } from '@mash/testing';
import type { PersonActor } from '@mash/authorisation';
import { AnEnquiry, type AnItem } from './an-enquiry';
import type { Sharing } from './start-sharing';

/** An item of the police under a condition that the viewer does not meet: a REVIEW by its holder. */
export async function aHeldItem(
  sharing: Sharing,
  enquiry?: AnEnquiry,
  facts: AnItem['facts'] = { handling: 'C', condition: { kind: 'CALL_FIRST' } },
) {
  const its = enquiry ?? (await AnEnquiry.begin(sharing));
  const { row, itemIds } = await its.accepted({ text: 'He was seen near the school.', facts });
  const look = (as: PersonActor = people.analyst) => its.released([row], {}, as);
  await look();
  // Of what is absent the viewer learns no id: it lies in the table alone.
  const ofItem = `SELECT review_id AS id FROM review JOIN sharing_decision d USING (sharing_decision_id) WHERE d.about_id = $1`;
  const reviewId = (await sharing.query<{ id: string }>(ofItem, [itemIds[0]]))[0]?.id ?? '';
  const answer = async (
    as: PersonActor,
    given: AnswerReview['answer'] = 'release',
    ofReview = reviewId,
    more: object = {},
  ) => {
    const ids = { partnershipId: DEMO_PARTNERSHIP, enquiryId: its.enquiryId, reviewId: ofReview };
    const header = { typ: 'review', version: 1, ...ids } as const;
    const ground = given === 'refuse' ? 'harm_to_child' : 'child_safety_outweighs';
    const sealedReason = await its.seal<'review'>(header, {
      content: { reason: 'Because.', ground, ...more },
      by: as.id,
    });
    return sharing.as(as)('post', `/reviews/${ofReview}/answer`, { answer: given, ground, sealedReason });
  };
  return { enquiry: its, itemId: itemIds[0] ?? '', reviewId, look, answer };
}
