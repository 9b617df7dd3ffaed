import { DEMO_AGENCIES, newId, type OutwardProductMade } from '@mash/contracts';
import { people } from '@mash/testing';
import { AHolder, SOCIAL_CARE } from '../../../testing/a-holder';
import { linesWith, opensRequest, proposedLine } from '../../../testing/a-line';
import type { AnEnquiry, AnItem } from '../../../testing/an-enquiry';
import { releaseAllOnCondition, releaseOnCondition, reviewsOf } from '../../../testing/release-on-condition';
import { forEachTest } from '../../../testing/for-each-test';
import type { Sharing } from '../../../testing/start-sharing';
import { CheckAnswerWhenItIsReceived } from '../../reactions/check-answer-when-it-is-received.reaction';

jest.setTimeout(120_000);

const KEPT: AnItem = {
  text: 'A caller says that he keeps a knife under the stairs in the house.',
  facts: { flags: ['hub_only'] },
};
const REPEATED = 'Mind: a caller says that he keeps a knife under the stairs.';
const [BEGINS, ENDS] = ['A caller says that he keeps', 'a knife under the stairs, so be careful.'];
const refused = { status: 422, body: { code: 'SHARING.REPEATS_UNRELEASED', errors: [{ field: 'condition' }] } };

describe('The condition of a release', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;

  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(() => {
    sharing.others.access.set(people.socialCareManager.id, { access: 'ordinary', audience: 'team_sc' });
  });

  describe('under which an agency may be asked', () => {
    /** Below section 47, where nobody has said anything about consent, a human answers. */
    const aReview = async (purposeText = 'Somebody is worried about the home.') => {
      enquiry.factsAre({ decision: { threshold: 's17', colour: 'amber', urgent: false } });
      const { line, event } = await proposedLine(enquiry, { purpose: 'S17', purposeText });
      await linesWith(sharing).react(event);
      const reviews = await reviewsOf(enquiry);
      const its = reviews.find(({ releaser }) => releaser !== 'IG');
      return { line, reviewId: its?.reviewId ?? '' };
    };
    const states = (reviewId: string) =>
      sharing.query('SELECT state, reason_envelope AS reason FROM review WHERE review_id = $1', [reviewId]);

    test('repeats no item of another agency: it is refused where it is typed, audited, and another one goes', async () => {
      await enquiry.accepted(KEPT);
      const { line, reviewId } = await aReview();
      const answer = await releaseOnCondition(enquiry, reviewId, REPEATED);
      expect(answer).toMatchObject(refused);
      expect(JSON.stringify(answer.body)).not.toMatch(/knife|stairs/);
      expect(await states(reviewId)).toEqual([{ state: 'open', reason: null }]);
      const audited = await sharing.query(
        `SELECT 1 FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS put_down
          WHERE envelope -> 'data' ->> 'reasonCode' = 'SHARING.REPEATS_UNRELEASED' AND envelope -> 'data' -> 'subject' ->> 'id' = $1`,
        [reviewId],
      );
      expect(audited).toHaveLength(1);
      await releaseAllOnCondition(enquiry, 'Ask the head alone.');
      expect((await opensRequest(sharing, line)).body).toMatchObject({ items: [{ condition: 'Ask the head alone.' }] });
    });

    test.each([
      ['goes on from the purpose', `We ask because ${BEGINS}`, ENDS],
      ['leads to the purpose', ENDS, `Mind that ${BEGINS}`],
    ])('is read together with what stands beside it: %s', async (_, purposeText, condition) => {
      await enquiry.accepted(KEPT);
      const { reviewId } = await aReview(purposeText);
      expect(await releaseOnCondition(enquiry, reviewId, condition)).toMatchObject(refused);
    });

    test('is read together with another condition that the same agency reads', async () => {
      await enquiry.accepted(KEPT);
      const first = await aReview();
      expect((await releaseOnCondition(enquiry, first.reviewId, BEGINS)).status).toBe(204);
      const known = new Set((await reviewsOf(enquiry)).map(({ reviewId }) => reviewId));
      await aReview('Somebody else is worried.');
      const second = (await reviewsOf(enquiry)).find(
        ({ reviewId, releaser }) => !known.has(reviewId) && releaser !== 'IG',
      );
      expect(await releaseOnCondition(enquiry, second?.reviewId ?? '', ENDS)).toMatchObject(refused);
    });

    test('begins no sentence that a later request to the same agency ends', async () => {
      await enquiry.accepted(KEPT);
      const { reviewId } = await aReview();
      expect((await releaseOnCondition(enquiry, reviewId, BEGINS)).status).toBe(204);
      const asked = { purpose: 'S17', purposeText: ENDS } as const;
      const decided = async (agencyId?: string) =>
        (
          await linesWith(sharing).kept(
            await linesWith(sharing).decided(enquiry, { ...asked, ...(agencyId && { agencyId }) }),
          )
        )[0];
      expect(await decided()).toMatchObject({ outcome: 'DENY', rule: 'N-PUR-05' });
      expect((await decided(DEMO_AGENCIES.socialCare))?.rule).not.toBe('N-PUR-05');
    });

    test('may say what no agency has answered', async () => {
      await enquiry.accepted({ text: 'He was seen alone in the park in May.', facts: { flags: ['hub_only'] } });
      const { reviewId } = await aReview();
      expect((await releaseOnCondition(enquiry, reviewId, REPEATED)).status).toBe(204);
    });
  });

  describe('under which an item goes out', () => {
    const PARK: AnItem = { text: 'He was seen alone in the park all day in May.', facts: { flags: ['hub_only'] } };
    let police: AHolder;
    let itemId: string;

    beforeEach(async () => {
      police = new AHolder(sharing, enquiry);
      const theirs = await enquiry.answer([KEPT], DEMO_AGENCIES.health);
      await sharing.app.get(CheckAnswerWhenItIsReceived).handle(enquiry.received(theirs));
      [itemId = ''] = (await enquiry.accepted(PARK)).itemIds;
    });

    const make = (words = 'Please assess.') =>
      sharing.as(people.manager)('post', '/outward-products', {
        ...{ productId: newId(), enquiryId: enquiry.enquiryId, kind: 'handover', purpose: 'S47', envelopes: [] },
        ...{ audience: SOCIAL_CARE.audience, toAgencyId: SOCIAL_CARE.agencyId, personIds: [enquiry.personId] },
        ...{ words, itemIds: [itemId], people: [] },
      });
    const release = async (condition: string) => {
      const reviewId = ((await make()).body as OutwardProductMade).leftOut[0]?.reviewId ?? '';
      return police.answers(reviewId, {
        ...{ answer: 'release_with_conditions', itemId, reason: { condition } },
        says: { facts: { says: 'released_as_it_stands', to: SOCIAL_CARE } },
      });
    };

    test('repeats no item of another agency that is not released', async () => {
      expect(await release(REPEATED)).toMatchObject(refused);
      expect((await make()).body).toMatchObject({ included: [] });
    });

    test('may repeat the words that it goes with', async () => {
      expect((await release('Do not say that he was seen alone in the park all day in May.')).status).toBe(204);
      expect((await make()).body).toMatchObject({ included: [itemId] });
    });

    test('begins no sentence that the words of a product end', async () => {
      expect((await release(BEGINS)).status).toBe(204);
      expect(await make(ENDS)).toMatchObject({ status: 422, body: { code: 'SHARING.REPEATS_UNRELEASED' } });
      expect((await make()).body).toMatchObject({ state: 'made', included: [itemId] });
    });
  });
});
