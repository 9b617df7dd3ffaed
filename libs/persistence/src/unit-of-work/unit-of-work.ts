import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { poolSizeOf } from '../data-source/create-data-source';
import { Turns } from './turns';
import type { Tx } from './tx';

/**
 * Connections that no piece of work takes. Work that is in a transaction may ask something beside it; were every connection in a
 * transaction that waits for another one, all would stand still.
 */
const LEFT_FREE = 3;

/** Runs a piece of work in one PostgreSQL transaction (read committed): all of it happens, or none of it. */
@Injectable()
export class UnitOfWork {
  private readonly lastSteps: ((tx: Tx) => Promise<void>)[] = [];
  private readonly turns: Turns;
  private readonly underWay = new AsyncLocalStorage<true>();

  constructor(private readonly dataSource: DataSource) {
    this.turns = new Turns(Math.max(1, poolSizeOf(dataSource) - LEFT_FREE));
  }

  /** From now on this is the last step of every piece of work, before it commits; where it throws, nothing of the work happens. */
  beforeCommit(step: (tx: Tx) => Promise<void>): void {
    this.lastSteps.push(step);
  }

  /**
   * Commits when `work` resolves and rolls back when it throws; the error goes on to the caller unchanged.
   * Nothing is tried again here: a form is tried again by its person, a reaction by the consumer that carries it.
   *
   * So many go on at once as leave some connections free; the others wait in turn. Work within work waits for no turn: it would wait
   * for itself.
   */
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    if (this.underWay.getStore()) return this.inTransaction(work);
    return this.turns.take(() => this.underWay.run(true, () => this.inTransaction(work)));
  }

  private inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (tx) => {
      const result = await work(tx);
      for (const step of this.lastSteps) await step(tx);
      return result;
    });
  }
}
