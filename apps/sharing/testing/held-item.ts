import { DEMO_PARTNERSHIP, newId, type AnswerReview, type Released } from '@mash/contracts';
import { people } from '@mash/testing';
import type { PersonActor } from '@mash/authorisation';
import { AnEnquiry } from './an-enquiry';
import type { Sharing } from './start-sharing';

/** An item of the police under a condition that the viewer does not meet: a REVIEW by its holder. */
export async function aHeldItem(sharing: Sharing, enquiry?: AnEnquiry) {
  const its = enquiry ?? (await AnEnquiry.begin(sharing));
  const { row } = await its.answer([
    { text: 'He was seen near the school.', facts: { handling: 'C', condition: { kind: 'CALL_FIRST' } } },
  ]);
  const look = async (as: PersonActor = people.analyst): Promise<Released> => {
    const body = {
      ...{ releaseId: newId(), enquiryId: its.enquiryId, mode: 'content', purpose: 'S47' },
      envelopes: [{ ...row, envelopeId: row.envelopeId }],
    };
    const answer = await sharing.as(as)('post', '/releases', body);
    if (answer.status >= 300) throw new Error(`Not released: ${answer.text}`);
    return answer.body as Released;
  };
  const reviewId = (await look()).items[0]?.reviewId ?? '';
  const answer = async (as: PersonActor, given: AnswerReview['answer'] = 'release', ofReview = reviewId) => {
    const ids = { partnershipId: DEMO_PARTNERSHIP, enquiryId: its.enquiryId, reviewId: ofReview };
    const header = { typ: 'review', version: 1, ...ids } as const;
    const ground = given === 'refuse' ? 'harm_to_child' : 'child_safety_outweighs';
    const sealedReason = await its.seal<'review'>(header, { content: { reason: 'Because.', ground }, by: as.id });
    return sharing.as(as)('post', `/reviews/${ofReview}/answer`, { answer: given, ground, sealedReason });
  };
  return { enquiry: its, reviewId, look, answer };
}
