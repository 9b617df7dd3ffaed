import type { Provider } from '@nestjs/common';
import { Pool } from 'pg';
import { CONFIG } from '../config.token';
import type { ConsoleConfig } from '../config';

/** Injects the pool of the console's own database: sessions, held posts and overflow leases, nothing else. */
export const POOL = Symbol('Pool');

export const poolProvider: Provider = {
  provide: POOL,
  inject: [CONFIG],
  useFactory: (config: ConsoleConfig) =>
    new Pool({ connectionString: config.databaseUrl, max: 8, application_name: 'web-console' }),
};
