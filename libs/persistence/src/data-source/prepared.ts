import { createHash } from 'node:crypto';
import { Client, type QueryConfig } from 'pg';

/** What it does, for whoever reads a trace, and what tells it from others. */
const nameOf = (sql: string): string => {
  const [verb = ''] = /\w+/.exec(sql) ?? [];
  return `${verb} ${createHash('sha256').update(sql).digest('hex').slice(0, 32)}`;
};

const names = new Map<string, string>();

/**
 * The same SQL, which each connection from now on parses and plans once instead of at every call: for the fixed statements of what is done all
 * day (planning takes as long as running them). Not for text that is put together from what was asked: every text stays with its connection. It
 * names its columns, never `*`: a prepared statement does not outlive a change of what it returns.
 */
export function prepared(sql: string): string {
  names.set(sql, names.get(sql) ?? nameOf(sql));
  return sql;
}

/** A client of PostgreSQL that knows `prepared` statements, and sends everything else as it comes. */
export class PreparingClient extends Client {
  override query = ((text: unknown, values?: unknown, ...rest: unknown[]): unknown => {
    const name = typeof text === 'string' ? names.get(text) : undefined;
    const given = values ?? [];
    const asked =
      name === undefined || !Array.isArray(given) ? [text, values] : [{ name, text, values: given } as QueryConfig];
    return (super.query as (...args: unknown[]) => unknown)(...asked, ...rest);
  }) as Client['query'];
}
