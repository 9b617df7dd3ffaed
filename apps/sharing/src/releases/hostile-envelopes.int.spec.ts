import {
  AnswerRejectedV1,
  DEMO_AGENCIES,
  DEMO_PARTNERSHIP,
  newId,
  type EnvelopeRefusals,
  type EnvelopeToOpen,
} from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { SealingPublicKey } from '@mash/sealing';
import { people } from '@mash/testing';
import { establish } from '../../testing/a-partnership';
import { aRegisteredSystem } from '../../testing/a-system';
import { AnEnquiry } from '../../testing/an-enquiry';
import { encryptedAnew, HOSTILE, KNOWN, type AnswerOf } from '../../testing/hostile-envelopes';
import { EXCHANGED_AT, startSharing, type Sharing } from '../../testing/start-sharing';
import { KeyStore } from '../keys/key-store';
import { WrittenReason } from '../governance/written-reason';
import { OverrideSeal } from '../overrides/override-seal';
import { CheckAnswerWhenItIsReceived } from '../reactions/check-answer-when-it-is-received.reaction';

jest.setTimeout(120_000);

const POLICE_SYSTEM = { kind: 'system', id: 'riverside-police-records' } as const;

describe('A hostile envelope', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;

  beforeAll(async () => {
    sharing = await startSharing();
    await establish(sharing);
  });
  beforeEach(async () => {
    enquiry = await AnEnquiry.begin(sharing);
  });
  afterAll(() => sharing.close());

  const check = (answer: Pick<AnswerOf, 'row' | 'ids'>, by?: Parameters<AnEnquiry['received']>[1]) =>
    sharing.app.get(CheckAnswerWhenItIsReceived).handle(enquiry.received(answer, by));
  const release = (row: EnvelopeToOpen, as = people.analyst) => enquiry.release([row], {}, as);
  const makeProduct = (row: EnvelopeToOpen, itemIds: string[]) =>
    sharing.as(people.manager)('post', '/outward-products', {
      ...{ productId: newId(), enquiryId: enquiry.enquiryId, kind: 'handover', purpose: 'S47', audience: 'team_sc' },
      ...{ toAgencyId: DEMO_AGENCIES.socialCare, personIds: [enquiry.personId], words: 'Please assess.' },
      ...{ envelopes: [row], itemIds, people: [] },
    });
  /** What information governance reads about this enquiry. */
  const reported = async () => {
    const { body } = await sharing.as(people.igOfficer)('get', '/envelope-refusals');
    return (body as EnvelopeRefusals).refusals
      .filter(({ enquiryId }) => enquiryId === enquiry.enquiryId)
      .map(({ place, envelopeId, code }) => ({ place, envelopeId, code }));
  };
  const said = (answerId: string) =>
    sharing.query(
      `SELECT type, envelope -> 'data' ->> 'reasonCode' AS "reasonCode" FROM (SELECT type, envelope FROM outbox UNION ALL SELECT type, envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'answerId' = $1`,
      [answerId],
    );
  const kept = async (table: string) =>
    (await sharing.query(`SELECT 1 FROM ${table} WHERE enquiry_id = $1`, [enquiry.enquiryId])).length;
  const audited = async (action: string) =>
    sharing.query<{ code: string }>(
      `SELECT envelope -> 'data' ->> 'reasonCode' AS code FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'action' = $1 AND envelope -> 'data' ->> 'enquiryId' = $2 AND envelope -> 'data' ->> 'outcome' = 'refused'`,
      [action, enquiry.enquiryId],
    );

  describe.each(HOSTILE)('%s', (_what, code, make) => {
    test('is refused as an answer, audited and reported, and nothing of it counts', async () => {
      const answer = await make({ sharing, enquiry });
      await check(answer);
      expect(await said(answer.ids.answerId)).toEqual([{ type: AnswerRejectedV1.type, reasonCode: code }]);
      expect(await reported()).toEqual([{ place: 'answer', envelopeId: answer.row.envelopeId, code }]);
      expect(await audited('answer.check')).toEqual([{ code }]);
      expect(await kept('accepted_envelope')).toBe(0);
    });

    test('is refused in a release, audited and reported, and nothing is shown', async () => {
      const { row } = await make({ sharing, enquiry });
      const { status, body } = await release(row);
      const refused = [{ envelopeId: row.envelopeId, code }];
      expect([status, body]).toEqual([200, expect.objectContaining({ items: [], coverage: [], refused })]);
      expect(await reported()).toEqual([{ place: 'release', ...refused[0] }]);
      expect(await audited('release.refuse-envelope')).toEqual([{ code }]);
      expect(await kept('disclosure')).toBe(0);
    });

    test('gets into no outward product, and the attempt is reported', async () => {
      const { row, itemIds } = await make({ sharing, enquiry });
      const { body } = await makeProduct(row, itemIds);
      expect(body).toMatchObject({ included: [] });
      expect(JSON.stringify(body)).not.toContain('spring');
      expect(await reported()).toEqual([{ place: 'product', envelopeId: row.envelopeId, code }]);
    });
  });

  test('signed by the console’s key, in a row that a system brought, is refused; so is a system’s in a person’s row', async () => {
    const [byConsole, { sealer }] = [await enquiry.answer(KNOWN), await aRegisteredSystem(sharing)];
    await check(byConsole, POLICE_SYSTEM);
    const bySystem = await enquiry.answer(KNOWN, DEMO_AGENCIES.police, sealer);
    await check(bySystem, { kind: 'person', id: people.policeLiaison.id });
    await check(await enquiry.answer(KNOWN), { kind: 'person', id: people.healthLiaison.id });
    expect((await reported()).map(({ code }) => code)).toEqual(Array(3).fill('SEAL.SIGNER_NOT_ENTITLED'));
  });

  test('put in the place of one that was accepted is refused, though everything in it agrees', async () => {
    const answer = await enquiry.answer(KNOWN);
    await check(answer);
    const envelope = await encryptedAnew({ sharing, enquiry }, answer.row.sealed, {});
    const { body } = await release({ ...answer.row, sealed: { ...answer.row.sealed, envelope } });
    expect(body).toMatchObject({ items: [], refused: [{ code: 'SHARING.ENVELOPE_CHANGED' }] });
  });

  test('put under another id, the same bytes that were accepted, is refused, and reported: what is said of an answer names it by that', async () => {
    const answer = await enquiry.answer(KNOWN);
    await check(answer);
    const envelopeId = newId();
    const { body } = await release({ ...answer.row, envelopeId });
    expect(body).toMatchObject({ items: [], refused: [{ envelopeId, code: 'SHARING.ENVELOPE_CHANGED' }] });
    expect(await reported()).toEqual([{ place: 'release', envelopeId, code: 'SHARING.ENVELOPE_CHANGED' }]);
    const shouted = { ...answer.row, envelopeId: answer.row.envelopeId.toUpperCase() };
    expect((await release(shouted)).body).toMatchObject({ items: [], refused: [{ code: 'SHARING.ENVELOPE_CHANGED' }] });
  });

  test('sealed to the overflow key is refused, though its enquiry had that for its concern: it would outlive an erasure', async () => {
    const store = sharing.app.get(KeyStore);
    const { kid, publicKey } = await store.overflow(DEMO_PARTNERSHIP);
    const its = { enquiryId: enquiry.enquiryId, sealedId: enquiry.contactId, partnershipId: DEMO_PARTNERSHIP };
    await sharing.app.get(UnitOfWork).run((tx) => store.bind(tx, kid, its));
    const to = SealingPublicKey.parse(publicKey);
    const answer = await enquiry.answer(KNOWN, DEMO_AGENCIES.police, undefined, to);
    const refused = [{ envelopeId: answer.row.envelopeId, code: 'SEAL.WRONG_KEY' }];
    expect((await release(answer.row)).body).toMatchObject({ items: [], refused });
    const header = {
      typ: 'contact',
      partnershipId: DEMO_PARTNERSHIP,
      version: 1,
      contactId: enquiry.contactId,
    } as const;
    const sealed = await enquiry.seal<'contact'>(header, { content: { narrative: 'She shouts.' }, to });
    const concern = {
      typ: 'contact' as const,
      envelopeId: enquiry.contactId,
      version: 1,
      contactId: enquiry.contactId,
      sealed,
    };
    expect((await enquiry.released([concern])).items).toMatchObject([{ visibility: 'shown' }]);
  });

  test('does not hold up the others: what is good in the same call is shown', async () => {
    const [good, bad] = [await enquiry.answer(KNOWN), await enquiry.answer(KNOWN)];
    const copied = { ...bad.row, sealed: good.row.sealed };
    const { items, refused } = await enquiry.released([good.row, copied]);
    expect(items).toHaveLength(1);
    expect(refused).toEqual([{ envelopeId: bad.row.envelopeId, code: 'SEAL.HEADER_MISMATCH' }]);
  });
});

describe('What an agency’s own system sealed', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  beforeAll(async () => {
    sharing = await startSharing();
    await establish(sharing);
  });
  beforeEach(async () => {
    enquiry = await AnEnquiry.begin(sharing);
  });
  afterAll(() => sharing.close());

  const shown = (row: EnvelopeToOpen) => enquiry.released([row]);

  test('is shown once it was accepted, and stays readable after its key was revoked; what comes after is not', async () => {
    const { sealer, key } = await aRegisteredSystem(sharing);
    const answer = await enquiry.answer(KNOWN, DEMO_AGENCIES.police, sealer);
    expect(await shown(answer.row)).toMatchObject({ items: [], refused: [{ code: 'SHARING.NOT_CHECKED_YET' }] });
    await sharing.app.get(CheckAnswerWhenItIsReceived).handle(enquiry.received(answer, POLICE_SYSTEM));
    expect((await shown(answer.row)).items).toHaveLength(1);
    const late = await enquiry.answer(KNOWN, DEMO_AGENCIES.police, sealer);
    await sharing.as(people.admin)('post', `/system-keys/${key.kid}/revoke`, { reason: 'compromised' });
    expect((await shown(answer.row)).items).toHaveLength(1);
    expect(await shown(late.row)).toMatchObject({ items: [], refused: [{ code: 'SEAL.SIGNER_REVOKED' }] });
  });

  test('that only waits for its check is nothing to report', async () => {
    const { sealer } = await aRegisteredSystem(sharing);
    await shown((await enquiry.answer(KNOWN, DEMO_AGENCIES.police, sealer)).row);
    const { body } = await sharing.as(people.igOfficer)('get', '/envelope-refusals');
    expect((body as EnvelopeRefusals).refusals.filter(({ enquiryId }) => enquiryId === enquiry.enquiryId)).toEqual([]);
  });
});

describe('After the console’s signing key was exchanged', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  beforeAll(async () => {
    sharing = await startSharing();
    await establish(sharing);
    enquiry = await AnEnquiry.begin(sharing);
  });
  afterAll(() => sharing.close());

  const aNote = async (key: Sharing['consoleKey'], at: Date): Promise<EnvelopeToOpen> => {
    const { enquiryId } = enquiry;
    const ids = { noteId: newId(), authorId: people.analyst.id };
    const header = { typ: 'note', version: 1, partnershipId: people.analyst.partnershipId, enquiryId, ...ids } as const;
    const sealer = { key, sealedBy: { kind: 'person', id: people.analyst.id } } as const;
    const sealed = await enquiry.seal<'note'>(header, { content: { words: 'A note' }, sealer, at });
    return { typ: 'note', envelopeId: ids.noteId, version: 1, ...ids, sealed };
  };
  const opened = (row: EnvelopeToOpen) => enquiry.released([row]);
  const before = new Date(EXCHANGED_AT.getTime() - 1000);

  test('what was sealed with the earlier one stays readable', async () => {
    expect((await opened(await aNote(sharing.earlierConsoleKey, before))).items).toHaveLength(1);
  });

  test('what it signs afterwards counts no more', async () => {
    const { refused } = await opened(await aNote(sharing.earlierConsoleKey, new Date()));
    expect(refused).toMatchObject([{ code: 'SEAL.SIGNER_OUT_OF_TERM' }]);
  });

  test('an answer that it signs is refused however old it says it is: none such was accepted', async () => {
    const sealer = {
      key: sharing.earlierConsoleKey,
      sealedBy: { kind: 'person', id: people.policeLiaison.id },
    } as const;
    const { row } = await enquiry.answer(KNOWN, DEMO_AGENCIES.police, sealer);
    expect((await opened(row)).refused).toMatchObject([{ code: 'SEAL.SIGNER_OUT_OF_TERM' }]);
  });

  describe('a written reason', () => {
    const author = { kind: 'person', id: people.igOfficer.id } as const;
    const where = () => ({ partnershipId: people.analyst.partnershipId, enquiryId: enquiry.enquiryId });
    const ofHold = async (key: Sharing['consoleKey'], at: Date) => {
      const place = { ...where(), noteId: newId(), authorId: author.id, version: 1 };
      const sealer = { key, sealedBy: author };
      const sealed = await enquiry.seal<'note'>(
        { typ: 'note', ...place },
        { content: { reason: 'Kept.' }, sealer, at },
      );
      return [place, sealed] as const;
    };
    const ofOverride = async (key: Sharing['consoleKey'], at: Date) => {
      const place = { ...where(), overrideId: newId() };
      const header = { typ: 'review', version: 1, ...where(), reviewId: place.overrideId } as const;
      const sealer = { key, sealedBy: author };
      return [place, await enquiry.seal<'review'>(header, { content: { reason: 'Kept.' }, sealer, at })] as const;
    };

    test('of the earlier key’s own time is read as before', async () => {
      const [hold, override] = [
        await ofHold(sharing.earlierConsoleKey, before),
        await ofOverride(sharing.earlierConsoleKey, before),
      ];
      expect(await sharing.app.get(WrittenReason).read(...hold)).toEqual({ words: 'Kept.' });
      const [place, { kid: reasonKid, envelope: reasonEnvelope }] = override;
      const row = { ...place, reasonKid, reasonEnvelope, kid: '', strikesEnvelope: '', proposedBy: author.id };
      expect(await sharing.app.get(OverrideSeal).reason(row)).toEqual({ words: 'Kept.' });
    });

    test('that the earlier key seals is taken in no more, however old it says it is', async () => {
      const refused = { code: 'SEAL.SIGNER_OUT_OF_TERM' };
      for (const at of [before, new Date()]) {
        const [hold, override] = [
          await ofHold(sharing.earlierConsoleKey, at),
          await ofOverride(sharing.earlierConsoleKey, at),
        ];
        await expect(sharing.app.get(WrittenReason).check(...hold)).rejects.toMatchObject(refused);
        await expect(sharing.app.get(OverrideSeal).checkReason(...override, author.id)).rejects.toMatchObject(refused);
      }
    });
  });
});
