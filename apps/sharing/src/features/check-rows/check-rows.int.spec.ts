import { DEMO_AGENCIES, DEMO_PARTNERSHIP, newId, type NewestRowCheck } from '@mash/contracts';
import type { PersonActor } from '@mash/authorisation';
import { UnitOfWork } from '@mash/persistence';
import { people } from '@mash/testing';
import { establish } from '../../../testing/a-partnership';
import { consentWith } from '../../../testing/a-consent';
import { aRegisteredSystem } from '../../../testing/a-system';
import { AnEnquiry } from '../../../testing/an-enquiry';
import { AuditLog } from '../../../testing/audit-log';
import { decideAsk } from '../../../testing/decide-ask';
import { nameReleasers } from '../../../testing/named-releasers';
import { Governing } from '../../../testing/governing';
import { startSharing, type Sharing } from '../../../testing/start-sharing';
import { DetrimentAuthorRepository } from '../../register/detriment-author.repository';
import { WATCHED_TABLES } from '../../rows/watched-tables';
import { AttestEarlierRows } from './attest-earlier-rows';
import { CheckRowsHandler } from './check-rows.handler';
import { RowCheckClock } from './row-check-clock';

jest.setTimeout(180_000);

describe('The check of rows', () => {
  let sharing: Sharing;
  let log: AuditLog;
  let enquiry: AnEnquiry;

  beforeEach(async () => {
    sharing = await startSharing();
    log = new AuditLog(sharing);
    await establish(sharing);
    enquiry = await AnEnquiry.begin(sharing);
  });
  afterEach(() => sharing.close());

  const check = async () => {
    const result = await sharing.app.get(CheckRowsHandler).execute('a test');
    return (
      result && {
        state: result.state,
        rows: result.rowsChecked,
        found: result.findings.map(({ table, key, kind }) => `${kind} ${table} ${key}`).sort(),
      }
    );
  };
  const release = async (items: number) => {
    const answer = await enquiry.answer(Array.from({ length: items }, (_, n) => ({ text: `Item ${n}` })));
    const releaseId = newId();
    await enquiry.released([answer.row], { releaseId });
    return releaseId;
  };
  const stateConsent = () => consentWith(sharing, enquiry).state();
  /** As the owner of the tables, who may do everything. */
  const behind = (sql: string, values: unknown[] = []) => sharing.query(sql, values);
  const idOf = async (table: string, column: string) =>
    (await sharing.query<{ id: string }>(`SELECT (${column})::text AS id FROM ${table} ORDER BY 1 LIMIT 1`))[0]?.id ??
    '';

  test('finds every row as it was written: consents, agreements, decisions, reviews, releases and what was changed rightly since', async () => {
    await stateConsent();
    await release(12);
    await decideAsk(sharing, enquiry, 'police-incidents', 'PERMIT');
    const governing = new Governing(sharing, enquiry);
    const { holdId } = await governing.hold();
    await governing.lift(holdId);
    const agreementId = await idOf('agreement', 'agreement_id');
    expect((await sharing.as(people.admin)('post', `/agreements/${agreementId}/stop`)).status).toBe(204);
    const result = await check();
    expect(result).toMatchObject({ state: 'whole', found: [] });
    expect(result?.rows).toBeGreaterThan(15);
  });

  test('finds a row whose key holds an instant, and one that was edited since', async () => {
    const authors = sharing.app.get(DetrimentAuthorRepository, { strict: false });
    const which = { partnershipId: DEMO_PARTNERSHIP, agencyId: 'riverside-police', name: 'A safeguarding lead' };
    const its = { at: new Date('2026-11-02T10:00:00.123Z'), by: newId() };
    await sharing.app.get(UnitOfWork).run(async (tx) => {
      for (const accountId of [newId(), newId()]) await authors.authorise(tx, { ...which, accountId }, its);
    });
    expect(await check()).toMatchObject({ state: 'whole', found: [] });
    await behind(`UPDATE detriment_author SET authorised_by = 'another'`);
    expect((await check())?.found).toHaveLength(2);
  });

  test('names the very row that somebody edited as the owner of its table, and no other', async () => {
    await stateConsent();
    await release(20);
    await decideAsk(sharing, enquiry, 'police-incidents', 'PERMIT');
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
      const edited = await idOf(table, key);
      const one = `${table} t WHERE ${key} = $1`;
      await behind(`CREATE TABLE before_it AS SELECT ${column} AS was FROM ${table} t LIMIT 0`);
      await behind(`INSERT INTO before_it SELECT ${column} FROM ${one}`, [edited]);
      await behind(`UPDATE ${table} SET ${column} = ${to} WHERE ${key} = $1`, [edited]);
      expect([table, column, (await check())?.found]).toEqual([table, column, [`edited ${table} ${edited}`]]);
      await behind(`UPDATE ${table} SET ${column} = (SELECT was FROM before_it) WHERE ${key} = $1`, [edited]);
      await behind('DROP TABLE before_it');
    }
    expect(await check()).toMatchObject({ state: 'whole' });
  });

  test('names what was put in and what was taken away, and an old state that was put back', async () => {
    const statementId = await stateConsent();
    await release(3);
    const governing = new Governing(sharing, enquiry);
    const { holdId } = await governing.hold();
    await governing.lift(holdId);
    const invented = newId();
    await behind(
      `INSERT INTO consent_statement SELECT $1, partnership_id, enquiry_id, person_id, kind, 'withdrawn', ground, given_by, given_by_id, bodies, stated_at, recorded_by, recorded_at FROM consent_statement WHERE statement_id = $2`,
      [invented, statementId],
    );
    const removed = await idOf('disclosure', 'disclosure_id');
    await behind('DELETE FROM disclosure WHERE disclosure_id = $1', [removed]);
    await behind('UPDATE legal_hold SET lifted_by = NULL, lifted_at = NULL, lift_kid = NULL, lift_envelope = NULL');
    expect((await check())?.found).toEqual([
      `added consent_statement ${invented}`,
      `edited legal_hold ${holdId}`,
      `removed disclosure ${removed}`,
    ]);
  });

  test('names a signing key that somebody put into the register, and a revocation that was taken back', async () => {
    const { kid } = (await aRegisteredSystem(sharing)).key;
    const revoke = sharing.as(people.admin)('post', `/system-keys/${kid}/revoke`, { reason: 'compromised' });
    expect((await revoke).status).toBe(204);
    expect(await check()).toMatchObject({ state: 'whole' });
    const invented = 'A'.repeat(43);
    await behind(
      `INSERT INTO system_key (kid, partnership_id, agency_id, client_id, public_jwk, may_seal, valid_from, valid_to, registered_by, registered_at)
        SELECT $1, partnership_id, agency_id, client_id, public_jwk, may_seal, valid_from, valid_to, registered_by, registered_at FROM system_key WHERE kid = $2`,
      [invented, kid],
    );
    await behind('DELETE FROM system_key_end WHERE kid = $1', [kid]);
    expect((await check())?.found).toEqual([`added system_key ${invented}`, `removed system_key_end ${kid}/revoked`]);
  });

  test('names a body of which the rules were made to read something else, and whoever was put among signatories and releasers', async () => {
    await nameReleasers(sharing, new Date().toISOString());
    expect(await check()).toMatchObject({ state: 'whole' });
    const { police } = DEMO_AGENCIES;
    await behind(`UPDATE agency SET reveals = 'adoption' WHERE agency_id = $1`, [police]);
    const [invented, signer] = [newId(), newId()];
    await behind(
      `INSERT INTO releaser_appointment (appointment_id, partnership_id, agency_id, desk, seat, account_id, name, starts_at, appointed_by, appointed_at)
        VALUES ($1, $2, $3, 'holder', 'releaser', 'another', 'Somebody else', now(), 'nobody', now())`,
      [invented, DEMO_PARTNERSHIP, police],
    );
    await behind(
      `INSERT INTO signatory (partnership_id, agency_id, account_id, name, job_title, approves, updated_at) VALUES ($1, $2, $3, 'Somebody else', 'Lead', true, now())`,
      [DEMO_PARTNERSHIP, police, signer],
    );
    expect((await check())?.found).toEqual([
      `added releaser_appointment ${invented}`,
      `added signatory ${DEMO_PARTNERSHIP}/${police}/${signer}`,
      `edited agency ${DEMO_PARTNERSHIP}/${police}`,
    ]);
  });

  test('believes no attestation that the service did not sign, and none that comes twice', async () => {
    const statementId = await stateConsent();
    const [first] = (await log.all()).filter(({ entry }) => JSON.stringify(entry.rows).includes(statementId));
    if (first === undefined) throw new Error('Nothing was attested');
    await behind(`UPDATE consent_statement SET state = 'refused' WHERE statement_id = $1`, [statementId]);
    const [{ hash }] = (await behind(`SELECT repeat('a', 64) AS hash`)) as [{ hash: string }];
    const tables = first.entry.rows.tables.map((one) => ({ ...one, hashes: one.hashes.map(() => hash) }));
    const [changed, copied] = [newId(), newId()];
    await log.forge(changed, { ...first.entry.rows, tables });
    await log.forge(copied, first.entry.rows);
    expect((await check())?.found).toEqual(
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
      await log.forge(entryId, rows);
      forged.push(entryId);
    };
    for (let n = 0; n < 101; n += 1) await forge();
    await forge({ attestationId: '00000000-0000-4000-8000-000000000000', form: 1, tables: [], signature: 'none' });
    const statementId = await stateConsent();
    await behind(`UPDATE consent_statement SET state = 'refused' WHERE statement_id = $1`, [statementId]);
    const result = await check();
    expect(result?.state).toBe('differs');
    expect(result?.found).toEqual(
      [
        ...forged.map((entryId) => `attestation attestation ${entryId}`),
        `edited consent_statement ${statementId}`,
      ].sort(),
    );
  });

  test('shows what it found until an officer acknowledges it: neither putting back nor an unfinished check hides it', async () => {
    const newest = async () => (await sharing.as(people.igOfficer)('get', '/row-checks/newest')).body as NewestRowCheck;
    const acknowledge = async (as: PersonActor = people.igOfficer, checkId?: string) =>
      (await sharing.as(as)('post', `/row-checks/${checkId ?? (await newest()).check?.checkId ?? ''}/acknowledgements`))
        .status;
    const statementId = await stateConsent();
    const edit = (state: string) =>
      behind('UPDATE consent_statement SET state = $2 WHERE statement_id = $1', [statementId, state]);
    await edit('refused');
    await check();
    const found = { table: 'consent_statement', key: statementId, kind: 'edited' };
    expect(await newest()).toMatchObject({
      check: { findings: [found] },
      unacknowledged: [{ ...found, stands: true }],
    });
    await edit('given');
    expect(await check()).toMatchObject({ state: 'whole' });
    expect(await newest()).toMatchObject({ check: { findings: [] }, unacknowledged: [{ ...found, stands: false }] });
    sharing.others.asked.clear();
    expect(await check()).toMatchObject({ state: 'unfinished' });
    expect(await newest()).toMatchObject({ check: { state: 'unfinished' }, unacknowledged: [found] });

    for (const as of [people.auditor, people.manager]) expect([403, 404]).toContain(await acknowledge(as));
    expect(await acknowledge(people.igOfficer, newId())).toBe(404);
    expect((await newest()).unacknowledged).toHaveLength(1);
    expect([await acknowledge(), await acknowledge()]).toEqual([204, 204]);
    expect((await newest()).unacknowledged).toEqual([]);
    const elsewhere = { ...people.igOfficer, partnershipId: people.otherAnalyst.partnershipId };
    expect(await acknowledge(elsewhere)).toBe(204);
    const audited = await sharing.query(
      `SELECT envelope -> 'data' -> 'actor' ->> 'id' AS id FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) put_down
        WHERE envelope -> 'data' ->> 'action' = 'row-check.acknowledge' AND envelope -> 'data' ->> 'outcome' = 'done'
          AND envelope -> 'data' ->> 'partnershipId' = $1`,
      [DEMO_PARTNERSHIP],
    );
    expect(audited).toEqual([{ id: people.igOfficer.id }]);

    log = new AuditLog(sharing);
    await edit('withdrawn');
    await check();
    expect((await newest()).unacknowledged).toMatchObject([{ ...found, stands: true }]);
  });

  test('finds what somebody did to make a finding, or who has seen it, go away', async () => {
    const statementId = await stateConsent();
    await behind(`UPDATE consent_statement SET state = 'refused' WHERE statement_id = $1`, [statementId]);
    await check();
    const findingId = await idOf('row_check_finding', 'finding_id');
    const acknowledgementId = newId();
    await behind(
      `INSERT INTO row_check_acknowledgement SELECT $1, $2, check_id, 'nobody', now() FROM row_check LIMIT 1`,
      [acknowledgementId, DEMO_PARTNERSHIP],
    );
    await behind('DELETE FROM row_check_finding');
    expect((await check())?.found).toEqual([
      `added row_check_acknowledgement ${acknowledgementId}`,
      `edited consent_statement ${statementId}`,
      `removed row_check_finding ${findingId}`,
    ]);
  });

  test('waits for what is only under way to the log, and says nothing of it', async () => {
    await log.lag();
    await stateConsent();
    await release(5);
    const checking = check();
    await new Promise((resolve) => setTimeout(resolve, 900));
    log.catchUp();
    expect(await checking).toMatchObject({ state: 'whole', found: [] });
  });

  /** Statements of nobody, as many as that. */
  const manyStatements = (many: number) =>
    `INSERT INTO consent_statement (statement_id, partnership_id, enquiry_id, person_id, kind, state, given_by, stated_at, recorded_by, recorded_at)
      SELECT gen_random_uuid(), '${DEMO_PARTNERSHIP}', '${enquiry.enquiryId}', gen_random_uuid(), 'sharing', 'given', 'self', now(), 'x', now()
        FROM generate_series(1, ${many})`;

  test('names every row of a table that was taken away or put in, however many', async () => {
    const { app } = sharing;
    await app.get(UnitOfWork).run((tx) => tx.query(manyStatements(1_500)));
    expect(await check()).toMatchObject({ state: 'whole' });
    await behind('DELETE FROM consent_statement');
    await behind(manyStatements(1_200));
    const found = (await check())?.found ?? [];
    const ofKind = (kind: string) => found.filter((one) => one.startsWith(`${kind} consent_statement`)).length;
    expect([ofKind('removed'), ofKind('added')]).toEqual([1_500, 1_200]);
  });

  test('names an edited row beside whatever number of others that are only under way to the log', async () => {
    const statementId = await stateConsent();
    expect(await check()).toMatchObject({ state: 'whole' });
    await log.lag();
    await sharing.app.get(UnitOfWork).run((tx) => tx.query(manyStatements(3_000)));
    await behind(`UPDATE consent_statement SET state = 'refused' WHERE statement_id = $1`, [statementId]);
    const checking = check();
    await new Promise((resolve) => setTimeout(resolve, 900));
    log.catchUp();
    expect((await checking)?.found).toEqual([`edited consent_statement ${statementId}`]);
  });

  test('says that it could not look where the log does not answer: neither whole nor changed', async () => {
    sharing.others.asked.clear();
    expect(await check()).toMatchObject({ state: 'unfinished', found: [] });
    const { body } = await sharing.as(people.igOfficer)('get', '/row-checks/newest');
    expect(body as NewestRowCheck).toMatchObject({ check: { state: 'unfinished' } });
  });

  test('goes on where a column was added, by the columns that stood in the entry', async () => {
    await stateConsent();
    await behind(`ALTER TABLE consent_statement ADD COLUMN told_what text NOT NULL DEFAULT 'nothing'`);
    await stateConsent();
    expect(await check()).toMatchObject({ state: 'whole' });
    const edited = await idOf('consent_statement', 'statement_id');
    await behind(`UPDATE consent_statement SET kind = 'service' WHERE statement_id = $1`, [edited]);
    expect((await check())?.found).toEqual([`edited consent_statement ${edited}`]);
  });

  test('is made once a night by its clock, one at a time, audited, and shown to information governance of that partnership', async () => {
    await stateConsent();
    await behind(`UPDATE consent_statement SET state = 'refused'`);
    const statementId = await idOf('consent_statement', 'statement_id');
    await sharing.app.get(RowCheckClock).lookOnce();
    await sharing.app.get(RowCheckClock).lookOnce();
    expect(await sharing.query('SELECT asked_by FROM row_check')).toEqual([{ asked_by: 'nightly' }]);
    const both = await Promise.all([check(), check()]);
    expect(both.filter((one) => one === undefined)).toHaveLength(1);

    const { body } = await sharing.as(people.igOfficer)('get', '/row-checks/newest');
    expect(body).toMatchObject({
      check: { state: 'differs', findings: [{ table: 'consent_statement', key: statementId, kind: 'edited' }] },
    });
    expect((await sharing.as(people.manager)('get', '/row-checks/newest')).status).toBe(404);
    const elsewhere = { ...people.igOfficer, partnershipId: people.otherAnalyst.partnershipId };
    expect((await sharing.as(elsewhere)('get', '/row-checks/newest')).body).toMatchObject({
      check: { state: 'whole', findings: [] },
    });
    const audited = await sharing.query(
      `SELECT envelope -> 'data' ->> 'reasonCode' AS why FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) put_down
        WHERE envelope -> 'data' ->> 'action' = 'rows.check'`,
    );
    expect(audited).toContainEqual({ why: 'ROWS_DIFFER' });
  });

  test('covers a release of two hundred items with one entry for all its lines, keys and hashes and nothing of what they hold', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => enquiry.answer(Array.from({ length: 10 }, (_, n) => ({ text: `Item ${n}` })))),
    );
    const before = (await log.all()).length;
    await enquiry.released(answers.map(({ row }) => row));
    const entries = (await log.all()).slice(before);
    expect(entries).toHaveLength(1);
    const { tables } = entries[0]!.entry.rows;
    expect(tables.map(({ table, keys, hashes }) => [table, keys.length, hashes.length])).toEqual([
      ['release_call', 1, 1],
      ['disclosure_detail', 1, 1],
      ['disclosure', 200, 200],
    ]);
    expect(JSON.stringify(entries[0])).not.toMatch(/police|R-AGR|PERMIT/);
    expect(await check()).toMatchObject({ state: 'whole' });
  });

  test('leaves no attestation of what did not happen', async () => {
    const before = (await log.all()).length;
    const failing = sharing.app.get(UnitOfWork).run(async (tx) => {
      await tx.query(
        `INSERT INTO consent_statement (statement_id, partnership_id, enquiry_id, person_id, kind, state, given_by, stated_at, recorded_by, recorded_at)
        VALUES ($1, $2, $1, $1, 'sharing', 'given', 'self', now(), 'x', now())`,
        [newId(), DEMO_PARTNERSHIP],
      );
      throw new Error('the work failed');
    });
    await expect(failing).rejects.toThrow('the work failed');
    expect((await log.all()).length).toBe(before);
    expect(await check()).toMatchObject({ state: 'whole' });
  });

  test('attests once what was written before there was anything to attest it, and nothing that was edited since', async () => {
    const edited = await stateConsent();
    await behind('ALTER TABLE consent_statement DISABLE TRIGGER USER');
    const earlier = await stateConsent();
    await behind('ALTER TABLE consent_statement ENABLE TRIGGER USER');
    await behind(`UPDATE consent_statement SET state = 'refused' WHERE statement_id = $1`, [edited]);
    expect((await check())?.found).toEqual([
      `added consent_statement ${earlier}`,
      `edited consent_statement ${edited}`,
    ]);
    expect(await sharing.app.get(AttestEarlierRows).execute()).toBe(1);
    expect((await check())?.found).toEqual([`edited consent_statement ${edited}`]);
  });

  test('knows every table that is watched, and every watched table notes what is added and changed', async () => {
    const triggers = await sharing.query<{ table: string; events: string[] }>(
      `SELECT event_object_table AS "table", array_agg(event_manipulation::text ORDER BY event_manipulation::text) AS events FROM information_schema.triggers
        WHERE trigger_name LIKE 'tg_%_note_%' GROUP BY 1 ORDER BY 1`,
    );
    expect(triggers.map(({ table }) => table)).toEqual(WATCHED_TABLES.map(({ name }) => name).sort());
    for (const { events } of triggers) expect(events).toEqual(['INSERT', 'UPDATE']);
    for (const { name, key } of WATCHED_TABLES) {
      const columns = await sharing.query<{ name: string }>(
        `SELECT a.attname AS name FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
          WHERE i.indrelid = $1::regclass AND i.indisprimary ORDER BY array_position(i.indkey::int[], a.attnum::int)`,
        [name],
      );
      expect([name, columns.map((column) => column.name)]).toEqual([name, [...key]]);
    }
  });
});
