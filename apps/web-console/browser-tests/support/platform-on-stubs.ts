import { freshDatabase, type FreshDatabase } from '@mash/testing';
import { Client } from 'pg';
import { migrations } from '../../src/persistence/migrations';
import { startStubPlatform, type StubPlatform } from '../stubs/stub-platform';

interface Running {
  readonly database: FreshDatabase;
  readonly platform: StubPlatform;
}

/** The console on stubs of all that it calls, on a database of its own. */
export class PlatformOnStubs {
  private running: Running | undefined;

  /** Started before the tests of the `describe` that asks for it, and closed after them. */
  static forTheseTests(): PlatformOnStubs {
    const its = new PlatformOnStubs();
    beforeAll(() => its.start());
    afterAll(() => its.close());
    return its;
  }

  get platform(): StubPlatform {
    return this.whileRunning.platform;
  }

  get database(): FreshDatabase {
    return this.whileRunning.database;
  }

  /** As the console's own database role. */
  readonly query = async (sql: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> => {
    const client = new Client({ connectionString: this.database.appUrl });
    await client.connect();
    const { rows } = await client.query<Record<string, unknown>>(sql, [...values]);
    await client.end();
    return rows;
  };

  async start(): Promise<void> {
    const database = await freshDatabase('web-console', migrations);
    this.running = { database, platform: await startStubPlatform(database.appUrl) };
  }

  async close(): Promise<void> {
    await this.running?.platform.close();
    await this.running?.database.drop();
  }

  private get whileRunning(): Running {
    if (this.running === undefined) throw new Error('The console on stubs is not running');
    return this.running;
  }
}
