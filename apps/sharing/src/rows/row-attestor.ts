import { AuditTrail } from '@mash/audit-client';
import { newId, type AttestedRows } from '@mash/contracts';
import { prepared, UnitOfWork, type Tx } from '@mash/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM } from '../access/this-service';
import { KEY_SETTINGS, type KeySettings } from '../keys/key-settings';
import { changedRows } from './changed-rows';
import { columnsOf, hashSql, keySql, pickedSql, type Column } from './row-form';
import { signAttestation } from './signed-attestation';
import { WATCHED_TABLES, type WatchedTable } from './watched-tables';

/** So many rows in one entry: an event must stay small. */
const MOST_ROWS = 1_000;

interface Hashed {
  table: string;
  key: string;
  partnershipId: string;
  hash: string;
}

/**
 * The last step of every piece of work here: the rows it wrote in watched tables are hashed as they now stand, and an audit entry with
 * the hashes commits with them. Whatever code wrote them; and nothing that did not pass through the application.
 */
@Injectable()
export class RowAttestor {
  private readonly columns = new Map<string, Promise<Column[]>>();

  constructor(
    unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    @Inject(KEY_SETTINGS) private readonly settings: KeySettings,
  ) {
    unitOfWork.beforeCommit((tx) => this.attest(tx));
  }

  private async attest(tx: Tx): Promise<void> {
    const changed = await changedRows(tx);
    const touched = WATCHED_TABLES.filter(({ name }) => changed.has(name));
    if (touched.length === 0) return;
    const hashed = await this.hashAll(tx, touched, changed);
    for (const partnershipId of new Set(hashed.map((row) => row.partnershipId))) {
      const own = hashed.filter((row) => row.partnershipId === partnershipId);
      for (let from = 0; from < own.length; from += MOST_ROWS)
        await this.record(tx, partnershipId, own.slice(from, from + MOST_ROWS));
    }
  }

  /** One question for all tables. */
  private async hashAll(tx: Tx, tables: readonly WatchedTable[], changed: Map<string, Set<string>>): Promise<Hashed[]> {
    const parts: string[] = [];
    for (const table of tables) {
      const there = await this.columnsOf(tx, table.name);
      const hash = hashSql(
        table.name,
        there.map(({ name }) => name),
        there,
      );
      if (hash === undefined) throw new Error('A table has the columns that its catalogue lists');
      parts.push(`SELECT '${table.name}' AS "table", ${keySql(table)} AS key, (${table.partnership})::text AS "partnershipId", ${hash} AS hash
        FROM ${table.name} t WHERE ${pickedSql(table, there, `$${parts.length + 1}`)}`);
    }
    const keys = tables.map(({ name }) => [...(changed.get(name) ?? [])]);
    // As many texts as there are kinds of work here, and not more.
    return tx.query<Hashed[]>(prepared(parts.join(' UNION ALL ')), keys);
  }

  private async record(tx: Tx, partnershipId: string, rows: readonly Hashed[]): Promise<void> {
    const tables: AttestedRows[] = [];
    for (const table of new Set(rows.map((row) => row.table))) {
      const own = rows.filter((row) => row.table === table);
      const columns = (await this.columnsOf(tx, table)).map(({ name }) => name);
      tables.push({ table, columns, keys: own.map(({ key }) => key), hashes: own.map(({ hash }) => hash) });
    }
    const attestationId = newId();
    const signed = await signAttestation(attestationId, partnershipId, tables, this.settings.signingKey);
    const subject = { type: 'Rows', id: attestationId };
    const entry = { actor: SYSTEM, partnershipId, action: 'rows.attest', subject, counts: { rows: rows.length } };
    // The entry of the act itself has been held to the limit already; this one goes with it.
    await this.audit.record(tx, { ...entry, outcome: 'done', rows: signed }, { evenIfUnsent: true });
  }

  /** Read once: a table gets another column by a migration, and with it comes another process. */
  private columnsOf(tx: Tx, table: string): Promise<Column[]> {
    const known = this.columns.get(table);
    if (known !== undefined) return known;
    const asked = columnsOf(tx, table);
    this.columns.set(table, asked);
    asked.catch(() => this.columns.delete(table));
    return asked;
  }
}
