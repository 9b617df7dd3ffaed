import { Client } from 'pg';
import { databaseNames } from './database-names';
import type { DatabaseNames } from './database-names';
import { identifier, literal } from './quote';

export interface ProvisionSettings {
  /** URL of a role that may create roles and databases. */
  readonly adminUrl: string;
  readonly service: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
}

export interface ProvisionedDatabase extends DatabaseNames {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

const urlFor = (adminUrl: string, database: string, role: string, password: string): string => {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  url.username = encodeURIComponent(role);
  url.password = encodeURIComponent(password);
  return url.toString();
};

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function ensureRole(client: Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
  await client.query(
    `${verb} ROLE ${identifier(role)} LOGIN PASSWORD ${literal(password)} NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION`,
  );
}

async function ensureDatabase(client: Client, { database, ownerRole, appRole }: DatabaseNames): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${identifier(database)} OWNER ${identifier(ownerRole)}`);
  await client.query(`REVOKE ALL ON DATABASE ${identifier(database)} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${identifier(database)} TO ${identifier(appRole)}`);
}

async function closeToPublic(client: Client, { ownerRole, appRole }: DatabaseNames): Promise<void> {
  await client.query('REVOKE ALL ON SCHEMA public FROM PUBLIC');
  await client.query(`GRANT USAGE ON SCHEMA public TO ${identifier(appRole)}`);
  await client.query(
    `ALTER DEFAULT PRIVILEGES FOR ROLE ${identifier(ownerRole)} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC`,
  );
}

/** What a database provisioned so is called and how its two roles reach it, whether or not it is there yet. */
export function provisionedAs({
  adminUrl,
  service,
  ownerPassword,
  appPassword,
}: ProvisionSettings): ProvisionedDatabase {
  const names = databaseNames(service);
  return {
    ...names,
    ownerUrl: urlFor(adminUrl, names.database, names.ownerRole, ownerPassword),
    appUrl: urlFor(adminUrl, names.database, names.appRole, appPassword),
  };
}

/**
 * Makes a service's owner role, app role and database, and takes away what PostgreSQL gives to everybody. Idempotent: a second run
 * sets the passwords again and changes nothing else. Two runs at once wait for one another.
 */
export async function provisionDatabase(settings: ProvisionSettings): Promise<ProvisionedDatabase> {
  const { adminUrl, service, ownerPassword, appPassword } = settings;
  const names = databaseNames(service);
  await withClient(adminUrl, async (client) => {
    await client.query(`SELECT pg_advisory_lock(hashtextextended('mash.provision', 0))`);
    await ensureRole(client, names.ownerRole, ownerPassword);
    await ensureRole(client, names.appRole, appPassword);
    await ensureDatabase(client, names);
    const inDatabase = new URL(adminUrl);
    inDatabase.pathname = `/${names.database}`;
    // While the other run waits still: PostgreSQL refuses one of two that change the same privileges at once.
    await withClient(inDatabase.toString(), (own) => closeToPublic(own, names));
  });
  return provisionedAs(settings);
}
