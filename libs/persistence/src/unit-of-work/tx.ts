import type { EntityManager } from 'typeorm';

/** One open PostgreSQL transaction. It is handed on by hand, so that a reader sees what commits together. */
export type Tx = EntityManager;
