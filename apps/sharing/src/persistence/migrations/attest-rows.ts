import { appRoleOf, grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { unwatchRows, watchRows } from './watch-rows';

/**
 * Notes in a setting of the transaction, which ends with it, which rows a statement wrote: table and key, one a line. There is no table of
 * notes that somebody could write into, and nothing to clean up.
 */
const NOTE = `
  CREATE FUNCTION note_changed_rows() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE noted text;
  BEGIN
    SELECT string_agg(TG_TABLE_NAME || ' ' || (SELECT string_agg(to_jsonb(c) ->> k, '/' ORDER BY n) FROM unnest(TG_ARGV) WITH ORDINALITY AS u (k, n)), E'\\n')
      INTO noted FROM changed c;
    IF noted IS NOT NULL THEN
      PERFORM set_config('mash.changed_rows', concat_ws(E'\\n', nullif(current_setting('mash.changed_rows', true), ''), noted), true);
    END IF;
    RETURN NULL;
  END $$;`;

const TABLES = `
  CREATE TABLE row_check (
    check_id uuid NOT NULL CONSTRAINT pk_row_check PRIMARY KEY,
    started_at timestamptz(3) NOT NULL, finished_at timestamptz(3) NOT NULL,
    state text NOT NULL CONSTRAINT ck_row_check_state CHECK (state IN ('whole', 'differs', 'unfinished')),
    rows_checked integer NOT NULL, asked_by text NOT NULL);
  CREATE INDEX ix_row_check_finished ON row_check (finished_at DESC);

  CREATE TABLE row_check_finding (
    finding_id uuid NOT NULL CONSTRAINT pk_row_check_finding PRIMARY KEY,
    check_id uuid NOT NULL CONSTRAINT fk_row_check_finding_check REFERENCES row_check,
    partnership_id uuid, table_name text NOT NULL, row_key text NOT NULL,
    kind text NOT NULL CONSTRAINT ck_row_check_finding_kind CHECK (kind IN ('edited', 'removed', 'added', 'attestation')));
  CREATE INDEX ix_row_check_finding_check ON row_check_finding (check_id);`;

const WATCHED: Readonly<Record<string, readonly string[]>> = {
  consent_statement: ['statement_id'],
  agreement: ['agreement_id', 'version'],
  sharing_decision: ['sharing_decision_id'],
  review: ['review_id'],
  release_call: ['release_id'],
  disclosure_detail: ['detail_id'],
  disclosure: ['disclosure_id'],
  legal_hold: ['hold_id'],
  erasure: ['erasure_id'],
};

/** Rows that answer for what was told, agreed and decided are attested as they are written; a check finds those that were not. */
export class AttestRows1795305600065 implements MigrationInterface {
  readonly name = 'AttestRows1795305600065';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(NOTE);
    for (const [table, key] of Object.entries(WATCHED)) await watchRows(queryRunner, table, key);
    await queryRunner.query(TABLES);
    for (const table of ['row_check', 'row_check_finding'])
      await grantToAppRole(queryRunner, table, ['SELECT', 'INSERT']);
    // The check compares in a table that its own session alone can see.
    const database = (await queryRunner.query('SELECT current_database() AS name')) as [{ name: string }];
    await queryRunner.query(`GRANT TEMPORARY ON DATABASE "${database[0].name}" TO "${await appRoleOf(queryRunner)}"`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of Object.keys(WATCHED)) await unwatchRows(queryRunner, table);
    await queryRunner.query('DROP FUNCTION note_changed_rows()');
    await queryRunner.query('DROP TABLE row_check_finding, row_check');
  }
}
