import type { PersonActor } from '@mash/authorisation';
import { DEMO_PARTNERSHIP, Reviews } from '@mash/contracts';
import { people } from '@mash/testing';
import type { AnEnquiry } from './an-enquiry';
import type { Sharing } from './start-sharing';

/** A manager who put nothing together, and who has access to the enquiry once a test gives it. */
export const secondManager: PersonActor = { ...people.manager, id: '0198aaaa-0000-7000-8000-000000000421' };

/** What waits for humans in an enquiry, as its pages list it, and how they answer. */
export function reviewsWith(sharing: Sharing, enquiry: AnEnquiry) {
  const { enquiryId } = enquiry;
  const waiting = async (as: PersonActor = secondManager) => {
    const listed = await sharing.as(as)('get', '/reviews');
    return Reviews.parse(listed.body).reviews.filter((one) => one.enquiryId === enquiryId);
  };
  const answer = async (as: PersonActor, how: 'release' | 'refuse', reviewId: string) => {
    const ground = how === 'release' ? 'necessary_and_proportionate' : 'not_necessary';
    const header = { typ: 'review', version: 1, partnershipId: DEMO_PARTNERSHIP, enquiryId, reviewId } as const;
    const content = { reason: 'She rang and asked for help herself.', ground };
    const sealedReason = await enquiry.seal<'review'>(header, { content, by: as.id });
    return sharing.as(as)('post', `/reviews/${reviewId}/answer`, { answer: how, ground, sealedReason });
  };
  /** All about one line, oldest first. */
  const ofLine = (lineId: string) =>
    sharing.query<{ reviewId: string; state: string; rule: string }>(
      `SELECT r.review_id AS "reviewId", r.state, r.rule FROM review r JOIN sharing_decision d USING (sharing_decision_id)
        WHERE d.about_id = $1 ORDER BY r.raised_at, r.review_id`,
      [lineId],
    );
  return {
    ...{ waiting, answer, ofLine },
    /** A manager says no to what waits about a line. */
    refuseLine: async (lineId: string) => {
      const open = (await ofLine(lineId)).find(({ state }) => state === 'open');
      expect(await answer(people.manager, 'refuse', open?.reviewId ?? '')).toMatchObject({ status: 204 });
    },
    /** The one that waits is answered. */
    answerTheOne: async (how: 'release' | 'refuse', as: PersonActor = secondManager) => {
      const [review] = await waiting(as);
      return answer(as, how, review?.reviewId ?? '');
    },
    /** Where every REVIEW about a letter or handover stands, oldest first. */
    ofProduct: async (productId: string) =>
      (
        await sharing.query<{ state: string }>(
          `SELECT r.state FROM review r JOIN sharing_decision d USING (sharing_decision_id) WHERE d.about_id = $1 ORDER BY r.raised_at, r.review_id`,
          [productId],
        )
      ).map(({ state }) => state),
  };
}
