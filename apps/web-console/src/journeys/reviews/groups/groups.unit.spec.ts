import type { Review } from '@mash/contracts';
import { AuditIsDown, ServiceDown, ServiceProblem } from '../../../api-clients/service-errors';
import type { SharingClient } from '../../../api-clients/sharing.client';
import type { SealingDesk } from '../../../sealing/sealing-desk';
import type { EnquiryKeys } from '../../enquiry/shared';
import { readGroupAnswer } from './group-answer.form';
import { GroupAnswers } from './group-answers';
import { groupedReviews } from './review-groups.presenter';
import { groupsOf, groupWith, mayGoTogether } from './review-groups';
import { resultOf, resultWords, reviewGroupView } from './review-group.presenter';

const now = new Date('2026-11-23T13:40:00.000Z');
const id = (number: number): string => `0198cccc-0000-7000-8000-${String(number).padStart(12, '0')}`;
const review = (number: number, changes: Partial<Review> = {}): Review => ({
  ...{ reviewId: id(number), enquiryId: id(900), enquiryReference: 'E-7K2Q4X9', sharingDecisionId: id(800 + number) },
  ...{ about: { kind: 'request-line', id: id(700 + number) }, mode: 'ask', fromAgencyId: 'riverside-council' },
  ...{ toAgencyId: 'riverside-police', toAudience: 'police', personId: id(1), category: 'missing-episodes' },
  ...{ purpose: 'S17', releaser: 'hub_manager', raisedAt: '2026-11-23T13:20:00.000Z' },
  ...{ dueAt: '2026-11-23T14:35:00.000Z', state: 'open', late: false, level: 'releaser' },
  reasons: [{ code: 'CONSENT_REFUSED', sentence: 'Consent was refused.' }],
  ...{ threshold: 's17', consent: 'refused', agreement: 'none', informParent: false, askedBy: 'an-analyst' },
  ...{ mayAnswer: true, mayOverride: false, nobodyNamed: false, dutyRoutes: [] },
  ...changes,
});
const NAMES = new Map([[id(1), 'Kian Marlowe']]);
const ANSWER = { answer: 'release', ground: 'necessary_and_proportionate', reason: 'They know him.' };

describe('Reviews in groups', () => {
  test('stand together where enquiry, agencies, purpose and reasons are the same, and nowhere else', () => {
    const reviews = [
      review(1),
      review(2, { category: 'police-intelligence' }),
      review(3, { toAgencyId: 'riverside-health-trust' }),
      review(4, { enquiryId: id(901) }),
      review(5, { reasons: [{ code: 'FACT_UNKNOWN', sentence: 'Not known yet.' }] }),
      review(6, { state: 'released' }),
    ];
    expect(groupsOf(reviews).map((group) => group.reviews.map(({ reviewId }) => reviewId))).toEqual([
      [id(1), id(2)],
      [id(3)],
      [id(4)],
      [id(5)],
    ]);
    expect(groupWith(reviews, id(2))?.reviews[0].reviewId).toBe(id(1));
    expect(groupWith(reviews, id(6))).toBeUndefined();
  });

  test('are a row each below their enquiry, soonest due first: 125 lines are a page that can be read', () => {
    const many = Array.from({ length: 125 }, (_, number) =>
      review(number, {
        ...{ enquiryId: id(900 + (number % 5)), enquiryReference: `E-222222${String((number % 5) + 2)}` },
        ...{ dueAt: new Date(now.getTime() + (125 - number) * 60_000).toISOString(), late: number === 124 },
      }),
    );
    const enquiries = groupedReviews(many, NAMES, now);
    expect(enquiries.map(({ groups }) => groups.length)).toEqual([1, 1, 1, 1, 1]);
    expect(enquiries[0]).toMatchObject({
      heading: 'E-2222226: 25 wait, 1 late',
      groups: [
        {
          href: `/reviews/group/${id(124)}`,
          what: 'Riverside Council asks Riverside Police, for assessing need (section 17): 25 lines',
          why: 'Consent was refused.',
        },
      ],
    });
    expect(groupedReviews([review(1)], NAMES, now)[0]?.groups[0]?.href).toBe(`/reviews/${id(1)}`);
  });

  test('name nobody to a reader who may not have the name', () => {
    const view = reviewGroupView({ group: groupsOf([review(1), review(2)])[0]!, names: new Map(), now });
    expect(JSON.stringify(view)).not.toContain('Marlowe');
  });

  test('are answered together but for a holder, who has each item of theirs before them', () => {
    expect(mayGoTogether(review(1))).toBe(true);
    expect(mayGoTogether(review(1, { mayAnswer: false }))).toBe(false);
    const item = { about: { kind: 'item', id: id(1) } };
    expect(mayGoTogether(review(1, { ...item, releaser: 'holder' }))).toBe(false);
    expect(mayGoTogether(review(1, { ...item, releaser: 'hub_manager' }))).toBe(true);
    const view = reviewGroupView({
      group: groupsOf([review(1, { mayAnswer: false }), review(2, { mayAnswer: false })])[0]!,
      ...{ names: NAMES, now },
    });
    expect(view.fields).toBeUndefined();
  });

  test('never hold a letter or handover, whose words its own page alone shows', () => {
    const handover = { about: { kind: 'product', id: id(600) }, mode: 'onward' } as const;
    const siblings = [review(1, handover), review(2, { ...handover, personId: id(2) })];
    expect(siblings.map(mayGoTogether)).toEqual([false, false]);
    const [enquiry] = groupedReviews(siblings, NAMES, now);
    expect(enquiry?.groups.map(({ href }) => href)).toEqual([`/reviews/${id(1)}`, `/reviews/${id(2)}`]);
  });

  test('lean to no answer: nothing is ticked and nothing is chosen beforehand', () => {
    const view = reviewGroupView({ group: groupsOf([review(1), review(2)])[0]!, names: NAMES, now });
    expect(view.fields).toHaveLength(5);
    expect(JSON.stringify(view.fields?.[0])).toContain('Consent to share: Refused. Nothing is agreed.');
    expect(JSON.stringify(view.fields)).not.toMatch(/"checked":true/);
  });
});

describe('One answer for several lines', () => {
  const offered = [review(1), review(2), review(3)];

  test('needs lines, an answer, a ground and a reason, and reads no line that was not offered', () => {
    expect(readGroupAnswer({ ...ANSWER, lines: [id(1), id(3), id(99)] }, offered).given?.lines).toEqual([
      offered[0],
      offered[2],
    ]);
    expect(readGroupAnswer(ANSWER, offered)).toMatchObject({ errors: [{ field: 'lines' }] });
    expect(readGroupAnswer({ lines: id(1) }, offered).errors.map(({ field }) => field)).toEqual(['answer', 'reason']);
  });

  test('keeps in sight a line that was ticked and is offered no more: it gets no answer, and that is said', () => {
    const { given, gone } = readGroupAnswer({ ...ANSWER, lines: [id(1), id(99)] }, offered);
    expect([given?.lines, gone]).toEqual([[offered[0]], 1]);
    const outcomes = offered.slice(0, 1).map((one) => ({ review: one }));
    expect(resultWords(outcomes, gone)).toBe('1 of 2 answers were given');
    expect(resultOf(outcomes, NAMES, gone).notDone).toEqual([
      { text: 'One line that you ticked', because: 'It waits for no answer any more, or has changed.' },
    ]);
    expect(resultOf(outcomes, NAMES, 2).notDone[0]?.text).toBe('2 lines that you ticked');
    const why = 'waits for no answer any more, or has changed: look again';
    const errorsOf = (fields: object) => readGroupAnswer({ ...ANSWER, ...fields }, offered).errors;
    expect(errorsOf({ lines: [id(98), id(99)] })).toEqual([{ field: 'lines', text: `What you ticked ${why}` }]);
    const some = { field: 'lines', text: `Some of what you ticked ${why}` };
    expect(errorsOf({ lines: [id(1), id(99)], reason: '' })).toEqual([
      some,
      expect.objectContaining({ field: 'reason' }),
    ]);
  });

  const giving = (refused: ReadonlyMap<string, Error>) => {
    const sent: { reviewId: string; body: { sealedReason: unknown } }[] = [];
    const sealed: unknown[] = [];
    const sharing = {
      answerReview: (_asker: unknown, reviewId: string, body: { sealedReason: unknown }) => {
        const error = refused.get(reviewId);
        if (error) return Promise.reject(error);
        sent.push({ reviewId, body });
        return Promise.resolve();
      },
    } as unknown as SharingClient;
    const keys = { publicKeyOf: () => Promise.resolve({}) } as unknown as EnquiryKeys;
    const desk = {
      seal: (its: { header: { reviewId: string } }) => {
        sealed.push(its);
        return Promise.resolve(`sealed for ${its.header.reviewId}`);
      },
    } as unknown as SealingDesk;
    const { given } = readGroupAnswer({ ...ANSWER, lines: offered.map(({ reviewId }) => reviewId) }, offered);
    const give = () =>
      new GroupAnswers(sharing, keys, desk).give({} as never, { partnershipId: id(5) } as never, given!);
    return { give, sent, sealed };
  };

  test('goes line by line, each with its own sealed reason; one that fails holds no other up', async () => {
    const refused = new Map<string, Error>([
      [id(2), new ServiceProblem('sharing', 409, 'SHARING.REVIEW_ANSWERED', 'Somebody has answered this already.')],
    ]);
    const { give, sent } = giving(refused);
    const outcomes = await give();
    expect(sent.map(({ body }) => body.sealedReason)).toEqual([`sealed for ${id(1)}`, `sealed for ${id(3)}`]);
    expect(resultWords(outcomes)).toBe('2 of 3 answers were given');
    expect(resultOf(outcomes, NAMES).notDone).toEqual([
      { text: 'Kian Marlowe, missing episodes', because: 'Somebody has answered this already.' },
    ]);
  });

  test('says of a line whose answer is not sure that it is not, and hides no fault of our own', async () => {
    const outcomes = await giving(
      new Map<string, Error>([
        [id(1), new ServiceDown('sharing')],
        [id(3), new AuditIsDown()],
      ]),
    ).give();
    expect(outcomes.map(({ because }) => because)).toEqual([
      expect.stringMatching(/look at it again/),
      undefined,
      expect.stringMatching(/cannot be written/),
    ]);
    await expect(giving(new Map([[id(1), new TypeError('ours')]])).give()).rejects.toThrow(TypeError);
  });
});
