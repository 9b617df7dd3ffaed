import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Tx } from './tx';

/** Runs a piece of work in one PostgreSQL transaction (read committed): all of it happens, or none of it. */
@Injectable()
export class UnitOfWork {
  private readonly lastSteps: ((tx: Tx) => Promise<void>)[] = [];

  constructor(private readonly dataSource: DataSource) {}

  /** From now on this is the last step of every piece of work, before it commits; where it throws, nothing of the work happens. */
  beforeCommit(step: (tx: Tx) => Promise<void>): void {
    this.lastSteps.push(step);
  }

  /**
   * Commits when `work` resolves and rolls back when it throws; the error goes on to the caller unchanged.
   * Nothing is tried again here: a form is tried again by its person, a reaction by the consumer that carries it.
   */
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (tx) => {
      const result = await work(tx);
      for (const step of this.lastSteps) await step(tx);
      return result;
    });
  }
}
