import {
  DEMO_AGENCIES,
  newId,
  type ExportedBreach,
  type MyRecalls,
  type OpenedProduct,
  type RecallsOfEnquiry,
  type Released,
  type SeenBy,
} from '@mash/contracts';
import type { PersonActor } from '@mash/authorisation';
import { people } from '@mash/testing';
import { SOCIAL_CARE } from '../../testing/a-holder';
import { productsWith } from '../../testing/a-product';
import { establish } from '../../testing/a-partnership';
import { ARecall } from '../../testing/a-recall';
import { AnEnquiry } from '../../testing/an-enquiry';
import { startSharing, type Sharing } from '../../testing/start-sharing';
import { RecallClock } from '../features/watch-recalls/recall-clock';
import { CheckAnswerWhenItIsReceived } from '../reactions/check-answer-when-it-is-received.reaction';

jest.setTimeout(120_000);

let now = new Date();
const TEXTS = ['He was seen alone in the park in May.', 'Officers attended the house in June.'];

describe('Something is about the wrong person, or went to the wrong place', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let recall: ARecall;
  let answer: Awaited<ReturnType<AnEnquiry['answer']>>;
  let itemId: string;

  beforeAll(async () => {
    sharing = await startSharing({ clock: { now: () => now } });
    await establish(sharing);
  });
  beforeEach(async () => {
    now = new Date();
    enquiry = await AnEnquiry.begin(sharing);
    recall = new ARecall(sharing, enquiry);
    const { access } = sharing.others;
    access.set(people.socialCareManager.id, { access: 'ordinary', audience: 'team_sc' });
    access.set(people.policeLiaison.id, { access: 'ordinary', audience: 'police' });
    access.set(people.healthLiaison.id, { access: 'ordinary', audience: 'agency' });
    access.set(people.teacher.id, { access: 'ordinary', audience: 'referrer_pro' });
    answer = await enquiry.answer(TEXTS.map((text) => ({ text })));
    await sharing.app.get(CheckAnswerWhenItIsReceived).handle(enquiry.received(answer));
    [itemId = ''] = answer.itemIds;
    now = new Date(Date.now() + 1000);
  });
  afterAll(() => sharing.close());

  const about = (id = itemId) => ({ kind: 'item', id }) as const;
  const look = async (as: PersonActor = people.analyst): Promise<Released> => {
    return enquiry.released([answer.row], {}, as);
  };
  const itemsSeen = async (as?: PersonActor) => (await look(as)).items.map((item) => item.itemId);
  const make = (itemIds = answer.itemIds) => productsWith(sharing, enquiry).make({ itemIds });
  const open = (productId: string, as: PersonActor = people.socialCareManager) =>
    productsWith(sharing, enquiry).open(productId, as);
  const waiting = async (as: PersonActor): Promise<MyRecalls> => {
    const { notices, questions } = (await sharing.as(as)('get', '/recall-notices')).body as MyRecalls;
    const isOurs = ({ enquiryId }: { enquiryId: string }) => enquiryId === enquiry.enquiryId;
    return { notices: notices.filter(isOurs), questions: questions.filter(isOurs) };
  };
  const listed = async (as: PersonActor = people.manager) =>
    (await sharing.as(as)('get', `/enquiries/${enquiry.enquiryId}/recalls`)).body as RecallsOfEnquiry;
  const audited = async (action: string) =>
    sharing.query<{ outcome: string; reason: string | null }>(
      `SELECT envelope -> 'data' ->> 'outcome' AS outcome, envelope -> 'data' ->> 'reasonCode' AS reason
         FROM (SELECT envelope, seq FROM outbox UNION ALL SELECT envelope, seq FROM outbox_archive) put_down
        WHERE envelope -> 'data' ->> 'action' = $1 AND envelope -> 'data' ->> 'enquiryId' = $2 ORDER BY seq`,
      [action, enquiry.enquiryId],
    );
  const announced = async (type: string) =>
    sharing.query<{ data: Record<string, unknown> }>(
      `SELECT envelope -> 'data' AS data FROM (SELECT envelope, seq FROM outbox UNION ALL SELECT envelope, seq FROM outbox_archive) put_down
        WHERE envelope ->> 'type' = $1 AND envelope -> 'data' ->> 'enquiryId' = $2 ORDER BY seq`,
      [type, enquiry.enquiryId],
    );

  test('the whole story: everybody who saw it is told, nobody sees it any more, each confirms, the recall closes', async () => {
    await look();
    now = new Date(now.getTime() + 1000);
    const made = await make();
    expect((await open(made.productId)).status).toBe(200);
    const opened = await recall.says(about());
    expect(opened).toMatchObject({ status: 200, body: { recipients: 2 } });

    expect(await itemsSeen()).toEqual(answer.itemIds.slice(1));
    const again = (await open(made.productId)).body as OpenedProduct;
    expect(again).toMatchObject({ recalled: [{ on: now.toISOString(), items: 1 }] });
    expect(again.items.map((item) => item.text)).toEqual([TEXTS[1]]);
    expect((await make()).included).toEqual(answer.itemIds.slice(1));

    const [ofAnalyst] = (await waiting(people.analyst)).notices;
    const [ofTeam] = (await waiting(people.socialCareManager)).notices;
    expect(ofAnalyst).toMatchObject({ what: 'item', enquiryReference: 'E-2345678', late: false });
    expect((await waiting(people.teacher)).notices).toEqual([]);
    const count = await sharing.as(people.socialCareManager)('get', '/recall-notices/waiting');
    expect(count.body).toEqual({ waiting: 1, doubted: 0 });
    expect(Date.parse(ofTeam?.dueAt ?? '')).toBeGreaterThan(now.getTime());

    expect(await recall.confirms(ofAnalyst?.noticeId ?? '', people.analyst)).toMatchObject({ status: 204 });
    expect((await listed()).recalls[0]).not.toHaveProperty('closedAt');
    expect((await recall.confirms(ofTeam?.noticeId ?? '', people.socialCareManager, 'paper_destroyed')).status).toBe(
      204,
    );
    const [closed] = (await listed()).recalls;
    expect(closed).toMatchObject({ closedHow: 'all_confirmed', closedBy: people.socialCareManager.id });
    expect(closed?.notices).toMatchObject([
      { destroyedBy: people.analyst.id, destroyedHow: 'deleted' },
      { destroyedBy: people.socialCareManager.id, destroyedHow: 'paper_destroyed' },
    ]);
    expect((await waiting(people.analyst)).notices).toEqual([]);
    expect(await itemsSeen()).toEqual(answer.itemIds.slice(1));
    expect(await announced('sharing.recall-opened')).toHaveLength(1);
    expect(await announced('sharing.recall-closed')).toMatchObject([{ data: { how: 'all_confirmed' } }]);
    expect(await audited('recall.open')).toEqual([{ outcome: 'done', reason: null }]);
    expect((await audited('recall-notice.confirm')).map(({ outcome }) => outcome)).toEqual(['done', 'done']);
  });

  test('nobody confirms for somebody else, for another agency, for an unknown notice, or twice', async () => {
    await look();
    await recall.says(about());
    const noticeId = (await waiting(people.analyst)).notices[0]?.noticeId ?? '';
    for (const other of [people.healthLiaison, people.manager, people.igOfficer, people.otherAnalyst])
      expect(await recall.confirms(noticeId, other)).toMatchObject({ status: 404 });
    expect(await recall.confirms(newId(), people.analyst)).toMatchObject({ status: 404 });
    expect((await recall.confirms(noticeId, people.analyst)).status).toBe(204);
    expect(await recall.confirms(noticeId, people.analyst)).toMatchObject({
      status: 409,
      code: 'RECALL.CONFIRMED_ALREADY',
    });
    expect(await recall.confirms(noticeId, people.analyst, 'burnt')).toMatchObject({ status: 400 });
    const outcomes = (await audited('recall-notice.confirm')).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused', 'done', 'refused']);
  });

  test('an unknown item, somebody to whom nothing was shown, another partnership: not found, audited, and nothing changes', async () => {
    expect(await recall.says(about(newId()))).toMatchObject({ status: 404 });
    expect(await recall.says({ kind: 'product', id: newId() })).toMatchObject({ status: 404 });
    for (const other of [
      people.healthLiaison,
      people.teacher,
      people.socialCareManager,
      people.igOfficer,
      people.otherAnalyst,
    ])
      expect(await recall.says(about(), {}, other)).toMatchObject({ status: 404 });
    expect(await sharing.query('SELECT 1 FROM identity_statement WHERE enquiry_id = $1', [enquiry.enquiryId])).toEqual(
      [],
    );
    expect((await audited('recall.open')).every(({ outcome }) => outcome === 'refused')).toBe(true);
    expect(await itemsSeen()).toEqual(answer.itemIds);
  });

  test('a reason that is not sealed for this, a time that cannot be: refused, audited, nothing kept', async () => {
    const statement = await recall.statement(about());
    expect(await recall.send({ ...statement, statementId: newId() })).toMatchObject({ status: 422 });
    const impossible = [new Date(now.getTime() + 60_000), new Date('2001-01-01T00:00:00Z')];
    for (const knownSince of impossible)
      expect(await recall.says(about(), { knownSince: knownSince.toISOString() })).toMatchObject({
        ...{ status: 422, code: 'SHARING.KNOWN_SINCE_IMPOSSIBLE' },
      });
    expect(await sharing.query('SELECT 1 FROM identity_statement WHERE enquiry_id = $1', [enquiry.enquiryId])).toEqual(
      [],
    );
  });

  test('only doubted, it waits for its holder; the holder confirms, and it is read again', async () => {
    expect(await recall.says(about(), { says: 'doubted' })).toMatchObject({ status: 200, body: { recipients: 0 } });
    const seen = (await look()).items.find((item) => item.itemId === itemId);
    expect(seen).toMatchObject({ visibility: 'withheld', outcome: 'REVIEW' });
    expect((await make()).included).toEqual(answer.itemIds.slice(1));
    expect((await waiting(people.policeLiaison)).questions).toMatchObject([
      { about: about(), says: 'doubted', late: false },
    ]);
    expect((await waiting(people.healthLiaison)).questions).toEqual([]);
    const count = await sharing.as(people.policeLiaison)('get', '/recall-notices/waiting');
    expect(count.body).toMatchObject({ doubted: expect.any(Number) as number });
    expect(await recall.says(about(), { says: 'confirmed' }, people.manager)).toMatchObject({ status: 403 });
    expect(await recall.says(about(), { says: 'confirmed' }, people.healthLiaison)).toMatchObject({ status: 404 });
    expect((await recall.says(about(), { says: 'confirmed' }, people.policeLiaison)).status).toBe(200);
    expect(await itemsSeen()).toEqual(answer.itemIds);
    const shown = (await look()).items.find((item) => item.itemId === itemId);
    expect(shown?.visibility).toBe('shown');
    expect(await recall.says(about(), { says: 'confirmed' }, people.policeLiaison)).toMatchObject({
      ...{ status: 409, code: 'SHARING.NOTHING_TO_CONFIRM' },
    });
    expect((await audited('identity.confirm')).at(-2)).toMatchObject({ outcome: 'done' });
  });

  test('it is not confirmed by whoever has not read what was said of it since', async () => {
    const lastSaid = async (as: PersonActor) => {
      const { id, kind } = about();
      const { body } = await sharing.as(as)('get', `/enquiries/${enquiry.enquiryId}/seen-by/${kind}/${id}`);
      return (body as SeenBy).lastSaid;
    };
    await look();
    expect(await lastSaid(people.policeLiaison)).toBeNull();
    const doubt = await recall.says(about(), { says: 'doubted' });
    const read = await lastSaid(people.policeLiaison);
    expect(read).toBe(doubt.body.statementId);
    now = new Date(now.getTime() + 1000);
    await recall.says(about(), { says: 'wrong_person' });
    const confirm = (lastSaid?: string | null) =>
      recall.says(about(), { says: 'confirmed', ...(lastSaid !== undefined && { lastSaid }) }, people.policeLiaison);
    for (const known of [read, null])
      expect(await confirm(known)).toMatchObject({ status: 409, code: 'SHARING.SAID_SINCE' });
    expect(await itemsSeen()).toEqual(answer.itemIds.slice(1));
    expect((await confirm(await lastSaid(people.policeLiaison))).status).toBe(200);
    expect(await itemsSeen()).toEqual(answer.itemIds);
  });

  test('the holder takes "wrong person" back: the recall closes, the breach record stays', async () => {
    await look();
    const { body } = await recall.says(about());
    expect((await recall.says(about(), { says: 'confirmed' }, people.policeLiaison)).status).toBe(200);
    expect((await listed()).recalls).toMatchObject([{ closedHow: 'identity_confirmed' }]);
    expect((await waiting(people.analyst)).notices).toEqual([]);
    expect(await itemsSeen()).toEqual(answer.itemIds);
    const breach = `/breaches/${body.breachId ?? ''}`;
    expect((await sharing.as(people.igOfficer)('get', breach)).status).toBe(200);
    const { body: taken } = await sharing.as(people.igOfficer)('get', `${breach}/export`);
    expect((taken as ExportedBreach).recall).toMatchObject({ closedHow: 'identity_confirmed' });
    expect((await recall.says(about())).status).toBe(200); // said anew, it is a new recall
  });

  test('a whole answer, and everything answered about a person who was matched wrongly', async () => {
    await look();
    await recall.says({ kind: 'answer', id: answer.row.envelopeId });
    expect(await look()).toMatchObject({ items: [], coverage: [] });
    const other = await enquiry.accepted({ text: 'Another answer.' });
    answer = other;
    expect(await itemsSeen()).toEqual(other.itemIds);
    expect((await recall.says({ kind: 'answer', id: other.ids.requestId }, { says: 'doubted' })).status).toBe(200);
    expect((await look()).items).toMatchObject([{ outcome: 'REVIEW' }]);
    const said = await recall.says({ kind: 'person', id: enquiry.personId });
    expect(said).toMatchObject({ status: 200, body: { recipients: 1 } });
    expect(await itemsSeen()).toEqual([]);
    const matched = { kind: 'person', id: enquiry.personId } as const;
    expect(await recall.says(matched, { says: 'confirmed' }, people.analyst)).toMatchObject({ status: 403 });
    expect((await recall.says(matched, { says: 'confirmed' }, people.manager)).status).toBe(200);
    const ofRequest = { kind: 'answer', id: other.ids.requestId } as const;
    expect((await recall.says(ofRequest, { says: 'confirmed' }, people.policeLiaison)).status).toBe(200);
    expect(await itemsSeen()).toEqual(other.itemIds);
  });

  test('what went to the wrong place is gone there and stays with the others', async () => {
    await look();
    const made = await make();
    await open(made.productId);
    const wrong = { says: 'wrong_recipient', recipientAgencyId: SOCIAL_CARE.agencyId } as const;
    expect(await recall.says(about(), { says: 'wrong_recipient' })).toMatchObject({ code: 'SHARING.RECIPIENT_NEEDED' });
    expect(await recall.says(about(), { ...wrong, recipientAgencyId: 'nobody' })).toMatchObject({
      code: 'SHARING.RECIPIENT_UNKNOWN',
    });
    expect(await recall.says(about(), { ...wrong, recipientAgencyId: DEMO_AGENCIES.council })).toMatchObject({
      code: 'SHARING.RECIPIENT_IS_THE_HUB',
    });
    const said = await recall.says(about(), wrong, people.socialCareManager);
    expect(said).toMatchObject({ status: 200, body: { recipients: 1 } });
    expect((await waiting(people.socialCareManager)).notices).toHaveLength(1);
    expect((await waiting(people.analyst)).notices).toEqual([]);
    expect(await itemsSeen()).toEqual(answer.itemIds);
    expect((await open(made.productId)).body).toMatchObject({ recalled: [{ items: 1 }] });
    expect((await make()).included).toEqual(answer.itemIds.slice(1));
  });

  test('a handover that is recalled whole opens to nobody, and says that the hub is to be asked', async () => {
    const made = await make();
    await open(made.productId);
    const product = { kind: 'product', id: made.productId } as const;
    expect(await recall.says(product, { says: 'doubted' })).toMatchObject({ code: 'SHARING.NOTHING_TO_DOUBT' });
    expect(await recall.says(product)).toMatchObject({ status: 200, body: { recipients: 1 } });
    for (const who of [people.socialCareManager, people.manager])
      expect(await open(made.productId, who)).toMatchObject({
        status: 410,
        body: { code: 'SHARING.PRODUCT_RECALLED' },
      });
    expect((await audited('outward-product.open')).at(-1)).toMatchObject({
      outcome: 'refused',
      reason: 'SHARING.PRODUCT_RECALLED',
    });
  });

  test('what was told in immediate protection, the desk that was told confirms', async () => {
    const ofHealth = await enquiry.answer([{ text: 'Seen with a burn.' }], DEMO_AGENCIES.health);
    await sharing.app.get(CheckAnswerWhenItIsReceived).handle(enquiry.received(ofHealth));
    const toPolice = { mode: 'protect', recipient: { agencyId: DEMO_AGENCIES.police, team: 'police' } };
    expect((await enquiry.released([ofHealth.row], toPolice, people.manager)).items).toMatchObject([
      { visibility: 'shown' },
    ]);
    const [toldItem = ''] = ofHealth.itemIds;
    expect(await recall.says(about(toldItem), {}, people.policeLiaison)).toMatchObject({ body: { recipients: 1 } });
    const [notice] = (await waiting(people.policeLiaison)).notices;
    expect(notice).not.toHaveProperty('recipientId');
    expect(await recall.confirms(notice?.noticeId ?? '', people.healthLiaison)).toMatchObject({ status: 404 });
    expect((await recall.confirms(notice?.noticeId ?? '', people.policeLiaison)).status).toBe(204);
    expect((await listed()).recalls).toMatchObject([{ closedHow: 'all_confirmed' }]);
  });

  test('nobody saw it: the recall is over at once, the breach record is there', async () => {
    const { body } = await recall.says(about());
    expect(body).toMatchObject({ recipients: 0, breachId: expect.any(String) as string });
    expect((await listed()).recalls).toMatchObject([{ closedHow: 'nobody_saw', notices: [] }]);
  });

  test('a release under way while it is recalled either was told of, or shows it no more', async () => {
    const [seen, said] = await Promise.all([look(), recall.says(about())]);
    const wasShown = seen.items.some((item) => item.itemId === itemId && item.visibility === 'shown');
    expect(said.body.recipients).toBe(wasShown ? 1 : 0);
  });

  test('late destruction is said once; a manager closes with a reason, and nobody else', async () => {
    await look();
    const { body } = await recall.says(about());
    const recallId = body.recallId ?? '';
    now = new Date(now.getTime() + 10 * 86_400_000);
    await sharing.app.get(RecallClock).announceAll();
    await sharing.app.get(RecallClock).announceAll();
    expect(await announced('sharing.destruction-late')).toMatchObject([{ data: { recallId } }]);
    expect((await listed()).recalls[0]?.notices).toMatchObject([{ late: true }]);
    expect(await recall.closes(recallId, people.analyst)).toMatchObject({ status: 403 });
    expect(await recall.closes(recallId, people.policeLiaison)).toMatchObject({ status: 404 });
    expect(await recall.closes(newId())).toMatchObject({ status: 404 });
    expect((await recall.closes(recallId)).status).toBe(204);
    expect(await recall.closes(recallId)).toMatchObject({ status: 409, code: 'RECALL.CLOSED' });
    expect((await listed()).recalls).toMatchObject([{ closedHow: 'manager', closedBy: people.manager.id }]);
    expect((await waiting(people.analyst)).notices).toEqual([]);
  });

  test('the list is for the hub, and no plain column tells what it was', async () => {
    await look();
    await recall.says(about());
    for (const other of [people.teacher, people.socialCareManager, people.policeLiaison, people.otherAnalyst])
      expect((await sharing.as(other)('get', `/enquiries/${enquiry.enquiryId}/recalls`)).status).toBe(404);
    for (const table of ['identity_statement', 'recall', 'recall_notice', 'breach', 'breach_statement']) {
      const rows = await sharing.query(`SELECT * FROM ${table}`);
      expect(JSON.stringify(rows)).not.toMatch(/police-incidents|cousin|park in May/);
    }
    await expect(sharing.queryAsApp(`UPDATE identity_statement SET says = 'confirmed'`)).rejects.toThrow(/permission/);
    await expect(sharing.queryAsApp('DELETE FROM recall_notice')).rejects.toThrow(/permission/);
  });
});
