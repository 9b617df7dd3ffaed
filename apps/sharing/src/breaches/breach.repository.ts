import type { BreachSays } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface BreachRow {
  breachId: string;
  recallId: string;
  partnershipId: string;
  enquiryId: string;
  kind: 'wrong_person' | 'wrong_recipient';
  personIds: string[];
  awareBy: string;
  awareAt: Date;
  dueAt: Date;
  openedAt: Date;
}

export interface BreachStatementRow {
  statementId: string;
  breachId: string;
  partnershipId: string;
  enquiryId: string;
  says: BreachSays;
  reference: string | null;
  doneAt: Date | null;
  /** Null of what was said once the enquiry had been erased: there is no key for words any more. */
  kid: string | null;
  envelope: string | null;
  madeBy: string;
  madeAt: Date;
}

const BREACH = `SELECT b.breach_id AS "breachId", b.recall_id AS "recallId", b.partnership_id AS "partnershipId", b.enquiry_id AS "enquiryId", b.kind,
  b.person_ids AS "personIds", b.aware_by AS "awareBy", b.aware_at AS "awareAt", b.due_at AS "dueAt", b.opened_at AS "openedAt" FROM breach b`;
const STATEMENT = `SELECT statement_id AS "statementId", breach_id AS "breachId", partnership_id AS "partnershipId", enquiry_id AS "enquiryId", says, reference,
  done_at AS "doneAt", kid, envelope, made_by AS "madeBy", made_at AS "madeAt" FROM breach_statement`;
/** Of the statements about the Commissioner the newest stands: the clock runs until it says told, or need not. */
const CLOCK_RUNS = `coalesce((SELECT s.says FROM breach_statement s WHERE s.breach_id = b.breach_id AND s.says LIKE 'ico%'
  ORDER BY s.made_at DESC, s.statement_id DESC LIMIT 1), 'ico_will_tell') = 'ico_will_tell'`;
const MOST_LISTED = 500;

/** Records of personal data breaches, and what was stated about each. Statements are added and never changed. */
@Injectable()
export class BreachRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add(tx: Tx, row: BreachRow): Promise<void> {
    await tx.query(
      `INSERT INTO breach (breach_id, recall_id, partnership_id, enquiry_id, kind, person_ids, aware_by, aware_at, due_at, opened_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[row.breachId, row.recallId, row.partnershipId, row.enquiryId, row.kind, row.personIds],
        ...[row.awareBy, row.awareAt, row.dueAt, row.openedAt],
      ],
    );
  }

  async find(breachId: string): Promise<BreachRow | undefined> {
    return (await this.dataSource.query<BreachRow[]>(`${BREACH} WHERE b.breach_id = $1`, [breachId]))[0];
  }

  async lock(tx: Tx, breachId: string): Promise<void> {
    await tx.query('SELECT 1 FROM breach WHERE breach_id = $1 FOR UPDATE', [breachId]);
  }

  async ofRecall(recallId: string, tx: Tx = this.dataSource.manager): Promise<BreachRow | undefined> {
    return (await tx.query<BreachRow[]>(`${BREACH} WHERE b.recall_id = $1`, [recallId]))[0];
  }

  /** Those whose clock runs first, oldest first. */
  list(partnershipId: string): Promise<BreachRow[]> {
    const select = `${BREACH} WHERE b.partnership_id = $1 ORDER BY ${CLOCK_RUNS} DESC, b.due_at, b.breach_id LIMIT ${String(MOST_LISTED)}`;
    return this.dataSource.query<BreachRow[]>(select, [partnershipId]);
  }

  /** Oldest first. */
  statements(breachIds: readonly string[], tx: Tx = this.dataSource.manager): Promise<BreachStatementRow[]> {
    const select = `${STATEMENT} WHERE breach_id = ANY($1::uuid[]) ORDER BY made_at, statement_id`;
    return tx.query<BreachStatementRow[]>(select, [breachIds]);
  }

  async findStatement(statementId: string): Promise<BreachStatementRow | undefined> {
    const select = `${STATEMENT} WHERE statement_id = $1`;
    return (await this.dataSource.query<BreachStatementRow[]>(select, [statementId]))[0];
  }

  async addStatement(tx: Tx, row: BreachStatementRow): Promise<void> {
    await tx.query(
      `INSERT INTO breach_statement (statement_id, breach_id, partnership_id, enquiry_id, says, reference, done_at, kid, envelope, made_by, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[row.statementId, row.breachId, row.partnershipId, row.enquiryId, row.says, row.reference, row.doneAt],
        ...[row.kid, row.envelope, row.madeBy, row.madeAt],
      ],
    );
  }

  /**
   * The next breach whose clock runs, is due between then and then, and of which that was not announced. One that another instance is at is passed
   * over.
   * @param due.from left out for whatever was due before
   */
  async nextReached(
    tx: Tx,
    reached: 'due_soon' | 'passed',
    { from, before }: { from?: Date; before: Date },
  ): Promise<BreachRow | undefined> {
    const announced = reached === 'passed' ? 'late_announced_at' : 'due_soon_announced_at';
    const select = `${BREACH} WHERE b.${announced} IS NULL AND b.due_at < $1 AND ($2::timestamptz IS NULL OR b.due_at >= $2) AND ${CLOCK_RUNS}
      ORDER BY b.due_at LIMIT 1 FOR UPDATE OF b SKIP LOCKED`;
    return (await tx.query<BreachRow[]>(select, [before, from ?? null]))[0];
  }

  /** Its clock was set going again: what it reaches from now on is announced anew. */
  async announceAgain(tx: Tx, breachId: string): Promise<void> {
    const update = 'UPDATE breach SET due_soon_announced_at = NULL, late_announced_at = NULL WHERE breach_id = $1';
    await tx.query(update, [breachId]);
  }

  async announced(tx: Tx, breachId: string, reached: 'due_soon' | 'passed', at: Date): Promise<void> {
    const column = reached === 'passed' ? 'late_announced_at' : 'due_soon_announced_at';
    await tx.query(`UPDATE breach SET ${column} = $2 WHERE breach_id = $1`, [breachId, at]);
  }
}
