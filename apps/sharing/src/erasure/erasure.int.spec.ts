import {
  ConsentStatedV1,
  DEMO_PARTNERSHIP,
  IntakePartErasedV1,
  newId,
  type EnvelopeToOpen,
  Reviews,
  ReviewsWaiting,
} from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { SealingPublicKey } from '@mash/sealing';
import { eventually, people } from '@mash/testing';
import { consentWith } from '../../testing/a-consent';
import { establish } from '../../testing/a-partnership';
import { AnEnquiry } from '../../testing/an-enquiry';
import { AuditLog } from '../../testing/audit-log';
import { Governing, secondIgOfficer } from '../../testing/governing';
import { aHeldItem } from '../../testing/held-item';
import { startSharing, type Sharing } from '../../testing/start-sharing';
import { ConsentRepository } from '../consent/consent.repository';
import { KeyStore } from '../keys/key-store';
import { CheckAnswerWhenItIsReceived } from '../reactions/check-answer-when-it-is-received.reaction';
import { NotePartWhenAServiceHasErasedIt } from '../reactions/note-part-when-a-service-has-erased-it.reaction';
import { RecordConsentWhenItIsStated } from '../reactions/record-consent-when-it-is-stated.reaction';
import { CheckRowsHandler } from '../features/check-rows/check-rows.handler';
import { EnquiryLife } from './enquiry-life';

jest.setTimeout(120_000);

const WAITING = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

describe('Erasing an enquiry', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let governing: Governing;

  beforeAll(async () => {
    sharing = await startSharing();
    new AuditLog(sharing);
    await establish(sharing);
  });
  beforeEach(async () => {
    enquiry = await AnEnquiry.begin(sharing);
    enquiry.factsAre({ decision: { closed: true } });
    governing = new Governing(sharing, enquiry);
  });
  afterAll(() => sharing.close());

  const release = (envelopes: EnvelopeToOpen[], of = enquiry) => of.release(envelopes);
  const livingKeys = async () =>
    (
      await sharing.query('SELECT 1 FROM enquiry_key WHERE enquiry_id = $1 AND wrapped IS NOT NULL', [
        enquiry.enquiryId,
      ])
    ).length;
  const putDown = (what: string) =>
    sharing.query<{ it: object }>(
      `SELECT envelope -> 'data' AS it FROM (SELECT type, envelope FROM outbox UNION ALL SELECT type, envelope FROM outbox_archive) put_down
        WHERE type = $1 AND envelope -> 'data' ->> 'enquiryId' = $2`,
      [what, enquiry.enquiryId],
    );
  const bind = (use: 'enquiry' | 'case') =>
    sharing.app
      .get(UnitOfWork)
      .run((tx) => sharing.app.get(KeyStore).makeBound(tx, DEMO_PARTNERSHIP, use, enquiry.enquiryId));

  test('by two people destroys every key of it, case keys too, tells the services, and leaves nothing that opens', async () => {
    const { row } = await enquiry.answer([{ text: 'Called to the address twice in May.' }]);
    const released = await release([row]);
    expect(released.status).toBe(200);
    await bind('case');
    const { erasureId, status } = await governing.request();
    expect(status).toBe(204);
    expect(await livingKeys()).toBe(2);
    expect(await governing.confirm(erasureId)).toMatchObject({ status: 204 });

    expect(await livingKeys()).toBe(0);
    expect(await putDown('sharing.enquiry-erased')).toMatchObject([
      { it: { erasureId, keyIds: [expect.any(String), expect.any(String)] } },
    ]);
    expect(await governing.audited('erasure.request')).toEqual(['done']);
    expect(await governing.audited('erasure.confirm')).toEqual(['done']);

    expect((await release([row])).status).toBe(404);
    expect((await sharing.asSystem(['keys:lease'])('get', `/enquiries/${enquiry.enquiryId}/key`)).status).toBe(404);
    const kid = row.sealed.kid;
    const opening = sharing.app
      .get(KeyStore)
      .privateKeyFor(kid, { partnershipId: DEMO_PARTNERSHIP, enquiryId: enquiry.enquiryId });
    await expect(opening).rejects.toMatchObject({ code: 'SEAL.KEY_DESTROYED' });
    for (const use of ['enquiry', 'case'] as const) await expect(bind(use)).rejects.toMatchObject({ status: 404 });
  });

  test('leaves the lines of its ledger without what they were about', async () => {
    const { row } = await enquiry.answer([{ text: 'Known.' }]);
    await release([row]);
    const path = `/ledger?enquiryId=${enquiry.enquiryId}`;
    const before = await sharing.as(people.igOfficer)('get', path);
    expect(before.body).toMatchObject({ entries: [{ category: 'police-incidents', outcome: 'PERMIT' }] });
    await governing.erase();
    const { body } = await sharing.as(people.igOfficer)('get', path);
    expect(body).toMatchObject({ entries: [{ outcome: 'PERMIT', recipientId: people.analyst.id }] });
    expect((body as { entries: object[] }).entries[0]).not.toHaveProperty('category');
  });

  test('leaves nobody a question to answer: it is neither listed nor counted any more', async () => {
    await aHeldItem(sharing, enquiry);
    const ask = async (path: string) => (await sharing.as(people.policeLiaison)('get', path)).body as unknown;
    const listed = async () => Reviews.parse(await ask('/reviews')).reviews.map(({ enquiryId }) => enquiryId);
    const { waiting } = ReviewsWaiting.parse(await ask('/reviews/waiting'));
    expect(await listed()).toContain(enquiry.enquiryId);
    await governing.erase();
    expect(await listed()).not.toContain(enquiry.enquiryId);
    expect(await ask('/reviews/waiting')).toMatchObject({ waiting: waiting - 1 });
  });

  test('is confirmed by nobody who asked for it, no analyst, no manager whom the case is shut to', async () => {
    const { erasureId } = await governing.request();
    expect(await governing.confirm(erasureId, people.igOfficer)).toEqual({ status: 403, code: 'ERASURE.SELF_CONFIRM' });
    for (const by of [people.analyst, people.admin, people.otherAnalyst])
      expect((await governing.confirm(erasureId, by)).status).toBe(404);
    sharing.others.access.set(people.manager.id, { access: 'conflict', audience: 'outsider' });
    expect((await governing.confirm(erasureId, people.manager)).status).toBe(404);
    expect(await livingKeys()).toBe(1);
    expect(await governing.audited('erasure.confirm')).toEqual(
      expect.arrayContaining(['refused ERASURE.SELF_CONFIRM', 'refused ROLE_OR_STATE', 'refused OTHER_PARTNERSHIP']),
    );
    const owner = sharing.query(
      `UPDATE erasure SET state = 'erased', decided_by = requested_by, decided_at = now() WHERE erasure_id = $1`,
      [erasureId],
    );
    await expect(owner).rejects.toThrow('ck_erasure_four_eyes');

    sharing.others.access.set(people.manager.id, { access: 'ordinary', audience: 'hub_manager' });
    expect((await governing.confirm(erasureId, people.manager)).status).toBe(204);
  });

  test('is asked for by information governance alone, in its own partnership, with a reason that opens', async () => {
    for (const by of [people.manager, people.auditor, people.analyst])
      expect((await governing.request(by)).status).toBe(403);
    const elsewhere = await AnEnquiry.begin(sharing);
    const foreign = await new Governing(sharing, elsewhere).reason(newId(), people.igOfficer, 'Of another enquiry');
    expect(await governing.request(people.igOfficer, { sealedReason: foreign })).toMatchObject({
      status: 422,
      code: 'SEAL.WRONG_KEY',
    });
    const ofAnother = await governing.reason(newId(), people.igOfficer, 'For another erasure');
    expect(await governing.request(people.igOfficer, { sealedReason: ofAnother })).toMatchObject({
      status: 422,
      code: 'SEAL.HEADER_MISMATCH',
    });
    expect((await governing.request(people.igOfficer, { retentionRule: 'as Mrs Farthing wished' })).status).toBe(400);
    expect((await governing.request(people.igOfficer, { enquiryId: newId() })).status).toBe(404);
  });

  test('waits until the hub has closed the enquiry, also between the first person and the second', async () => {
    enquiry.factsAre({ decision: { closed: false } });
    expect(await governing.request()).toMatchObject({ status: 409, code: 'ERASURE.ENQUIRY_OPEN' });
    enquiry.factsAre({ decision: { closed: true } });
    const { erasureId } = await governing.request();
    expect(await governing.request()).toMatchObject({ status: 409, code: 'ERASURE.WAITING_ALREADY' });
    enquiry.factsAre({});
    expect(await governing.confirm(erasureId)).toEqual({ status: 409, code: 'ERASURE.ENQUIRY_OPEN' });
    expect(await livingKeys()).toBe(1);
  });

  test('is not done where the hub opens the enquiry again while it waits for whoever is under way', async () => {
    const { erasureId } = await governing.request();
    const life = sharing.app.get(EnquiryLife);
    let confirming: Promise<unknown> = Promise.resolve();
    await sharing.app.get(UnitOfWork).run(async (tx) => {
      await life.holdOpen(tx, enquiry.enquiryId);
      confirming = governing.confirm(erasureId);
      await eventually(async () => expect(await sharing.query(WAITING)).toHaveLength(1));
      enquiry.factsAre({ decision: { closed: false } });
    });
    expect(await confirming).toEqual({ status: 409, code: 'ERASURE.ENQUIRY_OPEN' });
    expect(await livingKeys()).toBe(1);
  });

  test('is done once, however many confirm it at once, and may be withdrawn before', async () => {
    const first = await governing.request();
    const withdrawn = await sharing.as(people.igOfficer)('post', `/erasures/${first.erasureId}/withdraw`);
    expect(withdrawn.status).toBe(204);
    expect(await governing.confirm(first.erasureId)).toEqual({ status: 409, code: 'ERASURE.NOT_WAITING' });

    const { erasureId } = await governing.request();
    const both = await Promise.all([
      governing.confirm(erasureId, secondIgOfficer),
      governing.confirm(erasureId, people.manager),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await putDown('sharing.enquiry-erased')).toHaveLength(1);
    expect(await governing.request()).toMatchObject({ status: 409, code: 'ERASURE.DONE' });
  });

  test('shows which service has done its part, each once, and the reason as long as it can be opened', async () => {
    const { erasureId } = await governing.request();
    const seen = async (by = secondIgOfficer) => (await sharing.as(by)('get', `/erasures/${erasureId}`)).body as object;
    expect(await seen()).toMatchObject({ reason: 'Seven years have passed since the last contact.', parts: [] });
    expect(await seen(people.auditor)).not.toHaveProperty('reason');
    await governing.confirm(erasureId);

    const at = new Date().toISOString();
    const done: IntakePartErasedV1 = {
      ...{ id: newId(), type: IntakePartErasedV1.type, version: 1, occurredAt: at, partnershipId: DEMO_PARTNERSHIP },
      ...{ correlationId: 'a test', actor: { id: 'contact-intake', kind: 'system' } },
      data: { enquiryId: enquiry.enquiryId, erasureId, rows: 7, erasedAt: at },
    };
    const reaction = sharing.app.get(NotePartWhenAServiceHasErasedIt);
    await reaction.intake(done);
    await reaction.intake(done);
    await reaction.intake({ ...done, id: newId() });
    expect(await seen()).toMatchObject({
      state: 'erased',
      keysDestroyed: 1,
      parts: [
        { service: 'sharing', doneAt: expect.any(String) },
        { service: 'contact-intake', doneAt: at, rows: 7 },
        { service: 'decision' },
        { service: 'agency-requests' },
      ],
    });
    expect(await seen()).not.toHaveProperty('reason');
    expect(JSON.stringify(await seen())).not.toContain('Seven years');
  });

  test('waits for what is being opened at that moment, and what comes after finds nothing', async () => {
    const { erasureId } = await governing.request();
    const life = sharing.app.get(EnquiryLife);
    let finish: () => void = () => undefined;
    const underWay = sharing.app.get(UnitOfWork).run(async (tx) => {
      await life.holdOpen(tx, enquiry.enquiryId);
      await new Promise<void>((resolve) => (finish = resolve));
    });
    const confirming = governing.confirm(erasureId);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await livingKeys()).toBe(1);
    finish();
    await underWay;
    expect((await confirming).status).toBe(204);
    const late = sharing.app.get(UnitOfWork).run((tx) => life.holdOpen(tx, enquiry.enquiryId));
    await expect(late).rejects.toMatchObject({ status: 404 });
  });

  test('rejects an answer that was under way, unopened', async () => {
    const answer = await enquiry.answer([{ text: 'Sent as the second person confirmed.' }]);
    const event = enquiry.received(answer);
    await governing.erase();
    await sharing.app.get(CheckAnswerWhenItIsReceived).handle(event);
    expect(await putDown('sharing.answer-rejected')).toMatchObject([{ it: { reasonCode: 'SHARING.ENQUIRY_ERASED' } }]);
  });

  describe('with what was said of consent under the shared overflow key', () => {
    const WORDS = 'SELECT statement_id AS id, words_kid AS kid, state FROM consent_statement WHERE enquiry_id = $1';
    /** A statement of the contact's, as it is heard: the words lie with `contact-intake`. */
    const stated = async (of = enquiry) => {
      const { kid, publicKey } = await sharing.app.get(KeyStore).overflow(DEMO_PARTNERSHIP);
      const statementId = newId();
      const header = { typ: 'consent', partnershipId: DEMO_PARTNERSHIP, version: 1 } as const;
      const ids = { ...header, contactId: of.contactId, noteId: statementId };
      const content = { told: 'That the agencies would be asked.' };
      const sealed = await of.seal<'consent'>(ids, { content, to: SealingPublicKey.parse(publicKey) });
      sharing.others.answers.set(`/contact-intake/facts/consents/${statementId}`, { statementId, sealed });
      const at = new Date().toISOString();
      const event: ConsentStatedV1 = {
        ...{ id: newId(), type: ConsentStatedV1.type, version: 1, occurredAt: at, partnershipId: DEMO_PARTNERSHIP },
        ...{ correlationId: 'a test', actor: { id: 'contact-intake', kind: 'system' } },
        data: {
          ...{ statementId, enquiryId: of.enquiryId, personId: of.personId, kind: 'sharing', state: 'given' },
          ...{ givenBy: 'parent_with_pr', bodies: [], statedAt: at, hasWords: true },
        },
      };
      return { event, kid, hear: () => sharing.app.get(RecordConsentWhenItIsStated).handle(event) };
    };
    const kept = (of = enquiry) => sharing.query<{ kid: string | null; state: string }>(WORDS, [of.enquiryId]);

    test('leaves the statement and takes the words, of this enquiry alone, and the check of rows finds nothing changed', async () => {
      const other = await AnEnquiry.begin(sharing);
      const { hear, kid } = await stated();
      await hear();
      await (await stated(other)).hear();
      expect(await kept()).toMatchObject([{ kid, state: 'given' }]);
      await governing.erase();
      expect(await kept()).toMatchObject([{ kid: null, state: 'given' }]);
      expect(await kept(other)).toMatchObject([{ kid }]);
      expect(await sharing.app.get(CheckRowsHandler).execute('a test')).toMatchObject({ state: 'whole', findings: [] });
    });

    test('keeps none that were fetched before the erasure and come to be written after it', async () => {
      const { hear } = await stated();
      await governing.erase();
      await hear();
      expect(await kept()).toMatchObject([{ kid: null, state: 'given' }]);
    });
  });

  describe('while somebody says something of consent that has passed its checks', () => {
    /** Erased while it waits for its turn. */
    const erasedBefore = <Answer>(say: () => PromiseLike<Answer>) =>
      sharing.app.get(UnitOfWork).run(async (tx) => {
        await sharing.app.get(ConsentRepository).lock(tx, enquiry.enquiryId);
        const answer = say().then((got) => got);
        await eventually(async () => expect(await sharing.query(WAITING)).toHaveLength(1));
        await governing.erase();
        return { answer };
      });
    const unknown = { status: 404, body: { code: 'ENQUIRY.NOT_FOUND' } };

    test('keeps nothing of a statement', async () => {
      const consent = consentWith(sharing, enquiry);
      const said = await consent.statement();
      const { answer } = await erasedBefore(() => consent.post(said));
      expect(await answer).toMatchObject(unknown);
      const kept = 'SELECT 1 FROM consent_statement WHERE statement_id = $1';
      expect(await sharing.query(kept, [said.statementId])).toEqual([]);
    });

    test('keeps nothing of what a manager says of a ground', async () => {
      const consent = consentWith(sharing, enquiry);
      const ground = { state: 'not_sought', givenBy: 'not_applicable', ground: 'NS_TEXT', how: undefined } as const;
      const statementId = await consent.state({ ...ground, words: { ground: 'He listens in on every call' } });
      const sealedReason = await consent.sealedReason(statementId, people.manager);
      const path = `/enquiries/${enquiry.enquiryId}/consents/${statementId}/ground`;
      const { answer } = await erasedBefore(() =>
        sharing.as(people.manager)('post', path, { accepted: true, sealedReason }),
      );
      expect(await answer).toMatchObject(unknown);
      const kept = 'SELECT 1 FROM consent_ground_decision WHERE statement_id = $1';
      expect(await sharing.query(kept, [statementId])).toEqual([]);
    });
  });

  test('closes the shared overflow key to it, and to no other enquiry', async () => {
    const store = sharing.app.get(KeyStore);
    const { kid } = await store.overflow(DEMO_PARTNERSHIP);
    const [mine, other] = [enquiry.enquiryId, (await AnEnquiry.begin(sharing)).enquiryId];
    for (const enquiryId of [mine, other])
      await sharing.app
        .get(UnitOfWork)
        .run((tx) => store.bind(tx, kid, { enquiryId, sealedId: newId(), partnershipId: DEMO_PARTNERSHIP }));
    const open = (enquiryId: string) =>
      store.privateKeyFor(kid, { partnershipId: DEMO_PARTNERSHIP, enquiryId }, 'what came in');
    await expect(open(mine)).resolves.toMatchObject({ kid });
    await governing.erase();
    await expect(open(mine)).rejects.toMatchObject({ code: 'SEAL.KEY_DESTROYED' });
    await expect(open(other)).resolves.toMatchObject({ kid });
  });
});
