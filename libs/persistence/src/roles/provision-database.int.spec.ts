import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createDataSource } from '../data-source/create-data-source';
import { migrateService } from '../migrations/migrate-service';
import { grantToAppRole } from './grant-to-app-role';
import { grantsOf } from './grants-of';
import { provisionDatabase } from './provision-database';
import type { ProvisionedDatabase } from './provision-database';

jest.setTimeout(60_000);

class CreateNotes1795132800001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE TABLE note (id integer PRIMARY KEY, words text, checked boolean)');
    await queryRunner.query('CREATE TABLE secret (id integer PRIMARY KEY)');
    await grantToAppRole(queryRunner, 'note', ['SELECT', 'INSERT', { UPDATE: ['checked'] }]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE note, secret');
  }
}

class AddThenFail1795132800002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE TABLE half_done (id integer)');
    throw new Error('the migration failed');
  }

  down(): Promise<void> {
    return Promise.resolve();
  }
}

describe('The database of a service', () => {
  const adminUrl = process.env.MASH_TEST_POSTGRES ?? '';
  const settings = {
    adminUrl,
    service: `fixture-${randomBytes(4).toString('hex')}`,
    ownerPassword: `owner's \\ password`,
    appPassword: 'app/password@2',
  };
  let database: ProvisionedDatabase;

  const asRole = async <T>(url: string, statement: string): Promise<T[]> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(statement)).rows as T[];
    } finally {
      await client.end();
    }
  };
  const grants = async (role: string) => {
    const dataSource = await createDataSource({ url: database.appUrl }).initialize();
    return grantsOf(dataSource, role).finally(() => dataSource.destroy());
  };
  const migrate = (...migrations: (new () => MigrationInterface)[]) =>
    migrateService({ ownerUrl: database.ownerUrl, appRole: database.appRole, migrations });

  beforeAll(async () => {
    database = await provisionDatabase(settings);
    await migrate(CreateNotes1795132800001);
  });
  afterAll(async () => {
    await asRole(adminUrl, `DROP DATABASE IF EXISTS ${database.database} WITH (FORCE)`);
    await asRole(adminUrl, `DROP ROLE IF EXISTS ${database.ownerRole}, ${database.appRole}`);
  });

  test('is named after it, with underscores, as are its two roles', () => {
    const name = settings.service.replaceAll('-', '_');
    expect(database).toMatchObject({ database: name, ownerRole: `${name}_owner`, appRole: `${name}_app` });
  });

  test('can be provisioned again, also several times at once, and keeps what is in it', async () => {
    await asRole(database.appUrl, `INSERT INTO note VALUES (1, 'kept')`);
    await Promise.all(Array.from({ length: 6 }, () => provisionDatabase(settings)));
    expect(await asRole(database.appUrl, 'SELECT words FROM note')).toEqual([{ words: 'kept' }]);
  });

  test('can be migrated again, also twice at once: each migration runs once', async () => {
    await Promise.all([migrate(CreateNotes1795132800001), migrate(CreateNotes1795132800001)]);
    expect(await asRole(database.ownerUrl, 'SELECT name FROM migrations')).toEqual([
      { name: 'CreateNotes1795132800001' },
    ]);
  });

  test('keeps nothing of a migration that failed', async () => {
    await expect(migrate(CreateNotes1795132800001, AddThenFail1795132800002)).rejects.toThrow('the migration failed');
    expect(await asRole(database.ownerUrl, `SELECT to_regclass('half_done') AS name`)).toEqual([{ name: null }]);
  });

  test('gives its app role exactly what the migrations grant, and everybody nothing', async () => {
    expect(await grants(database.appRole)).toEqual({ note: ['INSERT', 'SELECT'], 'note.checked': ['UPDATE'] });
    expect(await grants('PUBLIC')).toEqual({});
  });

  test.each([
    'SELECT * FROM secret',
    `UPDATE note SET words = 'edited'`,
    'DELETE FROM note',
    'DROP TABLE note',
    'CREATE TABLE mine (id integer)',
    'CREATE TEMP TABLE mine (id integer)',
    'CREATE ROLE mine',
    'SELECT * FROM migrations',
  ])('refuses its app role: %s', async (statement) => {
    await expect(asRole(database.appUrl, statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  test('lets no other service in', async () => {
    const other = await provisionDatabase({ ...settings, service: `${settings.service}-b` });
    const intoOurs = new URL(other.appUrl);
    intoOurs.pathname = `/${database.database}`;
    await expect(asRole(intoOurs.toString(), 'SELECT 1')).rejects.toThrow('permission denied for database');
    await asRole(adminUrl, `DROP DATABASE ${other.database}`);
    await asRole(adminUrl, `DROP ROLE ${other.ownerRole}, ${other.appRole}`);
  });

  test('neither role is a superuser, may make roles or databases, or belongs to the other', async () => {
    const roles = await asRole(
      adminUrl,
      `SELECT bool_or(rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls) AS mighty,
              bool_or(pg_has_role('${database.appRole}', '${database.ownerRole}', 'MEMBER')) AS member
         FROM pg_roles WHERE rolname IN ('${database.ownerRole}', '${database.appRole}')`,
    );
    expect(roles).toEqual([{ mighty: false, member: false }]);
  });

  test('refuses a migration that was not told who the app role is', async () => {
    const bare = createDataSource({ url: database.ownerUrl, migrations: [CreateNotes1795132800001] });
    await bare.initialize();
    const runner = bare.createQueryRunner();
    await expect(grantToAppRole(runner, 'note', ['SELECT'])).rejects.toThrow('PERSISTENCE.NO_APP_ROLE');
    await runner.release();
    await bare.destroy();
  });
});
