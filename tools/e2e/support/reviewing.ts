import { Reviews, type AnswerReview, type Review } from '@mash/contracts';
import { eventually } from './eventually';
import { callAs, read, type Answer } from './http';
import type { Person } from './people';
import { keyOf, sealAs } from './sealing';

/** What waits for this person about an enquiry. */
export const reviewsFor = async (person: Person, enquiryId: string): Promise<Review[]> => {
  const { reviews } = await read(person, 'sharing', '/reviews', Reviews);
  return reviews.filter((one) => one.enquiryId === enquiryId);
};

/** The review about the asking of an agency, once it is there. */
export const reviewOfAsking = (person: Person, enquiryId: string): Promise<Review> =>
  eventually(async () => {
    const asked = (await reviewsFor(person, enquiryId)).find(({ mode }) => mode === 'ask');
    if (asked === undefined) throw new Error('no review of an asking waits');
    return asked;
  });

export interface ReviewAnswer {
  readonly answer?: AnswerReview['answer'];
  readonly ground?: AnswerReview['ground'];
  readonly reason?: string;
}

/** A person answers a REVIEW on a ground, with a sealed reason; gives whatever comes back. */
export async function answerReview(person: Person, review: Review, its: ReviewAnswer = {}): Promise<Answer> {
  const { enquiryId, reviewId } = review;
  const { answer = 'release', ground = 'necessary_and_proportionate' } = its;
  const content = { reason: its.reason ?? 'Her history bears on the safety of both boys.', ground };
  const publicKey = await keyOf(enquiryId);
  const sealedReason = await sealAs<'review'>(person, {
    ids: { typ: 'review', enquiryId, reviewId },
    content,
    publicKey,
  });
  return callAs(person, 'sharing', `/reviews/${reviewId}/answer`, {
    method: 'POST',
    body: { answer, ground, sealedReason },
  });
}
