import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reads the columns of the key and nothing else of a row: what is noted is `key::text`, as `keySql` of `rows/row-form.ts` has it. The ledger
 * writes two hundred lines in a statement, and a sealed part beside them that is large.
 */
const NOTE_KEYS_ALONE = `
  CREATE OR REPLACE FUNCTION note_changed_rows() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    key text := (SELECT string_agg(format('%I::text', k), ', ' ORDER BY n) FROM unnest(TG_ARGV) WITH ORDINALITY AS u (k, n));
    noted text;
  BEGIN
    EXECUTE format('SELECT string_agg(%L || concat_ws(''/'', %s), E''\\n'') FROM changed', TG_TABLE_NAME || ' ', key) INTO noted;
    IF noted IS NOT NULL THEN
      PERFORM set_config('mash.changed_rows', concat_ws(E'\\n', nullif(current_setting('mash.changed_rows', true), ''), noted), true);
    END IF;
    RETURN NULL;
  END $$;`;

const NOTE_FROM_WHOLE_ROWS = `
  CREATE OR REPLACE FUNCTION note_changed_rows() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE noted text;
  BEGIN
    SELECT string_agg(TG_TABLE_NAME || ' ' || (SELECT string_agg(to_jsonb(c) ->> k, '/' ORDER BY n) FROM unnest(TG_ARGV) WITH ORDINALITY AS u (k, n)), E'\\n')
      INTO noted FROM changed c;
    IF noted IS NOT NULL THEN
      PERFORM set_config('mash.changed_rows', concat_ws(E'\\n', nullif(current_setting('mash.changed_rows', true), ''), noted), true);
    END IF;
    RETURN NULL;
  END $$;`;

/** The note of which rows a transaction wrote is taken without turning each of them into JSON first. */
export class NoteKeysAlone1795305600150 implements MigrationInterface {
  readonly name = 'NoteKeysAlone1795305600150';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(NOTE_KEYS_ALONE);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(NOTE_FROM_WHOLE_ROWS);
  }
}
