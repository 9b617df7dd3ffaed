import { createHash } from 'node:crypto';
import { sqlStateOf, UnitOfWork, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AppendResult, AuditLog } from '../domain/audit-log';
import { GENESIS, hashOf } from '../domain/chain';
import type { ChainedRow, Head } from '../domain/chained-row';
import type { EntryQuery } from '../domain/entry-query';
import type { Sequenceable } from '../domain/sequenceable';
import { COLUMNS, rowOf, valuesOf, type AuditEntryRow } from './audit-entry.row';
import { findEntries } from './find-entries';

/** One writer for each partnership: whoever holds the lock knows the head until it commits. */
const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('mash.audit:' || $1, 0))`;
const HEAD = 'SELECT seq, hash FROM audit_entry WHERE partnership_id = $1 ORDER BY seq DESC LIMIT 1';
const HEADS = `
  SELECT DISTINCT ON (partnership_id) partnership_id, seq, hash FROM audit_entry ORDER BY partnership_id, seq DESC`;
/** A log that was emptied altogether is still named by the heads that were signed of it. */
const PARTNERSHIPS = `
  SELECT partnership_id FROM audit_entry UNION SELECT partnership_id FROM audit_checkpoint ORDER BY partnership_id`;
const KNOWN = 'SELECT identity, content FROM audit_entry WHERE partnership_id = $1 AND identity = ANY($2::text[])';
const PORTION = 'SELECT * FROM audit_entry WHERE partnership_id = $1 AND seq > $2 ORDER BY seq LIMIT 2000';
const UNIQUE_VIOLATION = '23505';
const MOST_TRIES = 20;
const names = COLUMNS.map(([name]) => name);
const INSERT = `
  INSERT INTO audit_entry (partnership_id, ${names.join(', ')})
  SELECT $1, ${names.map((name) => (name === 'person_ids' ? 'person_ids::uuid[]' : name)).join(', ')}
    FROM unnest(${COLUMNS.map(([, type], index) => `$${index + 2}::${type}[]`).join(', ')}) AS row (${names.join(', ')})`;

/** The log as an insert-only hash chain in PostgreSQL. A group of entries is one transaction and one INSERT. */
@Injectable()
export class HashChainedLog implements AuditLog {
  /** Heads that this process wrote, by partnership. */
  private readonly lastWritten = new Map<string, Head>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async append(partnershipId: string, entries: readonly Sequenceable[], now: Date): Promise<AppendResult> {
    const [only] = entries;
    const isOne = only !== undefined && entries.length === 1;
    if (isOne && (await this.appendBehindKnownHead(partnershipId, only, now))) return { sequenced: 1, duplicates: 0 };
    return this.appendUnderLock(partnershipId, entries, now);
  }

  /**
   * One entry in one statement, where the head that this process wrote last is still the head. The constraints see to it:
   * they refuse a second link with the same number or the same link before it. False when that is so, or when the entry is there.
   */
  private async appendBehindKnownHead(partnershipId: string, entry: Sequenceable, now: Date): Promise<boolean> {
    const head = this.lastWritten.get(partnershipId);
    if (head === undefined) return false;
    const rows = this.chain(head, [entry], now);
    this.lastWritten.delete(partnershipId);
    try {
      await this.insert(this.dataSource.manager, partnershipId, rows);
    } catch (error) {
      if (sqlStateOf(error) === UNIQUE_VIOLATION) return false;
      throw error;
    }
    this.remember(rows);
    return true;
  }

  /** Reads the head under a lock, so that others wait. A one-statement append does not wait: where one came between, read again. */
  private async appendUnderLock(
    partnershipId: string,
    entries: readonly Sequenceable[],
    now: Date,
  ): Promise<AppendResult> {
    for (let tries = 1; ; tries += 1) {
      try {
        const rows = await this.unitOfWork.run(async (tx) => {
          await tx.query(LOCK, [partnershipId]);
          const fresh = await this.withoutDuplicates(tx, partnershipId, entries);
          const chained = this.chain(await this.headIn(tx, partnershipId), fresh, now);
          await this.insert(tx, partnershipId, chained);
          return chained;
        });
        this.remember(rows);
        return { sequenced: rows.length, duplicates: entries.length - rows.length };
      } catch (error) {
        if (sqlStateOf(error) !== UNIQUE_VIOLATION || tries === MOST_TRIES) throw error;
      }
    }
  }

  async head(partnershipId: string): Promise<Head | undefined> {
    const head = await this.headIn(this.dataSource.manager, partnershipId);
    return head.seq === 0 ? undefined : head;
  }

  async heads(): Promise<Head[]> {
    const rows = await this.dataSource.query<{ partnership_id: string; seq: string; hash: string }[]>(HEADS);
    return rows.map(({ partnership_id, seq, hash }) => ({ partnershipId: partnership_id, seq: Number(seq), hash }));
  }

  async partnerships(): Promise<string[]> {
    const rows = await this.dataSource.query<{ partnership_id: string }[]>(PARTNERSHIPS);
    return rows.map(({ partnership_id }) => partnership_id);
  }

  find(partnershipId: string, query: EntryQuery): Promise<ChainedRow[]> {
    return findEntries(this.dataSource, partnershipId, query);
  }

  async *walk(partnershipId: string, from = 0): AsyncIterable<ChainedRow> {
    let after = from;
    for (;;) {
      const rows = await this.dataSource.query<AuditEntryRow[]>(PORTION, [partnershipId, after]);
      for (const row of rows) yield rowOf(row);
      const last = rows.at(-1);
      if (last === undefined) return;
      after = Number(last.seq);
    }
  }

  private remember(rows: readonly ChainedRow[]): void {
    const last = rows.at(-1);
    if (last !== undefined) this.lastWritten.set(last.partnershipId, last);
  }

  private async headIn(tx: Tx, partnershipId: string): Promise<Head> {
    const [row] = await tx.query<{ seq: string; hash: string }[]>(HEAD, [partnershipId]);
    return { partnershipId, seq: Number(row?.seq ?? 0), hash: row?.hash ?? GENESIS };
  }

  /**
   * What is not in the log yet. An id that comes again with other words is no duplicate: somebody used it twice, and both stay.
   */
  private async withoutDuplicates(
    tx: Tx,
    partnershipId: string,
    entries: readonly Sequenceable[],
  ): Promise<Sequenceable[]> {
    const identities = entries.flatMap((entry) => [entry.identity, withWords(entry)]);
    const known = await tx.query<{ identity: string; content: string }[]>(KNOWN, [partnershipId, identities]);
    const contentOf = new Map(known.map(({ identity, content }) => [identity, content]));
    return entries.flatMap((entry) => {
      const there = contentOf.get(entry.identity);
      if (there === entry.content || contentOf.has(withWords(entry))) return [];
      const identity = there === undefined ? entry.identity : withWords(entry);
      contentOf.set(identity, entry.content);
      return [{ ...entry, identity }];
    });
  }

  private chain(head: Head, entries: readonly Sequenceable[], now: Date): ChainedRow[] {
    let { seq, hash } = head;
    return entries.map(({ kind, identity, content, search }) => {
      const sequencedAt = now.toISOString();
      const link = {
        partnershipId: head.partnershipId,
        seq: (seq += 1),
        kind,
        identity,
        content,
        sequencedAt,
        prev: hash,
      };
      hash = hashOf(link);
      return { ...link, hash, search };
    });
  }

  private async insert(tx: Tx, partnershipId: string, rows: readonly ChainedRow[]): Promise<void> {
    if (rows.length === 0) return;
    const values = rows.map(valuesOf);
    await tx.query(INSERT, [partnershipId, ...COLUMNS.map((_, index) => values.map((row) => row[index]))]);
  }
}

const withWords = ({ identity, content }: Sequenceable): string =>
  `${identity}#${createHash('sha256').update(content).digest('hex')}`;
