import { newId } from '@mash/contracts';
import { createDataSource, migrateService } from '@mash/persistence';
import { freshDatabase } from '@mash/testing';
import { SweepPassedDates1795305600350 as Migration } from './sweep-passed-dates';
import { migrations } from '.';

const earlier = migrations.slice(0, migrations.indexOf(Migration));
const DECIDED = `INSERT INTO sharing_decision (sharing_decision_id, partnership_id, enquiry_id, about_kind, about_id, mode, from_agency_id, audience, purpose,
    outcome, visibility, reasons, lawful_basis, obligations, redactions, rule, rule_set_version, fact_versions, threshold, consent, agreement, asked_by, decided_at)
  VALUES ($1, $2, $3, 'request-line', $4, 'ask', 'a council', 'agency', 'S47', 'PERMIT', 'full', '{}', '{}', '{}', '{}', 'a rule', 'a version', '{}', 's47',
    'not_needed', 'covered', 'somebody', '2026-09-01T09:00:00Z')`;

describe('Dates that pass', () => {
  /** Until when they were looked for in a database of the release before, once it is brought up to date. */
  const sweptUntil = async (before: 'something was decided' | 'nothing was decided'): Promise<Date | null> => {
    const database = await freshDatabase('sharing', earlier);
    const { ownerUrl, appRole } = database;
    const dataSource = createDataSource({ url: ownerUrl, migrations, poolSize: 2, applicationName: 'a test' });
    try {
      await dataSource.initialize();
      const ids = Array.from({ length: 4 }, () => newId());
      if (before === 'something was decided') await dataSource.query(DECIDED, ids);
      await migrateService({ ownerUrl, appRole, migrations });
      const rows = await dataSource.query<{ at: Date | null }[]>('SELECT swept_until AS at FROM date_sweep');
      expect(rows).toHaveLength(1);
      return rows[0]?.at ?? null;
    } finally {
      await dataSource.destroy();
      await database.drop();
    }
  };

  test('are looked for from the upgrade on, where something was decided before it: not those of all its past', async () => {
    const at = Date.now();
    const until = (await sweptUntil('something was decided'))?.getTime() ?? 0;
    expect(Math.abs(until - at)).toBeLessThan(60_000);
  });

  test('and from the first look on, where nothing was', async () => {
    expect(await sweptUntil('nothing was decided')).toBeNull();
  });
});
