import { newId } from '@mash/contracts';
import { insertRow, readRows, type Source, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ClockTimes } from '../domain/clock-times';

/** One obligation of an enquiry. `aboutId` is the route or notice that it is about, or the enquiry itself. */
export interface ClockRecord extends ClockTimes {
  readonly clockId: string;
  readonly enquiryId: string;
  readonly code: string;
  readonly aboutId: string;
  readonly metAt?: Date;
}

export interface ClockChangeRecord {
  readonly clockId: string;
  readonly changedAt: Date;
  readonly fromDueAt: Date;
  readonly toDueAt: Date;
  readonly rule: string;
  readonly causeId: string;
}

const MEET = 'UPDATE clock SET met_at = $3 WHERE enquiry_id = $1 AND code = $2 AND met_at IS NULL';
const MOVE = 'UPDATE clock SET started_at = $2, due_at = $3, basis = $4, assumed = $5 WHERE clock_id = $1';
const RESTART = `UPDATE clock SET started_at = $2, due_at = $3, basis = $4, assumed = $5, met_at = NULL, breach_announced_at = NULL WHERE clock_id = $1`;

@Injectable()
export class ClockRepository {
  constructor(private readonly dataSource: DataSource) {}

  of(enquiryIds: readonly string[], from: Source = this.dataSource): Promise<ClockRecord[]> {
    const sql = 'SELECT * FROM clock WHERE enquiry_id = ANY($1::uuid[]) ORDER BY due_at, clock_id';
    return readRows<ClockRecord>(from, sql, [[...enquiryIds]]);
  }

  /** Later changes of due times by a new rating, oldest first. */
  changesOf(enquiryId: string): Promise<ClockChangeRecord[]> {
    const sql = `SELECT change.* FROM clock_change change JOIN clock USING (clock_id) WHERE enquiry_id = $1 ORDER BY changed_at, clock_change_id`;
    return readRows<ClockChangeRecord>(this.dataSource, sql, [enquiryId]);
  }

  async find(tx: Tx, enquiryId: string, code: string): Promise<ClockRecord | undefined> {
    return (await this.of([enquiryId], tx)).find((clock) => clock.code === code);
  }

  async start(
    tx: Tx,
    enquiryId: string,
    clock: ClockTimes & { readonly code: string; readonly aboutId?: string },
  ): Promise<void> {
    const { code, aboutId = enquiryId, startedAt, dueAt, basis, assumed } = clock;
    await insertRow(tx, 'clock', { clockId: newId(), enquiryId, code, aboutId, startedAt, dueAt, basis, assumed });
  }

  /** A second decision sets the feedback clock going again: the obligation is a new one under the same name. */
  async startAgain(tx: Tx, enquiryId: string, clock: ClockTimes & { readonly code: string }): Promise<void> {
    const running = await this.find(tx, enquiryId, clock.code);
    if (running === undefined) return this.start(tx, enquiryId, clock);
    await tx.query(RESTART, [running.clockId, clock.startedAt, clock.dueAt, clock.basis, clock.assumed]);
  }

  /** Meets every running clock of this code; with `aboutId` only the one that is about it. */
  async meet(tx: Tx, enquiryId: string, code: string, metAt: Date, aboutId?: string): Promise<void> {
    const only = aboutId === undefined ? '' : ' AND about_id = $4';
    await tx.query(MEET + only, [enquiryId, code, metAt, ...(aboutId === undefined ? [] : [aboutId])]);
  }

  /** Moves a running clock and keeps what it was, and by which rule. */
  async move(
    tx: Tx,
    clock: ClockRecord,
    to: ClockTimes,
    why: { rule: string; causeId: string; at: Date },
  ): Promise<void> {
    await tx.query(MOVE, [clock.clockId, to.startedAt, to.dueAt, to.basis, to.assumed]);
    const { rule, causeId, at } = why;
    const change = { clockId: clock.clockId, changedAt: at, fromDueAt: clock.dueAt, toDueAt: to.dueAt, rule, causeId };
    await insertRow(tx, 'clock_change', { clockChangeId: newId(), ...change });
  }
}
