import type { MigrationInterface, QueryRunner } from 'typeorm';

const REFUSE = `RAISE EXCEPTION 'key % is under a legal hold', OLD.kid USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_enquiry_key_legal_hold';`;
const RETURN = `RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;`;
const FUNCTION = 'CREATE OR REPLACE FUNCTION keep_keys_under_legal_hold() RETURNS trigger LANGUAGE plpgsql AS';

/** Taken off its enquiry a key is destroyed no less: it unwraps for that enquiry alone, and the next statement empties what is held no more. */
const GUARD = `
  ${FUNCTION} $$
  BEGIN
    IF (TG_OP = 'DELETE' OR NEW.wrapped IS NULL OR (OLD.enquiry_id IS NOT NULL AND NEW.enquiry_id IS DISTINCT FROM OLD.enquiry_id))
      AND EXISTS (SELECT 1 FROM legal_hold h WHERE h.lifted_at IS NULL AND (h.enquiry_id = OLD.enquiry_id
        OR h.enquiry_id IN (SELECT b.enquiry_id FROM overflow_binding b WHERE b.kid = OLD.kid))) THEN
      ${REFUSE}
    END IF;
    ${RETURN}
  END $$;
  DROP TRIGGER tg_enquiry_key_legal_hold ON enquiry_key;
  DROP TRIGGER tg_enquiry_key_legal_hold_delete ON enquiry_key;
  CREATE TRIGGER tg_enquiry_key_legal_hold BEFORE UPDATE OF wrapped, enquiry_id ON enquiry_key
    FOR EACH ROW WHEN (OLD.wrapped IS NOT NULL) EXECUTE FUNCTION keep_keys_under_legal_hold();
  CREATE TRIGGER tg_enquiry_key_legal_hold_delete BEFORE DELETE ON enquiry_key
    FOR EACH ROW WHEN (OLD.wrapped IS NOT NULL) EXECUTE FUNCTION keep_keys_under_legal_hold();`;

const GUARD_OF_BEFORE = `
  DROP TRIGGER tg_enquiry_key_legal_hold ON enquiry_key;
  DROP TRIGGER tg_enquiry_key_legal_hold_delete ON enquiry_key;
  ${FUNCTION} $$
  BEGIN
    IF (TG_OP = 'DELETE' OR NEW.wrapped IS NULL)
      AND EXISTS (SELECT 1 FROM legal_hold h WHERE h.enquiry_id = OLD.enquiry_id AND h.lifted_at IS NULL) THEN
      ${REFUSE}
    END IF;
    ${RETURN}
  END $$;
  CREATE TRIGGER tg_enquiry_key_legal_hold BEFORE UPDATE OF wrapped ON enquiry_key
    FOR EACH ROW WHEN (OLD.wrapped IS NOT NULL AND OLD.enquiry_id IS NOT NULL) EXECUTE FUNCTION keep_keys_under_legal_hold();
  CREATE TRIGGER tg_enquiry_key_legal_hold_delete BEFORE DELETE ON enquiry_key
    FOR EACH ROW WHEN (OLD.wrapped IS NOT NULL AND OLD.enquiry_id IS NOT NULL) EXECUTE FUNCTION keep_keys_under_legal_hold();`;

/** A legal hold keeps a key on its enquiry too, and the shared overflow key for as long as any enquiry that it was used for is held. */
export class GuardEveryKeyUnderHold1795305600971 implements MigrationInterface {
  readonly name = 'GuardEveryKeyUnderHold1795305600971';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(GUARD);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(GUARD_OF_BEFORE);
  }
}
