import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Tx } from './tx';

/** Runs a piece of work in one PostgreSQL transaction (read committed): all of it happens, or none of it. */
@Injectable()
export class UnitOfWork {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Commits when `work` resolves and rolls back when it throws; the error goes on to the caller unchanged.
   * Nothing is tried again here: a form is tried again by its person, a reaction by the consumer that carries it.
   */
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work);
  }
}
