import type { LegalFrameStanding } from '@mash/contracts';
import { people } from '@mash/testing';
import { startSharing, type Sharing } from '../../../testing/start-sharing';

describe('Whether the law in the rules was checked', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await startSharing();
  });
  afterAll(() => sharing.close());

  const read = async (its: Pick<Sharing, 'as'>, as = people.igOfficer) => its.as(as)('get', '/legal-frame');

  test('is no until a council says who did, and then names them to information governance and the auditor', async () => {
    const { version, isChecked, check } = (await read(sharing)).body as LegalFrameStanding;
    expect([isChecked, check]).toEqual([false, undefined]);
    const legalFrameCheck = { version, by: 'A. Solicitor, county legal services', on: '2026-12-01' };
    const checked = await sharing.another({ legalFrameCheck });
    for (const reader of [people.igOfficer, people.auditor])
      expect((await read(checked, reader)).body).toEqual({ version, isChecked: true, check: legalFrameCheck });
    await checked.close();
    const older = await sharing.another({ legalFrameCheck: { ...legalFrameCheck, version: '2025-01' } });
    expect((await read(older)).body).toMatchObject({ isChecked: false, check: { version: '2025-01' } });
    await older.close();
  });

  test('is nobody else’s to read, and each try is on record', async () => {
    expect((await read(sharing, people.analyst)).status).toBe(404);
    const tries = await sharing.query(
      `SELECT 1 FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) put_down
        WHERE envelope -> 'data' ->> 'action' = 'legal-frame.read' AND envelope -> 'data' ->> 'outcome' = 'refused'`,
    );
    expect(tries).toHaveLength(1);
  });
});
