import { DEMO_AGENCIES, DEMO_PARTNERSHIP, newId, type NewestRowCheck } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { people } from '@mash/testing';
import { aRegisteredSystem } from '../../../testing/a-system';
import { AnEnquiry } from '../../../testing/an-enquiry';
import { AuditLog } from '../../../testing/audit-log';
import { productsWith, TO_REFERRER } from '../../../testing/a-product';
import { decideAsk } from '../../../testing/decide-ask';
import { nameReleasers } from '../../../testing/named-releasers';
import { Governing } from '../../../testing/governing';
import { DetrimentAuthorRepository } from '../../register/detriment-author.repository';
import { RowsToCheck } from '../../../testing/rows-to-check';

jest.setTimeout(180_000);

describe('The check of rows', () => {
  const its = RowsToCheck.forEachTest();

  test('finds every row as it was written: consents, agreements, decisions, reviews, releases and what was changed rightly since', async () => {
    await its.stateConsent();
    await its.release(12);
    await decideAsk(its.sharing, its.enquiry, 'police-incidents', 'PERMIT');
    const governing = new Governing(its.sharing, its.enquiry);
    const { holdId } = await governing.hold();
    await governing.lift(holdId);
    const agreementId = await its.idOf('agreement', 'agreement_id');
    expect((await its.sharing.as(people.admin)('post', `/agreements/${agreementId}/stop`)).status).toBe(204);
    const result = await its.check();
    expect(result).toMatchObject({ state: 'whole', found: [] });
    expect(result?.rows).toBeGreaterThan(15);
  });

  test('finds a row whose key holds an instant, and one that was edited since', async () => {
    const authors = its.sharing.app.get(DetrimentAuthorRepository, { strict: false });
    const which = { partnershipId: DEMO_PARTNERSHIP, agencyId: 'riverside-police', name: 'A safeguarding lead' };
    const authorised = { at: new Date('2026-11-02T10:00:00.123Z'), by: newId() };
    await its.sharing.app.get(UnitOfWork).run(async (tx) => {
      for (const accountId of [newId(), newId()]) await authors.authorise(tx, { ...which, accountId }, authorised);
    });
    expect(await its.check()).toMatchObject({ state: 'whole', found: [] });
    await its.behind(`UPDATE detriment_author SET authorised_by = 'another'`);
    expect((await its.check())?.found).toHaveLength(2);
  });

  test('names what somebody put in for an agency’s system to open, and nothing that was permitted', async () => {
    await decideAsk(its.sharing, its.enquiry, 'police-incidents', 'PERMIT');
    expect(await its.check()).toMatchObject({ state: 'whole', found: [] });
    const invented = newId();
    await its.behind(
      `INSERT INTO capability (capability_id, kind, about_id, partnership_id, enquiry_id, agency_id, made_at, expires_at)
        VALUES ($1, 'notice', $2, $3, $4, 'riverside-police', now(), now() + interval '7 days')`,
      [invented, newId(), DEMO_PARTNERSHIP, its.enquiry.enquiryId],
    );
    expect(await its.check()).toMatchObject({ state: 'differs', found: [`added capability ${invented}`] });
  });

  test('names a handover that was changed, the word that it was sent where somebody took it away, and an answer that reads otherwise', async () => {
    const { make, handedOver, takenBack } = productsWith(its.sharing, its.enquiry);
    const { answerId } = (await its.enquiry.accepted({ text: 'He was late on Monday.' })).row;
    const { productId } = await make();
    await handedOver(productId);
    const { productId: letterId } = await make(TO_REFERRER);
    await takenBack(letterId);
    expect(await its.check()).toMatchObject({ state: 'whole', found: [] });
    await its.behind('DELETE FROM product_sent WHERE product_id = $1', [productId]);
    await its.behind('DELETE FROM letter_taken_back WHERE product_id = $1', [letterId]);
    await its.behind(`UPDATE outward_product SET to_agency_id = 'another' WHERE product_id = $1`, [productId]);
    await its.behind(`UPDATE checked_answer SET agency_id = 'another' WHERE answer_id = $1`, [answerId]);
    expect((await its.check())?.found).toEqual([
      `edited checked_answer ${answerId}`,
      `edited outward_product ${productId}`,
      `removed letter_taken_back ${letterId}`,
      `removed product_sent ${productId}`,
    ]);
  });

  test('names a key whose private half is gone with no erasure, and none of an enquiry that was erased', async () => {
    const [erased, emptied] = [await AnEnquiry.begin(its.sharing), await AnEnquiry.begin(its.sharing)];
    erased.factsAre({ decision: { closed: true } });
    await new Governing(its.sharing, erased).erase();
    expect(await its.check()).toMatchObject({ state: 'whole', found: [] });
    const empty = 'UPDATE enquiry_key SET wrapped = NULL, destroyed_at = now() WHERE enquiry_id = $1';
    const apart = empty.replace(' WHERE', ', enquiry_id = NULL, bound_at = NULL WHERE');
    await expect(its.behind(apart, [emptied.enquiryId])).rejects.toThrow(/is bound to its enquiry/);
    await its.behind(empty, [emptied.enquiryId]);
    const found = [`removed enquiry_key ${emptied.publicKey.kid}`];
    expect(await its.check()).toMatchObject({ state: 'differs', found });
  });

  test('names the very row that somebody edited as the owner of its table, and no other', async () => {
    await its.stateConsent();
    await its.release(20);
    await decideAsk(its.sharing, its.enquiry, 'police-incidents', 'PERMIT');
    const edits: [table: string, key: string, column: string, to: string][] = [
      ['consent_statement', 'statement_id::text', 'state', `'refused'`],
      ['disclosure', 'disclosure_id::text', 'recipient_agency_id', `'another'`],
      ['disclosure_detail', 'detail_id::text', 'envelope', `envelope || 'A'`],
      ['release_call', 'release_id::text', 'at', `at + interval '1 millisecond'`],
      ['sharing_decision', 'sharing_decision_id::text', 'outcome', `'DENY'`],
      ['agreement', `agreement_id || '/' || version`, 'lines', `jsonb_set(lines, '{0,effect}', '"deny"')`],
      ['agreement', `agreement_id || '/' || version`, 'review_due', 'review_due + 365'],
      ['agreement_step', 'step_id::text', 'by_name', `'Somebody else'`],
    ];
    for (const [table, key, column, to] of edits) {
      const edited = await its.idOf(table, key);
      const one = `${table} t WHERE ${key} = $1`;
      await its.behind(`CREATE TABLE before_it AS SELECT ${column} AS was FROM ${table} t LIMIT 0`);
      await its.behind(`INSERT INTO before_it SELECT ${column} FROM ${one}`, [edited]);
      await its.behind(`UPDATE ${table} SET ${column} = ${to} WHERE ${key} = $1`, [edited]);
      expect([table, column, (await its.check())?.found]).toEqual([table, column, [`edited ${table} ${edited}`]]);
      await its.behind(`UPDATE ${table} SET ${column} = (SELECT was FROM before_it) WHERE ${key} = $1`, [edited]);
      await its.behind('DROP TABLE before_it');
    }
    expect(await its.check()).toMatchObject({ state: 'whole' });
  });

  test('names what was put in and what was taken away, and an old state that was put back', async () => {
    const statementId = await its.stateConsent();
    await its.release(3);
    const governing = new Governing(its.sharing, its.enquiry);
    const { holdId } = await governing.hold();
    await governing.lift(holdId);
    const invented = newId();
    await its.behind(
      `INSERT INTO consent_statement SELECT $1, partnership_id, enquiry_id, person_id, kind, 'withdrawn', ground, given_by, given_by_id, bodies, stated_at, recorded_by, recorded_at FROM consent_statement WHERE statement_id = $2`,
      [invented, statementId],
    );
    const removed = await its.idOf('disclosure', 'disclosure_id');
    await its.behind('DELETE FROM disclosure WHERE disclosure_id = $1', [removed]);
    await its.behind('UPDATE legal_hold SET lifted_by = NULL, lifted_at = NULL, lift_kid = NULL, lift_envelope = NULL');
    expect((await its.check())?.found).toEqual([
      `added consent_statement ${invented}`,
      `edited legal_hold ${holdId}`,
      `removed disclosure ${removed}`,
    ]);
  });

  test('names a signing key that somebody put into the register, and a revocation that was taken back', async () => {
    const { kid } = (await aRegisteredSystem(its.sharing)).key;
    const revoke = its.sharing.as(people.admin)('post', `/system-keys/${kid}/revoke`, { reason: 'compromised' });
    expect((await revoke).status).toBe(204);
    expect(await its.check()).toMatchObject({ state: 'whole' });
    const invented = 'A'.repeat(43);
    await its.behind(
      `INSERT INTO system_key (kid, partnership_id, agency_id, client_id, public_jwk, may_seal, valid_from, valid_to, registered_by, registered_at)
        SELECT $1, partnership_id, agency_id, client_id, public_jwk, may_seal, valid_from, valid_to, registered_by, registered_at FROM system_key WHERE kid = $2`,
      [invented, kid],
    );
    await its.behind('DELETE FROM system_key_end WHERE kid = $1', [kid]);
    expect((await its.check())?.found).toEqual([
      `added system_key ${invented}`,
      `removed system_key_end ${kid}/revoked`,
    ]);
  });

  test('names a body of which the rules were made to read something else, and whoever was put among signatories and releasers', async () => {
    await nameReleasers(its.sharing, new Date().toISOString());
    expect(await its.check()).toMatchObject({ state: 'whole' });
    const { police } = DEMO_AGENCIES;
    await its.behind(`UPDATE agency SET reveals = 'adoption' WHERE agency_id = $1`, [police]);
    const [invented, signer] = [newId(), newId()];
    await its.behind(
      `INSERT INTO releaser_appointment (appointment_id, partnership_id, agency_id, desk, seat, account_id, name, starts_at, appointed_by, appointed_at)
        VALUES ($1, $2, $3, 'holder', 'releaser', 'another', 'Somebody else', now(), 'nobody', now())`,
      [invented, DEMO_PARTNERSHIP, police],
    );
    await its.behind(
      `INSERT INTO signatory (partnership_id, agency_id, account_id, name, job_title, approves, updated_at) VALUES ($1, $2, $3, 'Somebody else', 'Lead', true, now())`,
      [DEMO_PARTNERSHIP, police, signer],
    );
    expect((await its.check())?.found).toEqual([
      `added releaser_appointment ${invented}`,
      `added signatory ${DEMO_PARTNERSHIP}/${police}/${signer}`,
      `edited agency ${DEMO_PARTNERSHIP}/${police}`,
    ]);
  });

  test('believes no attestation that the service did not sign, and none that comes twice', async () => {
    const statementId = await its.stateConsent();
    const [first] = (await its.log.all()).filter(({ entry }) => JSON.stringify(entry.rows).includes(statementId));
    if (first === undefined) throw new Error('Nothing was attested');
    await its.behind(`UPDATE consent_statement SET state = 'refused' WHERE statement_id = $1`, [statementId]);
    const [{ hash }] = (await its.behind(`SELECT repeat('a', 64) AS hash`)) as [{ hash: string }];
    const tables = first.entry.rows.tables.map((one) => ({ ...one, hashes: one.hashes.map(() => hash) }));
    const [changed, copied] = [newId(), newId()];
    await its.log.forge(changed, { ...first.entry.rows, tables });
    await its.log.forge(copied, first.entry.rows);
    expect((await its.check())?.found).toEqual(
      [
        `attestation attestation ${changed}`,
        `attestation attestation ${copied}`,
        `edited consent_statement ${statementId}`,
      ].sort(),
    );
  });

  test('is blinded by no entry that says it attests: without rows, without a signature, a whole page of them', async () => {
    const forged: string[] = [];
    const forge = async (rows?: Parameters<AuditLog['forge']>[1]) => {
      const entryId = newId();
      await its.log.forge(entryId, rows);
      forged.push(entryId);
    };
    for (let n = 0; n < 101; n += 1) await forge();
    await forge({ attestationId: '00000000-0000-4000-8000-000000000000', form: 1, tables: [], signature: 'none' });
    const statementId = await its.stateConsent();
    await its.behind(`UPDATE consent_statement SET state = 'refused' WHERE statement_id = $1`, [statementId]);
    const result = await its.check();
    expect(result?.state).toBe('differs');
    expect(result?.found).toEqual(
      [
        ...forged.map((entryId) => `attestation attestation ${entryId}`),
        `edited consent_statement ${statementId}`,
      ].sort(),
    );
  });

  test('waits for what is only under way to the log, and says nothing of it', async () => {
    await its.log.lag();
    await its.stateConsent();
    await its.release(5);
    const checking = its.check();
    await new Promise((resolve) => setTimeout(resolve, 900));
    its.log.catchUp();
    expect(await checking).toMatchObject({ state: 'whole', found: [] });
  });

  /** Statements of nobody, as many as that. */
  const manyStatements = (many: number) =>
    `INSERT INTO consent_statement (statement_id, partnership_id, enquiry_id, person_id, kind, state, given_by, stated_at, recorded_by, recorded_at)
      SELECT gen_random_uuid(), '${DEMO_PARTNERSHIP}', '${its.enquiry.enquiryId}', gen_random_uuid(), 'sharing', 'given', 'self', now(), 'x', now()
        FROM generate_series(1, ${many})`;

  test('names every row of a table that was taken away or put in, however many', async () => {
    const { app } = its.sharing;
    await app.get(UnitOfWork).run((tx) => tx.query(manyStatements(1_500)));
    expect(await its.check()).toMatchObject({ state: 'whole' });
    await its.behind('DELETE FROM consent_statement');
    await its.behind(manyStatements(1_200));
    const found = (await its.check())?.found ?? [];
    const ofKind = (kind: string) => found.filter((one) => one.startsWith(`${kind} consent_statement`)).length;
    expect([ofKind('removed'), ofKind('added')]).toEqual([1_500, 1_200]);
  });

  test('names an edited row beside whatever number of others that are only under way to the log', async () => {
    const statementId = await its.stateConsent();
    expect(await its.check()).toMatchObject({ state: 'whole' });
    await its.log.lag();
    await its.sharing.app.get(UnitOfWork).run((tx) => tx.query(manyStatements(3_000)));
    await its.behind(`UPDATE consent_statement SET state = 'refused' WHERE statement_id = $1`, [statementId]);
    const checking = its.check();
    await new Promise((resolve) => setTimeout(resolve, 900));
    its.log.catchUp();
    expect((await checking)?.found).toEqual([`edited consent_statement ${statementId}`]);
  });

  test('says that it could not look where the log does not answer: neither whole nor changed', async () => {
    its.sharing.others.asked.clear();
    expect(await its.check()).toMatchObject({ state: 'unfinished', found: [] });
    const { body } = await its.sharing.as(people.igOfficer)('get', '/row-checks/newest');
    expect(body as NewestRowCheck).toMatchObject({ check: { state: 'unfinished' } });
  });

  test('goes on where a column was added, by the columns that stood in the entry', async () => {
    await its.stateConsent();
    await its.behind(`ALTER TABLE consent_statement ADD COLUMN told_what text NOT NULL DEFAULT 'nothing'`);
    await its.stateConsent();
    expect(await its.check()).toMatchObject({ state: 'whole' });
    const edited = await its.idOf('consent_statement', 'statement_id');
    await its.behind(`UPDATE consent_statement SET kind = 'service' WHERE statement_id = $1`, [edited]);
    expect((await its.check())?.found).toEqual([`edited consent_statement ${edited}`]);
  });
});
