import { newId } from '@mash/contracts';
import { createDataSource, migrateService } from '@mash/persistence';
import { freshDatabase, type FreshDatabase } from '@mash/testing';
import type { DataSource } from 'typeorm';
import { KeepWhatOwesATask1795305600351 as Migration } from './keep-what-owes-a-task';
import { migrations } from '.';

const earlier = migrations.slice(0, migrations.indexOf(Migration));
const upToThis = [...earlier, Migration];
const TASK = `INSERT INTO obligation (obligation_id, partnership_id, enquiry_id, code, owner, due_at, done_at, done_by)
  VALUES ($1, $2, $3, 'TELL_CHILD', 'worker', '2026-11-03T09:00:00Z', $4, $5)`;
const ENVELOPE = `INSERT INTO accepted_envelope (envelope_id, partnership_id, enquiry_id, typ, about_id, person_id, sha256, signer_kid, received_at)
  VALUES ($1, $2, $3, 'answer', $4, $5, 'a hash', 'a key', $6)`;

describe('Tasks of the release before', () => {
  const [partnershipId, enquiryId, open, done, before, after] = Array.from({ length: 6 }, () => newId());
  let database: FreshDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await freshDatabase('sharing', earlier);
    dataSource = createDataSource({
      ...{ url: database.ownerUrl, migrations: upToThis, poolSize: 2, applicationName: 'a test' },
    });
    await dataSource.initialize();
    const received = (envelopeId: string | undefined, at: string) =>
      dataSource.query(ENVELOPE, [envelopeId, partnershipId, enquiryId, newId(), newId(), at]);
    await dataSource.query(TASK, [done, partnershipId, enquiryId, '2026-11-02T09:00:00Z', 'somebody']);
    await dataSource.query(TASK, [open, partnershipId, enquiryId, null, null]);
    await received(before, '2026-11-01T09:00:00Z');
    await received(after, '2026-11-02T10:00:00Z');
    await migrateService({ ownerUrl: database.ownerUrl, appRole: database.appRole, migrations: upToThis });
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  test('are owed by what had been received until they were done', async () => {
    const causes = await dataSource.query<{ task: string; envelope: string }[]>(
      'SELECT obligation_id AS task, envelope_id AS envelope FROM obligation_cause',
    );
    const owed = (task: string | undefined) =>
      causes.filter((one) => one.task === task).map(({ envelope }) => envelope);
    expect(owed(done)).toEqual([before]);
    expect(owed(open).sort()).toEqual([before, after].sort());
  });

  test('can be told the other way again', async () => {
    await dataSource.undoLastMigration();
    expect(await dataSource.query('SELECT 1 FROM obligation')).toHaveLength(2);
  });
});
