import { CheckAnswerWhenItIsReceived } from '../reactions/check-answer-when-it-is-received.reaction';
import { ARecall } from '../../testing/a-recall';
import {
  DEMO_AGENCIES,
  DEMO_PARTNERSHIP,
  DecisionMadeV1,
  newId,
  NoticeReceivedV1,
  StrategyDiscussionChangedV1,
  type HolderNotices,
  type ObligationView,
  type Released,
} from '@mash/contracts';
import type { PersonActor } from '@mash/authorisation';
import { MovableClock, people } from '@mash/testing';
import { establish } from '../../testing/a-partnership';
import { AnEnquiry } from '../../testing/an-enquiry';
import { startSharing, type Sharing } from '../../testing/start-sharing';
import { CloseConsiderationWhenStrategyIsDiscussed } from '../reactions/close-consideration-when-strategy-is-discussed.reaction';
import { CloseReceiptWhenNoticeIsReceived } from '../reactions/close-receipt-when-notice-is-received.reaction';
import { CloseReviewOfProtectionWhenDecisionIsMade } from '../reactions/close-review-of-protection-when-decision-is-made.reaction';

jest.setTimeout(120_000);

const PRESSED = '2026-11-24T10:00:00.000Z';
const CONFIRMED = '2026-11-24T10:05:00.000Z';
const TOMORROW = '2026-11-25T11:00:00.000Z';
const { police, health, socialCare } = DEMO_AGENCIES;
const POLICE = { agencyId: police, team: 'police' };

describe('What is told in immediate protection', () => {
  const clock = new MovableClock(PRESSED);
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  beforeAll(async () => {
    sharing = await startSharing({ clock });
    await establish(sharing);
  });
  beforeEach(async () => {
    clock.set(PRESSED);
    enquiry = await AnEnquiry.begin(sharing);
  });
  afterAll(() => sharing.close());

  const press = (envelopes: object[], recipient: object = POLICE, releaseId = newId()) =>
    enquiry.released(envelopes, { releaseId, mode: 'protect', recipient });
  const answers = async () => [
    (await enquiry.answer([{ text: 'A fracture in May.' }, { text: 'Another in June.' }], health)).row,
    (await enquiry.answer([{ text: 'He is known to us.' }], police)).row,
  ];
  const told = async (as: PersonActor): Promise<HolderNotices['notices']> =>
    ((await sharing.as(as)('get', '/holder-notices')).body as HolderNotices).notices.filter(
      ({ enquiryId }) => enquiryId === enquiry.enquiryId,
    );
  const tasks = async () => {
    const { body } = await sharing.as(people.manager)('get', `/enquiries/${enquiry.enquiryId}/obligations`);
    return (body as { obligations: ObligationView[] }).obligations.map(({ code, agencyId, state, late, doneBy }) => ({
      ...{ code, agencyId, state, late, doneBy },
    }));
  };
  const frame = (type: string) => ({
    ...{ id: newId(), type, version: 1, occurredAt: CONFIRMED, partnershipId: DEMO_PARTNERSHIP },
    ...{ correlationId: enquiry.enquiryId, actor: { id: people.policeLiaison.id, kind: 'person' } as const },
  });
  const received = (agencyId: string, noticeId = newId(), receivedAt = CONFIRMED): NoticeReceivedV1 => ({
    ...(frame(NoticeReceivedV1.type) as NoticeReceivedV1),
    data: { enquiryId: enquiry.enquiryId, noticeId, agencyId, receivedAt },
  });
  const decided = (decidedAt: string): DecisionMadeV1 => ({
    ...(frame(DecisionMadeV1.type) as DecisionMadeV1),
    data: {
      ...{ enquiryId: enquiry.enquiryId, decisionId: newId(), decisionVersion: 1, rosterVersion: 1, outcomes: [] },
      ...{ decidedBy: people.manager.id, decidedAt },
    },
  });

  test('is told at once to each agency of whose information it is, and to whom, and the task to tell them is done', async () => {
    await press(await answers());
    expect(await told(people.healthLiaison)).toMatchObject([
      { toAgencyId: police, toAudience: 'police', reason: 'immediate_protection', items: 2, toldAt: PRESSED },
    ]);
    expect(await told(people.policeLiaison)).toEqual([]);
    expect(await tasks()).toContainEqual(
      expect.objectContaining({ code: 'TELL_HOLDER', state: 'done', doneBy: 'sharing' }),
    );
    clock.set(TOMORROW);
    expect((await tasks()).filter(({ code, state }) => code === 'TELL_HOLDER' && state !== 'done')).toEqual([]);
  });

  test('is told once for each press and recipient, however it is sent again', async () => {
    const envelopes = await answers();
    const releaseId = newId();
    await press(envelopes, POLICE, releaseId);
    const again = { releaseId, mode: 'protect', recipient: POLICE };
    expect((await enquiry.release(envelopes, again)).status).toBe(409);
    await press(envelopes, { agencyId: socialCare, team: 'social-care' });
    expect((await told(people.healthLiaison)).map(({ toAgencyId }) => toAgencyId).sort()).toEqual([police, socialCare]);
    expect((await told(people.policeLiaison)).map(({ toAudience }) => toAudience)).toEqual(['team_sc']);
  });

  describe('chosen among what agencies answered', () => {
    const chosen = (items: object[], envelopes: object[], its: object = {}) =>
      enquiry.release(envelopes, { mode: 'protect', recipient: POLICE, items, ...its });
    const shownIn = ({ body }: { body: unknown }) =>
      (body as Released).items.filter(({ visibility }) => visibility === 'shown').map(({ itemId }) => itemId);
    const pick = (itemId: string | undefined) => ({ itemId });

    test('is told, with the concern, and nothing else of the answers: neither in the ledger nor to their holders', async () => {
      const { row, itemIds } = await enquiry.answer(
        [{ text: 'A fracture in May.' }, { text: 'Moved in June.' }],
        health,
      );
      const other = await enquiry.answer([{ text: 'He was excluded.' }], DEMO_AGENCIES.education);
      const concern = await enquiry.concern('She will not open the door.');
      const answer = await chosen([pick(itemIds[0])], [concern, row, other.row]);
      expect([...shownIn(answer)].sort()).toEqual([concern.envelopeId, itemIds[0]].sort());
      expect(JSON.stringify(answer.body)).not.toMatch(/Moved in June|excluded/);
      expect((answer.body as Released).coverage).toEqual([]);
      expect(await told(people.healthLiaison)).toMatchObject([{ toAgencyId: police, items: 1 }]);
      expect(await told(people.educationLiaison)).toEqual([]);
      const lines = 'SELECT count(*)::int AS n FROM disclosure WHERE enquiry_id = $1';
      expect(await sharing.query(lines, [enquiry.enquiryId])).toEqual([{ n: 2 }]);
    });

    test('is chosen by whoever presses, and by nobody who merely looks or reads a notice', async () => {
      const { row, itemIds } = await enquiry.answer([{ text: 'A fracture in May.' }], health);
      for (const its of [{ mode: 'content', recipient: undefined }, { recipient: undefined }])
        expect(await chosen([pick(itemIds[0])], [row], its)).toMatchObject({
          ...{ status: 422, body: { code: 'SHARING.ITEMS_NOT_FOR_MODE' } },
        });
      expect(await told(people.healthLiaison)).toEqual([]);
    });

    test('and recalled before the press, it goes to nobody: neither told of nor in the ledger', async () => {
      const { row, itemIds, ids } = await enquiry.answer(
        [{ text: 'A fracture in May.' }, { text: 'Another in June.' }],
        health,
      );
      await sharing.app.get(CheckAnswerWhenItIsReceived).handle(enquiry.received({ row, ids }));
      const concern = await enquiry.concern('She will not open the door.');
      const both = itemIds.map((itemId) => pick(itemId));
      const recall = new ARecall(sharing, enquiry);
      expect(await recall.says({ kind: 'item', id: itemIds[0] ?? '' })).toMatchObject({ status: 200 });
      const answer = await chosen(both, [concern, row]);
      expect([...shownIn(answer)].sort()).toEqual([concern.envelopeId, itemIds[1]].sort());
      expect(JSON.stringify(answer.body)).not.toContain('in May');
      expect(await told(people.healthLiaison)).toMatchObject([{ toAgencyId: police, items: 1 }]);
      const lines = 'SELECT count(*)::int AS n FROM disclosure WHERE enquiry_id = $1';
      expect(await sharing.query(lines, [enquiry.enquiryId])).toEqual([{ n: 2 }]);
    });

    test.each([
      ['the person of the answer was matched wrongly', 'person', 'wrong_person'],
      ['the whole answer is about somebody else', 'answer', 'wrong_person'],
    ] as const)('and recalled as %s: the concern goes all the same', async (_what, kind, says) => {
      const { row, itemIds, ids } = await enquiry.answer([{ text: 'A fracture in May.' }], health);
      await sharing.app.get(CheckAnswerWhenItIsReceived).handle(enquiry.received({ row, ids }));
      const concern = await enquiry.concern('She will not open the door.');
      const id = kind === 'person' ? enquiry.personId : row.envelopeId;
      expect(await new ARecall(sharing, enquiry).says({ kind, id }, { says })).toMatchObject({ status: 200 });
      const answer = await chosen([pick(itemIds[0])], [concern, row]);
      expect(shownIn(answer)).toEqual([concern.envelopeId]);
    });

    test('and taken back from one recipient alone, it goes to the other', async () => {
      const { row, itemIds, ids } = await enquiry.answer([{ text: 'A fracture in May.' }], health);
      await sharing.app.get(CheckAnswerWhenItIsReceived).handle(enquiry.received({ row, ids }));
      await chosen([pick(itemIds[0])], [row]);
      const about = { kind: 'item', id: itemIds[0] ?? '' } as const;
      const from = { says: 'wrong_recipient', recipientAgencyId: police } as const;
      expect(await new ARecall(sharing, enquiry).says(about, from)).toMatchObject({ status: 200 });
      expect((await chosen([pick(itemIds[0])], [row])).body).toMatchObject({ items: [] });
      const recipient = { agencyId: socialCare, team: 'social-care' };
      const toOther = await chosen([pick(itemIds[0])], [row], { recipient });
      expect(shownIn(toOther)).toEqual(itemIds);
    });
  });

  test('owes nobody a telling where it is the hub’s own', async () => {
    await press([await enquiry.concern('She will not open the door.')]);
    expect((await tasks()).map(({ code }) => code).sort()).toEqual(['NEXT_DAY_REVIEW', 'RECEIPT']);
    expect(await told(people.healthLiaison)).toEqual([]);
  });

  test('leaves the worklist once somebody there has seen it; nobody else says so for them', async () => {
    await press(await answers());
    const [notice] = await told(people.healthLiaison);
    const seen = (as: PersonActor) => sharing.as(as)('post', `/holder-notices/${notice?.noticeId ?? ''}/seen`);
    for (const other of [people.policeLiaison, people.manager, people.igOfficer, people.otherAnalyst])
      expect((await seen(other)).status).toBe(404);
    expect((await sharing.as(people.analyst)('get', '/holder-notices')).status).toBe(403);
    expect([(await seen(people.healthLiaison)).status, (await seen(people.healthLiaison)).status]).toEqual([204, 204]);
    expect(await told(people.healthLiaison)).toMatchObject([{ seenAt: PRESSED }]);
    await expect(sharing.queryAsApp(`DELETE FROM holder_notice`)).rejects.toThrow('permission denied');
    await expect(sharing.queryAsApp(`UPDATE holder_notice SET items = 1`)).rejects.toThrow('permission denied');
  });

  test('is not late once the police have confirmed it; social care has still to', async () => {
    const concern = [await enquiry.concern('She will not open the door.')];
    await press(concern);
    await press(concern, { agencyId: socialCare, team: 'social-care' });
    const event = received(police);
    for (let delivery = 0; delivery < 2; delivery += 1)
      await sharing.app.get(CloseReceiptWhenNoticeIsReceived).handle(event);
    clock.set('2026-11-24T10:30:00.000Z');
    expect((await tasks()).filter(({ code }) => code === 'RECEIPT')).toEqual([
      { code: 'RECEIPT', agencyId: socialCare, state: 'open', late: true, doneBy: undefined },
      { code: 'RECEIPT', agencyId: police, state: 'done', late: false, doneBy: people.policeLiaison.id },
    ]);
  });

  test('is confirmed notice by notice: that of the first press says nothing of the second', async () => {
    const concern = [await enquiry.concern('She will not open the door.')];
    const [first, second] = [newId(), newId()];
    for (const noticeId of [first, first, second]) await press(concern, { ...POLICE, noticeId });
    const receipts = async () => (await tasks()).filter(({ code }) => code === 'RECEIPT').map(({ state }) => state);
    const confirm = (noticeId: string) =>
      sharing.app.get(CloseReceiptWhenNoticeIsReceived).handle(received(police, noticeId));
    await confirm(first);
    expect(await receipts()).toEqual(['open', 'done']);
    await confirm(second);
    expect(await receipts()).toEqual(['done']);
  });

  test('and read by those who are told, however often, owes nothing more', async () => {
    sharing.others.access.set(people.policeLiaison.id, { access: 'ordinary', audience: 'police' });
    const noticeId = newId();
    const ids = { enquiryId: enquiry.enquiryId, productId: noticeId, agencyId: police };
    const header = { typ: 'outward', version: 1, partnershipId: DEMO_PARTNERSHIP, ...ids } as const;
    const sealed = await enquiry.seal<'outward'>(header, { content: { known: 'He is at the door.' } });
    const row = { typ: 'outward', envelopeId: noticeId, version: 1, sealed } as const;
    const envelope = { ...row, productId: noticeId, agencyId: police };
    expect(await enquiry.released([envelope], { mode: 'protect' }, people.policeLiaison)).toMatchObject({
      items: [{ visibility: 'shown' }],
    });
    expect(await tasks()).toEqual([]);
  });

  test('is looked at again by whoever decides; what is told after the decision is still to be looked at', async () => {
    const concern = [await enquiry.concern('She will not open the door.')];
    await press(concern);
    const reaction = sharing.app.get(CloseReviewOfProtectionWhenDecisionIsMade);
    await reaction.handle(decided(CONFIRMED));
    const review = async () =>
      (await tasks()).filter(({ code }) => code === 'NEXT_DAY_REVIEW').map(({ state }) => state);
    expect(await review()).toEqual(['done']);
    clock.set('2026-11-24T12:00:00.000Z');
    await press(concern);
    await reaction.handle(decided(CONFIRMED));
    await sharing.app.get(CloseReceiptWhenNoticeIsReceived).handle(received(police));
    expect(await review()).toEqual(['open', 'done']);
    expect((await tasks()).filter(({ code, state }) => code === 'RECEIPT' && state === 'open')).toHaveLength(1);
  });

  test('and a strategy discussion that was considered is not owed any more', async () => {
    const { row } = await enquiry.answer([{ text: 'She told her teacher.', facts: { sign: 'u13_sexual' } }]);
    await enquiry.release([row]);
    expect(await tasks()).toMatchObject([{ code: 'STRATEGY_CONSIDERED', state: 'open' }]);
    await sharing.app.get(CloseConsiderationWhenStrategyIsDiscussed).handle({
      ...(frame(StrategyDiscussionChangedV1.type) as StrategyDiscussionChangedV1),
      data: { enquiryId: enquiry.enquiryId, discussionId: newId(), step: 'not_held', at: CONFIRMED },
    });
    expect(await tasks()).toMatchObject([{ code: 'STRATEGY_CONSIDERED', state: 'done' }]);
  });
});
