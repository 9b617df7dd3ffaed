import { DEMO_PARTNERSHIP, newId, type NewestRowCheck } from '@mash/contracts';
import type { PersonActor } from '@mash/authorisation';
import { people } from '@mash/testing';
import { RowCheckClock } from './row-check-clock';
import { RowsToCheck } from '../../../testing/rows-to-check';

jest.setTimeout(180_000);

/** What keeps the checks lies in tables, too: whoever writes there makes none that was not made, and none go away. */
describe('The checks of rows themselves', () => {
  const its = RowsToCheck.forEachTest();

  const check = async () => (await its.check())?.found;
  const newest = async (as: PersonActor = people.igOfficer) =>
    (await its.sharing.as(as)('get', '/row-checks/newest')).body as NewestRowCheck;
  const asks = async () => (await newest()).unacknowledged.map(({ kind, table }) => `${kind} ${table}`).sort();
  const acknowledge = async (checkId?: string) => {
    const path = `/row-checks/${checkId ?? (await newest()).check?.checkId ?? ''}/acknowledgements`;
    expect((await its.sharing.as(people.igOfficer)('post', path)).status).toBe(204);
  };

  test('asks once for the same difference, and again when the row changes again or is put back between', async () => {
    const statementId = await its.stateConsent();
    const edit = (state: string) =>
      its.behind('UPDATE consent_statement SET state = $2 WHERE statement_id = $1', [statementId, state]);
    const invented = newId();
    await its.behind(
      `INSERT INTO legal_hold (hold_id, partnership_id, enquiry_id, reference, kid, envelope, placed_by, placed_at)
        VALUES ($1, $2, $3, 'CT-1', 'k', 'e', 'nobody', now())`,
      [invented, DEMO_PARTNERSHIP, its.enquiry.enquiryId],
    );
    await edit('refused');
    await check();
    expect(await asks()).toEqual(['added legal_hold', 'edited consent_statement']);
    await acknowledge();
    for (const _night of [1, 2, 3]) await check();
    expect(await asks()).toEqual([]);
    expect((await newest()).check?.findings).toHaveLength(2);

    await edit('withdrawn');
    await check();
    expect(await asks()).toEqual(['edited consent_statement']);
    await acknowledge();
    await edit('given');
    await check();
    await edit('withdrawn');
    await check();
    expect(await asks()).toEqual(['edited consent_statement']);
    await acknowledge();
    await its.behind(`UPDATE legal_hold SET reference = 'CT-2' WHERE hold_id = $1`, [invented]);
    await check();
    expect(await asks()).toEqual(['added legal_hold']);
    await acknowledge();
    await its.behind('DELETE FROM legal_hold WHERE hold_id = $1', [invented]);
    await check();
    expect(await asks()).toEqual([]);
  });

  test('finds a check that was never made, or is not as it was, and shows it to every partnership', async () => {
    await check();
    const real = await its.idOf('row_check', 'check_id');
    const invented = newId();
    await its.behind(
      `INSERT INTO row_check SELECT $1, started_at, '2099-01-01', 'whole', rows_checked, asked_by FROM row_check WHERE check_id = $2`,
      [invented, real],
    );
    await its.behind(`UPDATE row_check SET state = 'differs' WHERE check_id = $1`, [real]);
    expect(await check()).toEqual([`added row_check ${invented}`, `edited row_check ${real}`].sort());
    const elsewhere = { ...people.igOfficer, partnershipId: people.otherAnalyst.partnershipId };
    for (const as of [people.igOfficer, elsewhere])
      expect((await newest(as)).unacknowledged.map(({ table }) => table)).toEqual(['row_check', 'row_check']);
    // Whoever acknowledges the invented one, dated ahead, has seen nothing that is found later.
    await acknowledge(invented);
    const statementId = await its.stateConsent();
    await its.behind(`UPDATE consent_statement SET state = 'refused' WHERE statement_id = $1`, [statementId]);
    await check();
    expect(await asks()).toContain('edited consent_statement');
  });

  test('is shown as this service made it, also where somebody put one beside it that found nothing, and an officer who has seen that', async () => {
    const statementId = await its.stateConsent();
    await its.behind(`UPDATE consent_statement SET state = 'refused' WHERE statement_id = $1`, [statementId]);
    await check();
    const checkId = (await newest()).check?.checkId;
    const invented = newId();
    await its.behind(
      `INSERT INTO row_check SELECT $1, started_at, '2099-01-01', 'whole', rows_checked, asked_by FROM row_check WHERE check_id = $2`,
      [invented, checkId],
    );
    await its.behind(
      `INSERT INTO row_check SELECT gen_random_uuid(), started_at, now(), 'whole', rows_checked, asked_by FROM row_check WHERE check_id = $1`,
      [checkId],
    );
    await its.behind(
      `INSERT INTO row_check_acknowledgement VALUES (gen_random_uuid(), $1, $2, 'nobody', '2099-01-01')`,
      [DEMO_PARTNERSHIP, invented],
    );
    const shown = await newest();
    expect(shown).toMatchObject({ check: { checkId, state: 'differs', findings: [{ key: statementId }] } });
    expect(shown.lastWholeAt).toBeUndefined();
    expect(shown.unacknowledged).toMatchObject([{ key: statementId, stands: true }]);
  });

  test('is made every night also where somebody put a check into its table, dated one anew, or dated one ahead', async () => {
    const nightly = () => its.sharing.app.get(RowCheckClock).lookOnce();
    const made = async () =>
      (await its.sharing.query<{ n: number }>(`SELECT count(*)::int AS n FROM row_check WHERE asked_by = 'nightly'`))[0]
        ?.n;
    await its.behind(
      `INSERT INTO row_check (check_id, started_at, finished_at, state, rows_checked, asked_by) VALUES
        (gen_random_uuid(), now(), now(), 'whole', 7, 'another'), (gen_random_uuid(), now(), '2099-01-01', 'whole', 7, 'another')`,
    );
    await nightly();
    expect(await made()).toBe(1);
    await nightly();
    expect(await made()).toBe(1);
    await its.behind(
      `UPDATE row_check SET finished_at = finished_at - interval '2 days', started_at = started_at - interval '2 days' WHERE asked_by = 'nightly'`,
    );
    await nightly();
    expect(await made()).toBe(2);
    await its.behind(`DELETE FROM row_check_finding`);
    await its.behind(`DELETE FROM row_check WHERE asked_by = 'nightly' AND finished_at > now() - interval '1 day'`);
    await its.behind(`UPDATE row_check SET finished_at = now() - interval '1 second' WHERE asked_by = 'nightly'`);
    await nightly();
    expect(await made()).toBe(2);
  });
});
