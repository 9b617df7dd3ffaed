import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const PAGE = join(__dirname, '../../../docs/security/sealed-or-plain.md');
const ROW = /^\| *(\S+?)\.(\S+?\.\S+) *\| *(\S+) *\| *(\S.*?) *\|$/gm;

export interface Classified {
  /** `*` for the tables that every service with events has. */
  readonly database: string;
  /** Table and column. */
  readonly column: string;
  readonly class: string;
  readonly why: string;
}

/** Every row of the page that says of each stored column what it is. */
export async function classifiedColumns(): Promise<Classified[]> {
  const rows = [...(await readFile(PAGE, 'utf8')).matchAll(ROW)];
  return rows
    .map(([, database = '', column = '', kind = '', why = '']) => ({ database, column, class: kind, why }))
    .filter(({ database }) => database !== 'database');
}
