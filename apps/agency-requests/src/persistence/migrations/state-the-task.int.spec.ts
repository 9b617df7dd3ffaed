import { newId } from '@mash/contracts';
import { createDataSource, migrateService } from '@mash/persistence';
import { freshDatabase, type FreshDatabase } from '@mash/testing';
import type { DataSource } from 'typeorm';
import { StateTheTask1795305600341 as Migration } from './state-the-task';
import { migrations } from '.';

const earlier = migrations.slice(0, migrations.indexOf(Migration));
/** As the release before writes it. */
const REQUEST = `INSERT INTO request (request_id, partnership_id, enquiry_id, agency_id, agency_name, purpose, text_hash, proposed_by, proposed_at)
  VALUES ($1, $2, $3, 'a-school', 'A school', 'S17', 'a hash', 'somebody', '2026-11-03T09:00:00Z')`;

describe('Requests of the release before', () => {
  const [partnershipId, enquiryId, before, meanwhile] = Array.from({ length: 4 }, () => newId());
  let database: FreshDatabase;
  let dataSource: DataSource;
  const send = (requestId: string | undefined) => dataSource.query(REQUEST, [requestId, partnershipId, enquiryId]);
  beforeAll(async () => {
    database = await freshDatabase('agency-requests', earlier);
    const { ownerUrl, appRole } = database;
    dataSource = createDataSource({ url: ownerUrl, migrations, poolSize: 2, applicationName: 'a test' });
    await dataSource.initialize();
    await dataSource.query('INSERT INTO enquiry (enquiry_id, partnership_id) VALUES ($1, $2)', [
      enquiryId,
      partnershipId,
    ]);
    await send(before);
    await migrateService({ ownerUrl, appRole, migrations });
    await send(meanwhile);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  test.each([
    ['that were sent before the upgrade', before],
    ['that an instance which still runs sends after it', meanwhile],
  ])('%s say that nobody was asked for their task', async (_when, requestId) => {
    const select = 'SELECT task FROM request WHERE request_id = $1';
    expect(await dataSource.query(select, [requestId])).toEqual([{ task: 'unasked' }]);
  });
});
