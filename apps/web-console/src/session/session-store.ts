import { jsonLogger } from '@mash/telemetry';
import connectPgSimple from 'connect-pg-simple';
import session from 'express-session';
import type { RequestHandler } from 'express';
import type { Pool } from 'pg';
import type { ConsoleConfig } from '../config';
import { cookieOptions, SESSION_COOKIE } from './session-cookies';

/** Sessions in PostgreSQL, so that a restart signs nobody out. A visitor who has not begun to sign in gets none. */
export function sessions(config: ConsoleConfig, pool: Pool): RequestHandler {
  const log = jsonLogger('web-console');
  const Store = connectPgSimple(session);
  const store = new Store({
    pool,
    tableName: 'session',
    pruneSessionInterval: 15 * 60,
    errorLog: (_words: unknown, error?: unknown) => log.error('session store', error),
  });
  return session({
    store,
    name: SESSION_COOKIE,
    secret: config.sessionSecret,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: { ...cookieOptions(config.consoleUrl), secure: 'auto', maxAge: config.sessionMinutes * 60_000 },
  });
}
