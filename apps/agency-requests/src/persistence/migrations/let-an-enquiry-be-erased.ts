import { grantExecuteToAppRole, grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = `
  CREATE TABLE erased_enquiry (
    enquiry_id uuid NOT NULL CONSTRAINT pk_erased_enquiry PRIMARY KEY,
    partnership_id uuid NOT NULL, erasure_id uuid NOT NULL, erased_at timestamptz(3) NOT NULL);`;

/**
 * Envelopes are written once and the app role cannot take them away. It may call this: what was asked and answered goes, with drafts and the
 * household; which agency was asked for which category, and when it answered, stays.
 */
const ERASE = `
  CREATE FUNCTION erase_enquiry(erased uuid, partnership uuid, erasure uuid, key_ids text[], at timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE
    gone integer := 0;
    touched integer;
    requests uuid[];
  BEGIN
    INSERT INTO erased_enquiry (enquiry_id, partnership_id, erasure_id, erased_at) VALUES (erased, partnership, erasure, at) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN RETURN 0; END IF;
    PERFORM 1 FROM enquiry WHERE enquiry_id = erased FOR UPDATE;
    PERFORM 1 FROM request WHERE enquiry_id = erased ORDER BY request_id FOR UPDATE;
    SELECT coalesce(array_agg(request_id), '{}') INTO requests FROM request WHERE enquiry_id = erased AND partnership_id = partnership;
    DELETE FROM answer_envelope e USING answer a WHERE a.answer_id = e.answer_id AND a.request_id = ANY(requests);
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    DELETE FROM request_envelope WHERE request_id = ANY(requests);
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    UPDATE request SET text_hash = '' WHERE request_id = ANY(requests);
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    DELETE FROM draft WHERE partnership_id = partnership AND (about = erased OR about = ANY(requests) OR key_id = ANY(key_ids));
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    DELETE FROM roster_person WHERE enquiry_id = erased;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    RETURN gone;
  END $$;`;
const SIGNATURE = 'erase_enquiry(uuid, uuid, uuid, text[], timestamptz)';

/** An answer or a question that was under way when the enquiry was erased leaves no envelope behind, whoever was quicker. */
const STAYS = `
  CREATE FUNCTION refuse_envelope_of_erased() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM request r JOIN erased_enquiry x USING (enquiry_id)
                WHERE r.request_id = CASE TG_TABLE_NAME WHEN 'request_envelope' THEN (to_jsonb(NEW) ->> 'request_id')::uuid
                  ELSE (SELECT a.request_id FROM answer a WHERE a.answer_id = (to_jsonb(NEW) ->> 'answer_id')::uuid) END)
    THEN RETURN NULL; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER tg_answer_envelope_erased BEFORE INSERT ON answer_envelope FOR EACH ROW EXECUTE FUNCTION refuse_envelope_of_erased();
  CREATE TRIGGER tg_request_envelope_erased BEFORE INSERT ON request_envelope FOR EACH ROW EXECUTE FUNCTION refuse_envelope_of_erased();`;

/** Which enquiries were erased, the one way in which that is done, and that it lasts. */
export class LetAnEnquiryBeErased1795305600064 implements MigrationInterface {
  readonly name = 'LetAnEnquiryBeErased1795305600064';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLE);
    await queryRunner.query(ERASE);
    await queryRunner.query(STAYS);
    await grantToAppRole(queryRunner, 'erased_enquiry', ['SELECT']);
    await grantExecuteToAppRole(queryRunner, SIGNATURE);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TRIGGER tg_answer_envelope_erased ON answer_envelope');
    await queryRunner.query('DROP TRIGGER tg_request_envelope_erased ON request_envelope');
    await queryRunner.query('DROP FUNCTION refuse_envelope_of_erased()');
    await queryRunner.query(`DROP FUNCTION ${SIGNATURE}`);
    await queryRunner.query('DROP TABLE erased_enquiry');
  }
}
