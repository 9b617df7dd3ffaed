import { newId } from '@mash/contracts';
import { createDataSource, migrateService } from '@mash/persistence';
import { freshDatabase, type FreshDatabase } from '@mash/testing';
import type { DataSource } from 'typeorm';
import { AgreementRepository } from '../../agreements/agreement.repository';
import { LetEveryPartyApproveAgreements1795305600010 as Migration } from './let-every-party-approve-agreements';
import { migrations } from '.';

const earlier = migrations.slice(0, migrations.indexOf(Migration));
const upToThis = [...earlier, Migration];
const INSERT = `INSERT INTO agreement (agreement_id, version, partnership_id, slug, title, tier, owner, state, in_force_from, review_due, lines,
  published_by, published_at, stopped_at, stopped_by) VALUES ($1, $2, $3, 'ours', 'Ours', 'tier-2', 'The hub', $4, '2026-01-01', '2027-01-01', '[]',
  'somebody', '2026-01-01T09:00:00Z', $5, $6)`;

describe('Agreements of the release before', () => {
  const [agreementId, partnershipId] = [newId(), newId()];
  let database: FreshDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await freshDatabase('sharing', earlier);
    dataSource = createDataSource({
      url: database.ownerUrl,
      migrations: upToThis,
      poolSize: 2,
      applicationName: 'a test',
    });
    await dataSource.initialize();
    await dataSource.query(INSERT, [agreementId, 1, partnershipId, 'superseded', null, null]);
    await dataSource.query(INSERT, [agreementId, 2, partnershipId, 'stopped', '2026-02-01T09:00:00Z', 'another']);
    await dataSource.query(INSERT, [agreementId, 3, partnershipId, 'in_force', null, null]);
    await migrateService({ ownerUrl: database.ownerUrl, appRole: database.appRole, migrations: upToThis });
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  test('stand where they stood, say that their words are missing, and invent no party', async () => {
    const kept = await new AgreementRepository(dataSource).all(partnershipId);
    expect(kept.map(({ content, state }) => [content.version, state])).toEqual([
      [3, 'in_force'],
      [2, 'stopped'],
      [1, 'superseded'],
    ]);
    expect(kept[0]?.content).toMatchObject({ parties: [], bases: [], words: { why: 'Not written down yet.' } });
  });

  test('keep what is known of who did what', async () => {
    const steps = await dataSource.query<{ version: number; step: string; by_account: string }[]>(
      'SELECT version, step, by_account FROM agreement_step ORDER BY version, at',
    );
    expect(steps.map(({ version, step, by_account }) => [version, step, by_account])).toEqual([
      [1, 'put_in_force', 'somebody'],
      [2, 'put_in_force', 'somebody'],
      [2, 'stopped', 'another'],
      [3, 'put_in_force', 'somebody'],
    ]);
  });

  test('can be told the other way again', async () => {
    await dataSource.undoLastMigration();
    const [row] = await dataSource.query<object[]>('SELECT published_by FROM agreement WHERE version = 3');
    expect(row).toEqual({ published_by: 'somebody' });
  });
});
