import type { QueryRunner } from 'typeorm';

/**
 * Inside a migration: from now on a transaction that adds or changes rows of this table knows which they were when it commits, so that the
 * application can attest them (`rows/`). Whoever writes behind the application sets the same note off, in a transaction of their own that
 * attests nothing. A table that is watched needs its line in `rows/watched-tables.ts`, too: a test compares them.
 * @param key columns of the primary key, in order
 */
export async function watchRows(queryRunner: QueryRunner, table: string, key: readonly string[]): Promise<void> {
  const named = key.map((column) => `'${column}'`).join(', ');
  for (const event of ['insert', 'update'])
    await queryRunner.query(
      `CREATE TRIGGER tg_${table}_note_${event} AFTER ${event.toUpperCase()} ON ${table} REFERENCING NEW TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION note_changed_rows(${named})`,
    );
}

/** The reverse, for a migration that is undone. */
export async function unwatchRows(queryRunner: QueryRunner, table: string): Promise<void> {
  for (const event of ['insert', 'update'])
    await queryRunner.query(`DROP TRIGGER tg_${table}_note_${event} ON ${table}`);
}
