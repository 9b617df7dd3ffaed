import { Client } from 'pg';
import { testPostgres } from './test-postgres';

/** Does something over one connection of the test server's administrator. */
export async function asAdmin<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: testPostgres() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
