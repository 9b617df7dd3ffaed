import { DEMO_AGENCIES, newId, type DecisionFacts, type LineFacts, type Purpose, type Released } from '@mash/contracts';
import { people } from '@mash/testing';
import { consentWith } from '../../testing/a-consent';
import { proposedLine } from '../../testing/a-line';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest, type ForATest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);
const { socialCare, police, council } = DEMO_AGENCIES;

describe('What an answer is read for', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let lines: ForATest['lines'];
  forEachTest((its) => ({ sharing, enquiry, lines } = its));

  const judged = (threshold: DecisionFacts['threshold']) =>
    enquiry.factsAre({ decision: { threshold, colour: 'amber', urgent: false } });
  const parentSays = (state: 'given' | 'refused') => consentWith(sharing, enquiry).state({ state });
  const CATEGORY = { [socialCare]: 'social-care-history', [police]: 'police-incidents' } as const;

  /** An answer to a request that was recorded for this purpose. */
  const answerTo = async (purpose: Purpose, agencyId: typeof socialCare | typeof police = socialCare) => {
    const category = CATEGORY[agencyId];
    const { line, event } = await proposedLine(enquiry, { agencyId, category, purpose });
    await lines.react(event);
    const facts = { category, class: 'personal' } as const;
    const item = { text: 'Known since May.', facts, content: { category } };
    const { row, itemIds } = await enquiry.answer([item], agencyId, undefined, undefined, line.requestId);
    return { row, itemId: itemIds[0] ?? '', line: line satisfies LineFacts };
  };
  /** The police say yes to it. */
  const answerYes = async (reviewId: string) => {
    const { enquiryId } = enquiry;
    const { partnershipId } = people.policeLiaison;
    const header = { typ: 'review', partnershipId, version: 1, enquiryId, reviewId } as const;
    const content = { reason: 'The court needs it.', ground: 'holder_agrees' };
    const sealedReason = await enquiry.seal<'review'>(header, { content, by: people.policeLiaison.id });
    const body = { answer: 'release', ground: 'holder_agrees', sealedReason };
    expect((await sharing.as(people.policeLiaison)('post', `/reviews/${reviewId}/answer`, body)).status).toBe(204);
  };
  const read = (envelopes: object[], purpose: Purpose) => enquiry.released(envelopes, { purpose });
  const ledger = ({ releaseId }: Released) =>
    sharing.query<{ purpose: string; outcome: string }>(
      'SELECT purpose, outcome FROM disclosure WHERE release_id = $1',
      [releaseId],
    );
  const audited = async () => {
    const rows = await sharing.query<{ purpose: string }>(
      `SELECT envelope -> 'data' ->> 'purpose' AS purpose FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'enquiryId' = $1 AND envelope -> 'data' ->> 'action' = 'release.content'`,
      [enquiry.enquiryId],
    );
    return rows.map(({ purpose }) => purpose);
  };

  test('is what its request was recorded for: whoever calls it screening reads no more than the record allows', async () => {
    judged('s17');
    await parentSays('given');
    const { row } = await answerTo('S17');
    await parentSays('refused');
    const released = await read([row], 'SCREEN');
    expect(released.items).toMatchObject([
      { visibility: 'withheld', outcome: 'REVIEW', reason: { code: 'CONSENT_REFUSED' } },
    ]);
  });

  test('is read for screening where it was asked for screening', async () => {
    judged('none');
    await parentSays('refused');
    const { row } = await answerTo('SCREEN');
    expect((await read([row], 'SCREEN')).items).toMatchObject([
      { visibility: 'shown', reason: { code: 'OWN_RECORD' } },
    ]);
  });

  test('stands in the ledger as it was recorded, and in the audit log as the caller stated it', async () => {
    const { row } = await answerTo('S47', police);
    const released = await read([row], 'SCREEN');
    expect(released.items).toMatchObject([{ visibility: 'shown' }]);
    expect(await ledger(released)).toEqual([{ purpose: 'S47', outcome: 'PERMIT' }]);
    expect(await audited()).toEqual(['SCREEN']);
  });

  test.each(['LITIGATION', 'IMMIGRATION', 'PUBLICITY'] as const)(
    'is never %s: whoever states it learns of no answer, and of none of the hub’s own papers',
    async (stated) => {
      const { row } = await answerTo('S47', police);
      const released = await read([row, await enquiry.concern('He came in with a bruise.')], stated);
      expect({ items: released.items, coverage: released.coverage }).toEqual({ items: [], coverage: [] });
      const denied = { purpose: stated, outcome: 'DENY' };
      expect(await ledger(released)).toEqual([denied, denied]);
    },
  );

  test('is not evidence either, until the holder and information governance have looked', async () => {
    const { row } = await answerTo('S47', police);
    const released = await read([row], 'EVIDENCE');
    const both = ['The body riverside-police', 'Information governance'];
    expect(released.items).toMatchObject([{ visibility: 'withheld', outcome: 'REVIEW', releasers: both }]);
    expect((await read([row], 'S47')).items).toMatchObject([{ visibility: 'shown' }]);
  });

  test('is no evidence once one of the two has said yes, and names the other alone, with the time of the last', async () => {
    const { row } = await answerTo('S47', police);
    const { reviewId = '' } = (await read([row], 'EVIDENCE')).items[0] ?? {};
    const reviews = await sharing.query<{ reviewId: string; releaser: string }>(
      'SELECT review_id AS "reviewId", releaser FROM review WHERE enquiry_id = $1 ORDER BY releaser',
      [enquiry.enquiryId],
    );
    expect(reviews.map(({ releaser }) => releaser)).toEqual(['H', 'IG']);
    const [ofHolder] = reviews;
    const later = new Date(Date.now() + 3 * 86_400_000);
    await sharing.query('UPDATE review SET due_at = $2 WHERE review_id <> $1', [ofHolder?.reviewId, later]);
    expect((await read([row], 'EVIDENCE')).items).toMatchObject([{ reviewId, dueAt: later.toISOString() }]);
    await answerYes(ofHolder?.reviewId ?? '');
    expect((await read([row], 'EVIDENCE')).items).toMatchObject([
      { visibility: 'withheld', outcome: 'REVIEW', releasers: ['Information governance'], dueAt: later.toISOString() },
    ]);
  });

  test('is the work that is left once the threshold has fallen, and no more is read by stating the earlier one', async () => {
    await parentSays('given');
    const { row } = await answerTo('S47', police);
    judged('early_help');
    const released = await read([row], 'EH');
    expect(released.items).toMatchObject([{ visibility: 'shown' }]);
    expect(await ledger(released)).toEqual([{ purpose: 'EH', outcome: 'PERMIT' }]);
    expect((await read([row], 'S47')).items).toMatchObject([{ outcome: 'DENY', reason: { code: 'ABOVE_THRESHOLD' } }]);
  });

  test('is that of its own request, where the same body was asked twice for different work', async () => {
    judged('none');
    await parentSays('refused');
    const screened = await answerTo('SCREEN');
    judged('s17');
    const later = await answerTo('S17');
    const shown = await read([screened.row, later.row], 'SCREEN');
    expect(shown.items.find(({ itemId }) => itemId === screened.itemId)).toMatchObject({ visibility: 'shown' });
    expect(shown.items.find(({ itemId }) => itemId === later.itemId)).toMatchObject({ visibility: 'withheld' });
  });

  describe('when it leaves the hub', () => {
    const product = (itemIds: string[], purpose: Purpose, envelopes: object[]) => ({
      ...{ productId: newId(), enquiryId: enquiry.enquiryId, kind: 'handover', purpose, audience: 'team_sc' },
      ...{
        toAgencyId: council,
        personIds: [enquiry.personId],
        words: 'Please take this on.',
        envelopes,
        itemIds,
        people: [],
      },
    });
    const make = async (body: object) =>
      (await sharing.as(people.manager)('post', '/outward-products', body)).body as object;
    const purposeOf = async ({ productId }: { productId: string }) =>
      (
        await sharing.query<{ purpose: string }>('SELECT purpose FROM outward_product WHERE product_id = $1', [
          productId,
        ])
      )[0]?.purpose;

    test('has the purpose of what is made of it: a handover that is called screening takes nothing out without consent', async () => {
      judged('s17');
      await parentSays('given');
      const { row, itemId } = await answerTo('S17');
      await parentSays('refused');
      const body = product([itemId], 'SCREEN', [row]);
      expect(await make(body)).toMatchObject({ included: [], leftOut: [{ itemId, code: 'CONSENT_REFUSED' }] });
      expect(await purposeOf(body)).toBe('S17');
    });

    test('and none that a manager states for something else', async () => {
      const { row, itemId } = await answerTo('S47', police);
      const body = product([itemId], 'LITIGATION', [row]);
      expect(await make(body)).toMatchObject({ included: [] });
      expect(await make(product([itemId], 'S47', [row]))).toMatchObject({ included: [itemId] });
    });
  });
});
