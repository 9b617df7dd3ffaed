import { DEMO_PARTNERSHIP, newId } from '@mash/contracts';
import { people } from '@mash/testing';
import { AnEnquiry } from '../../testing/an-enquiry';
import { Governing, secondIgOfficer } from '../../testing/governing';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';
import { KeyStore } from '../keys/key-store';

jest.setTimeout(120_000);

describe('A legal hold', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let governing: Governing;

  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(() => {
    enquiry.factsAre({ decision: { closed: true } });
    governing = new Governing(sharing, enquiry);
  });

  test('blocks an erasure by name until it is lifted, also one that waits for its second person', async () => {
    const waiting = await governing.request();
    const { holdId, status } = await governing.hold();
    expect(status).toBe(204);
    expect(await governing.confirm(waiting.erasureId)).toEqual({ status: 409, code: 'ERASURE.UNDER_LEGAL_HOLD' });
    const second = await governing.hold('INQUEST/88');
    expect((await governing.lift(holdId)).status).toBe(204);
    expect(await governing.lift(holdId)).toEqual({ status: 409, code: 'LEGAL_HOLD.LIFTED' });
    expect(await governing.confirm(waiting.erasureId)).toEqual({ status: 409, code: 'ERASURE.UNDER_LEGAL_HOLD' });
    await governing.lift(second.holdId);
    expect((await governing.confirm(waiting.erasureId)).status).toBe(204);
    expect(await governing.hold()).toMatchObject({ status: 409, code: 'LEGAL_HOLD.ENQUIRY_ERASED' });
  });

  test('is in the log, placed, lifted and refused alike, and so is every erasure that it blocked', async () => {
    await governing.hold('CT-1', people.manager);
    const first = await governing.hold();
    await governing.request();
    await governing.lift(first.holdId, people.manager);
    await governing.lift(first.holdId);
    await governing.lift(first.holdId);
    const { erasureId } = await governing.request();
    const second = await governing.hold('INQUEST/88');
    await governing.confirm(erasureId);
    await governing.lift(second.holdId);
    await governing.confirm(erasureId);
    await governing.hold();

    expect(await governing.audited('legal-hold.place')).toEqual([
      'refused ROLE_OR_STATE',
      'done',
      'done',
      'refused LEGAL_HOLD.ENQUIRY_ERASED',
    ]);
    expect(await governing.audited('legal-hold.lift')).toEqual([
      'refused ROLE_OR_STATE',
      'done',
      'refused LEGAL_HOLD.LIFTED',
      'done',
    ]);
    expect(await governing.audited('erasure.confirm')).toEqual(['refused ERASURE.UNDER_LEGAL_HOLD', 'done']);
    expect(await governing.audited('erasure.request')).toEqual(['refused ERASURE.UNDER_LEGAL_HOLD', 'done']);
  });

  test('lets nobody empty or delete the row of a key, whoever owns the table', async () => {
    await governing.hold();
    const destroying = sharing.query(
      'UPDATE enquiry_key SET wrapped = NULL, destroyed_at = now() WHERE enquiry_id = $1',
      [enquiry.enquiryId],
    );
    await expect(destroying).rejects.toThrow(/under a legal hold/);
    const deleting = sharing.query('DELETE FROM enquiry_key WHERE enquiry_id = $1', [enquiry.enquiryId]);
    await expect(deleting).rejects.toThrow(/under a legal hold/);
  });

  test('lets nobody take a key off its enquiry first, nor empty or delete the overflow key that a concern was sealed to', async () => {
    const { enquiryId } = enquiry;
    const { kid } = await sharing.app.get(KeyStore).overflow(DEMO_PARTNERSHIP);
    await sharing.query(
      'INSERT INTO overflow_binding (kid, enquiry_id, contact_id, bound_at) VALUES ($1, $2, $3, now())',
      [kid, enquiryId, enquiry.contactId],
    );
    const { holdId } = await governing.hold();
    const ways: [sql: string, of: string][] = [
      ['UPDATE enquiry_key SET enquiry_id = NULL, bound_at = NULL WHERE enquiry_id = $1', enquiryId],
      ['UPDATE enquiry_key SET enquiry_id = gen_random_uuid() WHERE enquiry_id = $1', enquiryId],
      ['UPDATE enquiry_key SET wrapped = NULL, destroyed_at = now() WHERE kid = $1', kid],
      ['DELETE FROM enquiry_key WHERE kid = $1', kid],
    ];
    for (const [sql, of] of ways) await expect(sharing.query(sql, [of])).rejects.toThrow(/under a legal hold/);
    const rewrapped = await sharing.query(`UPDATE enquiry_key SET wrapped = wrapped WHERE kid = $1 RETURNING kid`, [
      kid,
    ]);
    expect(rewrapped.flat()).toContainEqual({ kid });
    await governing.lift(holdId);
    await sharing.query('UPDATE enquiry_key SET wrapped = NULL, destroyed_at = now() WHERE kid = $1', [kid]);
  });

  test('keeps what was said of consent under the shared overflow key, and so it is kept where nobody has asked for an erasure', async () => {
    const taken = () => sharing.query('SELECT forget_overflow_words($1)', [enquiry.enquiryId]);
    await expect(taken()).rejects.toThrow(/no erasure waits/);
    await governing.request();
    const { holdId } = await governing.hold();
    await expect(taken()).rejects.toThrow(/under a legal hold/);
    await governing.lift(holdId);
    await expect(taken()).resolves.toHaveLength(1);
  });

  test('is named beside the erasure of another enquiry, whose people a held one may have met', async () => {
    const { holdId } = await governing.hold();
    const lifted = await AnEnquiry.begin(sharing);
    const once = new Governing(sharing, lifted);
    await once.lift((await once.hold('CT-3')).holdId);
    const other = await AnEnquiry.begin(sharing);
    other.factsAre({ decision: { closed: true } });
    const erasureId = await new Governing(sharing, other).erase();
    const [erased] = await sharing.query<{ held: string[] }>(
      `SELECT envelope -> 'data' -> 'heldEnquiryIds' AS held FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) put_down
        WHERE envelope -> 'data' ->> 'erasureId' = $1 AND envelope ->> 'type' = 'sharing.enquiry-erased'`,
      [erasureId],
    );
    expect(erased?.held).toContain(enquiry.enquiryId);
    expect(erased?.held).not.toContain(lifted.enquiryId);
    await governing.lift(holdId);
  });

  test('is placed and lifted by information governance alone, and shown with its reasons to it alone', async () => {
    for (const by of [people.manager, people.auditor, people.admin])
      expect((await governing.hold('CT-1', by)).status).toBe(403);
    const { holdId } = await governing.hold();
    expect((await governing.lift(holdId, people.manager)).status).toBe(404);
    const see = async (by = people.igOfficer) =>
      (await sharing.as(by)('get', `/legal-holds/${holdId}`)).body as Record<string, unknown>;
    expect(await see()).toMatchObject({
      reference: 'CT-2026-0193',
      placedBy: people.igOfficer.id,
      reason: 'Care proceedings have been issued.',
    });
    await governing.lift(holdId, secondIgOfficer);
    expect(await see()).toMatchObject({ liftedBy: secondIgOfficer.id, liftReason: 'The proceedings have ended.' });
    expect(await see(people.auditor)).not.toHaveProperty('reason');
    expect((await sharing.as(people.otherAnalyst)('get', `/legal-holds/${holdId}`)).status).toBe(404);
    const plain = await sharing.query<{ row: string }>('SELECT h::text AS row FROM legal_hold h');
    expect(JSON.stringify(plain)).not.toMatch(/proceedings/);
  });

  test('is found by the reference of its enquiry, and so is what may be erased', async () => {
    await sharing.query(`UPDATE enquiry SET enquiry_reference = 'E-7K2Q4X9' WHERE enquiry_id = $1`, [
      enquiry.enquiryId,
    ]);
    await governing.hold();
    const { enquiryId } = enquiry;
    for (const named of ['e-7k2q4x9', enquiryId])
      expect((await sharing.as(people.igOfficer)('get', `/governed-enquiries/${named}`)).body).toMatchObject({
        ...{ enquiryId, enquiryReference: 'E-7K2Q4X9', closed: true, erased: false },
        holds: [{ reference: 'CT-2026-0193' }],
      });
    expect((await sharing.as(people.manager)('get', `/governed-enquiries/${enquiryId}`)).status).toBe(404);
    for (const named of ['E-2222222', newId(), 'not-an-id-and-not-a-reference-at-all'])
      expect((await sharing.as(people.igOfficer)('get', `/governed-enquiries/${named}`)).status).toBe(404);
  });
});
