import type { MigrationInterface, QueryRunner } from 'typeorm';

const ERASE = `
  CREATE OR REPLACE FUNCTION erase_enquiry(erased uuid, partnership uuid, erasure uuid, key_ids text[], at timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE
    gone integer := 0;
    touched integer;
  BEGIN
    PERFORM 1 FROM enquiry WHERE enquiry_id = erased AND partnership_id = partnership FOR UPDATE;
    UPDATE enquiry SET people = '[]', presenting_issues = '{}', flagged = false, next_due_at = NULL
     WHERE enquiry_id = erased AND partnership_id = partnership;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    INSERT INTO erased_enquiry (enquiry_id, partnership_id, erasure_id, erased_at) VALUES (erased, partnership, erasure, at) ON CONFLICT DO NOTHING;
    IF NOT FOUND OR touched = 0 THEN RETURN 0; END IF;
    UPDATE rating SET envelope = '' WHERE enquiry_id = erased;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    DELETE FROM notice WHERE enquiry_id = erased;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    UPDATE decision SET envelope = '' WHERE enquiry_id = erased;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    UPDATE dissent SET envelope = '' WHERE enquiry_id = erased;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    UPDATE strategy_step SET envelope = '' WHERE enquiry_id = erased AND envelope IS NOT NULL;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    UPDATE route SET worker_name = NULL, kid = NULL, envelope = NULL WHERE enquiry_id = erased;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    UPDATE broken_glass SET envelope = '' WHERE enquiry_id = erased;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    UPDATE access_change SET envelope = '' WHERE enquiry_id = erased;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    DELETE FROM conflict_of_interest WHERE enquiry_id = erased;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    RETURN gone;
  END $$;`;
const AS_BEFORE = `
  CREATE OR REPLACE FUNCTION erase_enquiry(erased uuid, partnership uuid, erasure uuid, key_ids text[], at timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE
    gone integer := 0;
    touched integer;
  BEGIN
    PERFORM 1 FROM enquiry WHERE enquiry_id = erased AND partnership_id = partnership FOR UPDATE;
    UPDATE enquiry SET people = '[]', presenting_issues = '{}', flagged = false, next_due_at = NULL
     WHERE enquiry_id = erased AND partnership_id = partnership;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    INSERT INTO erased_enquiry (enquiry_id, partnership_id, erasure_id, erased_at) VALUES (erased, partnership, erasure, at) ON CONFLICT DO NOTHING;
    IF NOT FOUND OR touched = 0 THEN RETURN 0; END IF;
    UPDATE rating SET envelope = '' WHERE enquiry_id = erased;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    DELETE FROM notice WHERE enquiry_id = erased;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    UPDATE decision SET envelope = '' WHERE enquiry_id = erased;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    UPDATE dissent SET envelope = '' WHERE enquiry_id = erased;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    UPDATE strategy_step SET envelope = '' WHERE enquiry_id = erased AND envelope IS NOT NULL;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    UPDATE route SET worker_name = NULL, kid = NULL, envelope = NULL WHERE enquiry_id = erased;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    DELETE FROM conflict_of_interest WHERE enquiry_id = erased;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    RETURN gone;
  END $$;`;

/** Erasing an enquiry empties why its glass was broken and why access to it changed. Who may call the function stays as it was. */
export class EraseWhyAccessChanged1795305600131 implements MigrationInterface {
  readonly name = 'EraseWhyAccessChanged1795305600131';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(ERASE);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(AS_BEFORE);
  }
}
