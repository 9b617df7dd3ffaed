import { DEMO_PARTNERSHIP, newId, type NewestRowCheck } from '@mash/contracts';
import type { PersonActor } from '@mash/authorisation';
import { UnitOfWork } from '@mash/persistence';
import { people } from '@mash/testing';
import { WATCHED_TABLES } from '../../rows/watched-tables';
import { AttestEarlierRows } from './attest-earlier-rows';
import { RowCheckClock } from './row-check-clock';
import { RowsToCheck } from '../../../testing/rows-to-check';

jest.setTimeout(180_000);

describe('What is checked, and what it is checked against,', () => {
  const its = RowsToCheck.forEachTest();

  test('shows what it found until an officer acknowledges it: neither putting back nor an unfinished check hides it', async () => {
    const newest = async () =>
      (await its.sharing.as(people.igOfficer)('get', '/row-checks/newest')).body as NewestRowCheck;
    const acknowledge = async (as: PersonActor = people.igOfficer, checkId?: string) =>
      (
        await its.sharing.as(as)(
          'post',
          `/row-checks/${checkId ?? (await newest()).check?.checkId ?? ''}/acknowledgements`,
        )
      ).status;
    const statementId = await its.stateConsent();
    const edit = (state: string) =>
      its.behind('UPDATE consent_statement SET state = $2 WHERE statement_id = $1', [statementId, state]);
    await edit('refused');
    await its.check();
    const found = { table: 'consent_statement', key: statementId, kind: 'edited' };
    expect(await newest()).toMatchObject({
      check: { findings: [found] },
      unacknowledged: [{ ...found, stands: true }],
    });
    await edit('given');
    expect(await its.check()).toMatchObject({ state: 'whole' });
    expect(await newest()).toMatchObject({ check: { findings: [] }, unacknowledged: [{ ...found, stands: false }] });
    its.sharing.others.asked.clear();
    expect(await its.check()).toMatchObject({ state: 'unfinished' });
    expect(await newest()).toMatchObject({ check: { state: 'unfinished' }, unacknowledged: [found] });

    for (const as of [people.auditor, people.manager]) expect([403, 404]).toContain(await acknowledge(as));
    expect(await acknowledge(people.igOfficer, newId())).toBe(404);
    expect((await newest()).unacknowledged).toHaveLength(1);
    expect([await acknowledge(), await acknowledge()]).toEqual([204, 204]);
    expect((await newest()).unacknowledged).toEqual([]);
    const elsewhere = { ...people.igOfficer, partnershipId: people.otherAnalyst.partnershipId };
    expect(await acknowledge(elsewhere)).toBe(204);
    const audited = await its.sharing.query(
      `SELECT envelope -> 'data' -> 'actor' ->> 'id' AS id FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) put_down
        WHERE envelope -> 'data' ->> 'action' = 'row-check.acknowledge' AND envelope -> 'data' ->> 'outcome' = 'done'
          AND envelope -> 'data' ->> 'partnershipId' = $1`,
      [DEMO_PARTNERSHIP],
    );
    expect(audited).toEqual([{ id: people.igOfficer.id }]);

    its.logAgain();
    await edit('withdrawn');
    await its.check();
    expect((await newest()).unacknowledged).toMatchObject([{ ...found, stands: true }]);
  });

  test('finds what somebody did to make a finding, or who has seen it, go away', async () => {
    const statementId = await its.stateConsent();
    await its.behind(`UPDATE consent_statement SET state = 'refused' WHERE statement_id = $1`, [statementId]);
    await its.check();
    const findingId = await its.idOf('row_check_finding', 'finding_id');
    const acknowledgementId = newId();
    await its.behind(
      `INSERT INTO row_check_acknowledgement SELECT $1, $2, check_id, 'nobody', now() FROM row_check LIMIT 1`,
      [acknowledgementId, DEMO_PARTNERSHIP],
    );
    await its.behind('DELETE FROM row_check_finding');
    expect((await its.check())?.found).toEqual([
      `added row_check_acknowledgement ${acknowledgementId}`,
      `edited consent_statement ${statementId}`,
      `removed row_check_finding ${findingId}`,
    ]);
  });

  test('is made once a night by its clock, one at a time, audited, and shown to information governance of that partnership', async () => {
    await its.stateConsent();
    await its.behind(`UPDATE consent_statement SET state = 'refused'`);
    const statementId = await its.idOf('consent_statement', 'statement_id');
    await its.sharing.app.get(RowCheckClock).lookOnce();
    await its.sharing.app.get(RowCheckClock).lookOnce();
    expect(await its.sharing.query('SELECT asked_by FROM row_check')).toEqual([{ asked_by: 'nightly' }]);
    const both = await Promise.all([its.check(), its.check()]);
    expect(both.filter((one) => one === undefined)).toHaveLength(1);

    const { body } = await its.sharing.as(people.igOfficer)('get', '/row-checks/newest');
    expect(body).toMatchObject({
      check: { state: 'differs', findings: [{ table: 'consent_statement', key: statementId, kind: 'edited' }] },
    });
    expect((await its.sharing.as(people.manager)('get', '/row-checks/newest')).status).toBe(404);
    const elsewhere = { ...people.igOfficer, partnershipId: people.otherAnalyst.partnershipId };
    expect((await its.sharing.as(elsewhere)('get', '/row-checks/newest')).body).toMatchObject({
      check: { state: 'whole', findings: [] },
    });
    const audited = await its.sharing.query(
      `SELECT envelope -> 'data' ->> 'reasonCode' AS why FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) put_down
        WHERE envelope -> 'data' ->> 'action' = 'rows.check'`,
    );
    expect(audited).toContainEqual({ why: 'ROWS_DIFFER' });
  });

  test('covers a release of two hundred items with one entry for all its lines, keys and hashes and nothing of what they hold', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        its.enquiry.answer(Array.from({ length: 10 }, (_, n) => ({ text: `Item ${n}` }))),
      ),
    );
    const before = (await its.log.all()).length;
    await its.enquiry.released(answers.map(({ row }) => row));
    const entries = (await its.log.all()).slice(before);
    expect(entries).toHaveLength(1);
    const { tables } = entries[0]!.entry.rows;
    expect(tables.map(({ table, keys, hashes }) => [table, keys.length, hashes.length])).toEqual([
      ['release_call', 1, 1],
      ['disclosure_detail', 1, 1],
      ['disclosure', 200, 200],
    ]);
    expect(JSON.stringify(entries[0])).not.toMatch(/police|R-AGR|PERMIT/);
    expect(await its.check()).toMatchObject({ state: 'whole' });
  });

  test('leaves no attestation of what did not happen', async () => {
    const before = (await its.log.all()).length;
    const failing = its.sharing.app.get(UnitOfWork).run(async (tx) => {
      await tx.query(
        `INSERT INTO consent_statement (statement_id, partnership_id, enquiry_id, person_id, kind, state, given_by, stated_at, recorded_by, recorded_at)
        VALUES ($1, $2, $1, $1, 'sharing', 'given', 'self', now(), 'x', now())`,
        [newId(), DEMO_PARTNERSHIP],
      );
      throw new Error('the work failed');
    });
    await expect(failing).rejects.toThrow('the work failed');
    expect((await its.log.all()).length).toBe(before);
    expect(await its.check()).toMatchObject({ state: 'whole' });
  });

  test('attests once what was written before there was anything to attest it, and nothing that was edited since', async () => {
    const edited = await its.stateConsent();
    await its.behind('ALTER TABLE consent_statement DISABLE TRIGGER USER');
    const earlier = await its.stateConsent();
    await its.behind('ALTER TABLE consent_statement ENABLE TRIGGER USER');
    await its.behind(`UPDATE consent_statement SET state = 'refused' WHERE statement_id = $1`, [edited]);
    expect((await its.check())?.found).toEqual([
      `added consent_statement ${earlier}`,
      `edited consent_statement ${edited}`,
    ]);
    expect(await its.sharing.app.get(AttestEarlierRows).execute()).toBe(1);
    expect((await its.check())?.found).toEqual([`edited consent_statement ${edited}`]);
  });

  test('knows every table that is watched, and every watched table notes what is added and changed', async () => {
    const triggers = await its.sharing.query<{ table: string; events: string[] }>(
      `SELECT event_object_table AS "table", array_agg(event_manipulation::text ORDER BY event_manipulation::text) AS events FROM information_schema.triggers
        WHERE trigger_name LIKE 'tg_%_note_%' GROUP BY 1 ORDER BY 1`,
    );
    expect(triggers.map(({ table }) => table)).toEqual(WATCHED_TABLES.map(({ name }) => name).sort());
    for (const { events } of triggers) expect(events).toEqual(['INSERT', 'UPDATE']);
    for (const { name, key } of WATCHED_TABLES) {
      const columns = await its.sharing.query<{ name: string }>(
        `SELECT a.attname AS name FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
          WHERE i.indrelid = $1::regclass AND i.indisprimary ORDER BY array_position(i.indkey::int[], a.attnum::int)`,
        [name],
      );
      expect([name, columns.map((column) => column.name)]).toEqual([name, [...key]]);
    }
  });
});
