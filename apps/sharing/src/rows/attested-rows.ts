import type { AttestedRows as Attested, AttestingEntry } from '@mash/contracts';
import type { QueryRunner } from 'typeorm';
import type { KeySettings } from '../keys/key-settings';
import type { Finding } from './finding';
import { columnsOf, hashSql, keySql, type Column } from './row-form';
import { isSigned } from './signed-attestation';
import type { WatchedTable } from './watched-tables';

const TABLES = `
  CREATE TEMPORARY TABLE attested_row (
    table_name text NOT NULL, row_key text NOT NULL, form text NOT NULL, hash text NOT NULL, partnership_id uuid NOT NULL,
    PRIMARY KEY (table_name, row_key));
  CREATE TEMPORARY TABLE attestation_seen (attestation_id uuid NOT NULL PRIMARY KEY);`;
const SEEN =
  'INSERT INTO attestation_seen (attestation_id) VALUES ($1) ON CONFLICT DO NOTHING RETURNING attestation_id';
const NEWEST = `
  INSERT INTO attested_row (table_name, row_key, form, hash, partnership_id)
  SELECT $1, row.key, $2, row.hash, $3 FROM unnest($4::text[], $5::text[]) AS row (key, hash)
  ON CONFLICT (table_name, row_key) DO UPDATE SET form = excluded.form, hash = excluded.hash, partnership_id = excluded.partnership_id`;
/** So many rows of one table are named by one check: what differs beyond that is no longer a matter of single rows. */
export const MOST_NAMED = 50_000;

/** A recorded column is gone from its table: what was attested with it cannot be worked out again. */
export class ColumnGone extends Error {
  override readonly name = 'ColumnGone';
}

/** One list of columns, by which some rows of a table were hashed. */
export const formOf = ({ columns }: Pick<Attested, 'columns'>): string => JSON.stringify(columns);

/**
 * The newest attestation of every row, in a table of the database that this session alone can see: there may be millions, and the database
 * compares them with the rows where they lie.
 */
export class AttestedRows {
  private readonly columns = new Map<string, Column[]>();

  private constructor(
    private readonly session: QueryRunner,
    private readonly keys: Pick<KeySettings, 'signingKey' | 'earlierSigningKeys'>,
  ) {}

  static async begin(
    session: QueryRunner,
    keys: Pick<KeySettings, 'signingKey' | 'earlierSigningKeys'>,
  ): Promise<AttestedRows> {
    await session.query(TABLES);
    return new AttestedRows(session, keys);
  }

  async end(): Promise<void> {
    await this.session.query('DROP TABLE IF EXISTS attested_row, attestation_seen');
  }

  /** Takes an entry in, the oldest first. One that this service did not sign, or that comes again, counts for nothing and is found. */
  async take(partnershipId: string, { entryId, rows }: AttestingEntry): Promise<Finding | undefined> {
    const forged = { partnershipId, table: 'attestation', key: entryId, kind: 'attestation' } as const;
    if (rows === undefined || !(await isSigned(rows, partnershipId, this.keys))) return forged;
    const isFirst = ((await this.session.query(SEEN, [rows.attestationId])) as unknown[]).length > 0;
    if (!isFirst) return forged;
    for (const attested of rows.tables) {
      const { table, keys, hashes } = attested;
      await this.session.query(NEWEST, [table, formOf(attested), partnershipId, keys, hashes]);
    }
    return undefined;
  }

  /** Rows of a table that are not as they were attested, as it seems now; of more than `MOST_NAMED` any so many. @throws ColumnGone */
  async differing(table: WatchedTable): Promise<Finding[]> {
    const hash = await this.hashByForm(table);
    const sql = `
      SELECT coalesce(a.row_key, t.its_key) AS key, coalesce(a.partnership_id, t.its_partnership)::text AS "partnershipId",
             CASE WHEN a.row_key IS NULL THEN 'added' WHEN t.its_key IS NULL THEN 'removed' ELSE 'edited' END AS kind
        FROM (SELECT * FROM attested_row WHERE table_name = $1) a
        FULL JOIN (SELECT t.*, ${keySql(table)} AS its_key, ${table.partnership} AS its_partnership FROM ${table.name} t) t ON t.its_key = a.row_key
       WHERE a.row_key IS NULL OR t.its_key IS NULL OR a.hash IS DISTINCT FROM ${hash} LIMIT ${MOST_NAMED}`;
    const found = (await this.session.query(sql, [table.name])) as Omit<Finding, 'table'>[];
    return found.map((one) => ({ ...one, table: table.name }));
  }

  /** The lists of columns by which rows of a table were hashed, and the one by which they are now. */
  async formsOf(table: string): Promise<string[][]> {
    const now = (await this.columnsOf(table)).map(({ name }) => name);
    const forms = await this.attestedForms(table);
    return [...forms.map((form) => JSON.parse(form) as string[]), now];
  }

  /** What was attested of some rows, by key. */
  async of(
    table: string,
    keys: readonly string[],
  ): Promise<Map<string, { form: string; hash: string; partnershipId: string }>> {
    const select = `SELECT row_key AS key, form, hash, partnership_id AS "partnershipId" FROM attested_row WHERE table_name = $1 AND row_key = ANY($2)`;
    const rows = (await this.session.query(select, [table, keys])) as {
      key: string;
      form: string;
      hash: string;
      partnershipId: string;
    }[];
    return new Map(rows.map(({ key, ...attested }) => [key, attested]));
  }

  async count({ name }: WatchedTable): Promise<number> {
    const [counted] = (await this.session.query(`SELECT count(*)::int AS rows FROM ${name}`)) as [{ rows: number }];
    return counted.rows;
  }

  /** SQL: the hash of a row `t` by the columns with which the row `a` was attested. */
  private async hashByForm({ name }: WatchedTable): Promise<string> {
    const forms = await this.attestedForms(name);
    const there = await this.columnsOf(name);
    const cases = forms.map((form) => {
      const hash = hashSql(name, JSON.parse(form) as string[], there);
      if (hash === undefined) throw new ColumnGone(name);
      return `WHEN a.form = '${form.replaceAll("'", "''")}' THEN ${hash}`;
    });
    return cases.length === 0 ? 'NULL::text' : `CASE ${cases.join(' ')} END`;
  }

  private async attestedForms(table: string): Promise<string[]> {
    const select = 'SELECT DISTINCT form FROM attested_row WHERE table_name = $1';
    return ((await this.session.query(select, [table])) as { form: string }[]).map(({ form }) => form);
  }

  private async columnsOf(table: string): Promise<Column[]> {
    const known = this.columns.get(table) ?? (await columnsOf(this.session.manager, table));
    this.columns.set(table, known);
    return known;
  }
}
