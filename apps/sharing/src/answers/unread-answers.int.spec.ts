import {
  DatePassedV1,
  DEMO_AGENCIES,
  DEMO_PARTNERSHIP,
  newId,
  type AnswerFactsToCheck,
  type ObligationView,
  type OutwardProductMade,
} from '@mash/contracts';
import { people } from '@mash/testing';
import { AHolder, SOCIAL_CARE } from '../../testing/a-holder';
import { productsWith } from '../../testing/a-product';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';
import { LookAtTellingAgainWhenAFactChanges } from '../reactions/look-at-telling-again-when-a-fact-changes.reaction';

jest.setTimeout(120_000);

type Kept = AnswerFactsToCheck;
type Change = (kept: Kept) => Partial<Kept> | undefined;

/** Whoever can write where answers lie must not be able to take a "do not alert" away. */
describe('An accepted answer that says "do not alert"', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let path: string;
  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(async () => {
    sharing.others.access.set(people.teacher.id, { access: 'ordinary', audience: 'referrer_pro' });
    const { row, ids } = await enquiry.accepted(
      { text: 'An arrest is planned.', facts: { flags: ['do_not_alert'] } },
      { text: 'Seen at the station.' },
    );
    path = `/agency-requests/facts/answers/${ids.answerId}`;
    await enquiry.released([row]);
  });

  const altered: [what: string, Change][] = [
    [
      'is damaged',
      ({ envelopes }) => ({
        envelopes: envelopes.map((one) => ({
          ...one,
          sealed: { ...one.sealed, envelope: `${one.sealed.envelope.slice(0, -8)}AAAAAAAA` },
        })),
      }),
    ],
    [
      'is overwritten with what is no envelope',
      ({ envelopes }) => ({
        envelopes: envelopes.map((one) => ({ ...one, sealed: { ...one.sealed, envelope: 'rubbish' } })),
      }),
    ],
    [
      'is exchanged for the envelope of another person',
      ({ envelopes }) => ({ envelopes: envelopes.map((one) => ({ ...one, personId: newId() })) }),
    ],
    ['loses its envelope', () => ({ envelopes: [] })],
    ['is gone', () => undefined],
  ];
  const alter = (change: Change) => {
    const kept = sharing.others.answers.get(path) as Kept;
    const changed = change(kept);
    if (changed === undefined) sharing.others.answers.delete(path);
    else sharing.others.answers.set(path, { ...kept, ...changed });
  };
  const letter = async () =>
    (
      await sharing.as(people.manager)('post', '/outward-products', {
        ...{ productId: newId(), enquiryId: enquiry.enquiryId, kind: 'letter', purpose: 'FEEDBACK' },
        ...{ audience: 'referrer_pro', toAgencyId: DEMO_AGENCIES.school, personIds: [enquiry.personId] },
        ...{ words: 'Thank you for telling us.', envelopes: [], itemIds: [], people: [] },
      })
    ).body as OutwardProductMade;
  const open = async ({ productId }: OutwardProductMade) =>
    (await sharing.as(people.teacher)('post', `/outward-products/${productId}/open`, { releaseId: newId() })).status;
  /** A day passes, so that telling is looked at again. */
  const aDayPasses = () => {
    const at = new Date().toISOString();
    const event: DatePassedV1 = {
      ...{ id: newId(), type: DatePassedV1.type, version: 1, occurredAt: at, partnershipId: DEMO_PARTNERSHIP },
      ...{ correlationId: 'a test', actor: { id: 'sharing', kind: 'system' } },
      data: { enquiryId: enquiry.enquiryId, passedBy: at },
    };
    return sharing.app.get(LookAtTellingAgainWhenAFactChanges).datePassed(event);
  };
  const telling = async () => {
    const { body } = await sharing.as(people.analyst)('get', `/enquiries/${enquiry.enquiryId}/obligations`);
    return (body as { obligations: ObligationView[] }).obligations.find(({ code }) => code === 'INFORM_PARENT');
  };

  test('holds a letter, and telling the parent', async () => {
    expect(await letter()).toMatchObject({ state: 'waiting_review', reason: { code: 'HOLD' } });
    expect(await telling()).toMatchObject({ waitsFor: 'HOLD' });
  });

  test.each(altered)('holds both also where it %s', async (_what, change) => {
    const before = await letter();
    alter(change);
    expect(await letter()).toMatchObject({ state: 'waiting_review', reason: { code: 'HOLD' } });
    expect(await open(before)).toBe(404);
    await aDayPasses();
    expect(await telling()).toMatchObject({ waitsFor: 'HOLD' });
  });

  test('that is gone holds up no handover: what is there of the others goes', async () => {
    const other = await enquiry.accepted({ text: 'He was seen alone in the park in May.' });
    alter(() => undefined);
    const police = new AHolder(sharing, enquiry);
    const says = { facts: { says: 'released_as_it_stands', to: SOCIAL_CARE } } as const;
    expect((await police.states(other.itemIds[0] ?? '', says)).status).toBe(204);
    const handover = await productsWith(sharing, enquiry).make({ itemIds: other.itemIds });
    expect(handover).toMatchObject({ state: 'made', included: other.itemIds });
  });

  describe('and can be read no more', () => {
    let before: OutwardProductMade;
    let police: AHolder;
    let answerId: string;
    const cleared = { facts: { says: 'telling_cleared' } } as const;
    beforeEach(async () => {
      before = await letter();
      answerId = path.split('/').at(-1) ?? '';
      alter(() => ({ envelopes: [] }));
      police = new AHolder(sharing, enquiry);
    });
    const waiting = () =>
      sharing.query<{ reviewId: string; decisionId: string }>(
        `SELECT review_id AS "reviewId", sharing_decision_id AS "decisionId" FROM review JOIN sharing_decision d USING (sharing_decision_id)
          WHERE d.about_id = $1 AND review.state = 'open'`,
        [answerId],
      );

    test('lets a letter go, and telling the parent, once its own agency says that nothing has to wait', async () => {
      const anew = await letter();
      const [{ reviewId } = { reviewId: '' }] = await waiting();
      const answered = await police.answers(reviewId, { itemId: answerId, says: cleared });
      expect(answered.status).toBe(204);
      expect([await open(before), await open(anew)]).toEqual([404, 200]);
      expect(await letter()).toMatchObject({ state: 'made' });
      await aDayPasses();
      expect((await telling())?.waitsFor).toBeUndefined();
    });

    test('is kept on hold by its agency, and cleared by it later, unasked', async () => {
      expect((await police.states(answerId, { facts: { says: 'telling_held' } })).status).toBe(204);
      expect(await letter()).toMatchObject({ state: 'waiting_review' });
      expect((await police.states(answerId, cleared)).status).toBe(204);
      expect(await letter()).toMatchObject({ state: 'made' });
      expect((await telling())?.waitsFor).toBeUndefined();
    });

    test('is cleared by no other agency, and nothing else is said of it', async () => {
      const health = new AHolder(sharing, enquiry, people.healthLiaison);
      expect((await health.states(answerId, cleared)).status).toBe(404);
      const released = { facts: { says: 'released_as_it_stands', to: SOCIAL_CARE } } as const;
      expect((await police.states(answerId, released)).body.code).toBe('SHARING.STATEMENT_DOES_NOT_AGREE');
      expect(await letter()).toMatchObject({ state: 'waiting_review' });
    });
  });
});
