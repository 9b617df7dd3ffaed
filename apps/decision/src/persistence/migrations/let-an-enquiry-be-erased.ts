import { grantExecuteToAppRole, grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = `
  CREATE TABLE erased_enquiry (
    enquiry_id uuid NOT NULL CONSTRAINT pk_erased_enquiry PRIMARY KEY,
    partnership_id uuid NOT NULL, erasure_id uuid NOT NULL, erased_at timestamptz(3) NOT NULL);`;

/**
 * What was judged is added and never changed, and the app role has no grant to. It may call this: envelopes, names of workers and whom the
 * enquiry was about go; ids, colours, outcomes and times stay, for the counts.
 */
const ERASE = `
  CREATE FUNCTION erase_enquiry(erased uuid, partnership uuid, erasure uuid, key_ids text[], at timestamptz) RETURNS integer
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
    UPDATE route SET worker_name = NULL, kid = NULL, envelope = NULL WHERE enquiry_id = erased;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    DELETE FROM conflict_of_interest WHERE enquiry_id = erased;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    RETURN gone;
  END $$;`;
const SIGNATURE = 'erase_enquiry(uuid, uuid, uuid, text[], timestamptz)';

/** An event that was under way (a household that changed, an answer) writes nothing back into what was erased. */
const STAYS = `
  CREATE FUNCTION keep_erased() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM erased_enquiry x WHERE x.enquiry_id = OLD.enquiry_id) THEN RETURN NULL; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER tg_enquiry_keep_erased BEFORE UPDATE ON enquiry FOR EACH ROW EXECUTE FUNCTION keep_erased();`;

/** Which enquiries were erased, the one way in which that is done, and that it lasts. */
export class LetAnEnquiryBeErased1795305600063 implements MigrationInterface {
  readonly name = 'LetAnEnquiryBeErased1795305600063';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLE);
    await queryRunner.query(ERASE);
    await queryRunner.query(STAYS);
    await grantToAppRole(queryRunner, 'erased_enquiry', ['SELECT']);
    await grantExecuteToAppRole(queryRunner, SIGNATURE);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TRIGGER tg_enquiry_keep_erased ON enquiry');
    await queryRunner.query('DROP FUNCTION keep_erased()');
    await queryRunner.query(`DROP FUNCTION ${SIGNATURE}`);
    await queryRunner.query('DROP TABLE erased_enquiry');
  }
}
