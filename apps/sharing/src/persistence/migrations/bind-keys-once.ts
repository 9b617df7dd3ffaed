import type { MigrationInterface, QueryRunner } from 'typeorm';

const GUARD = `
  CREATE FUNCTION keep_keys_on_their_enquiry() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'key % is bound to its enquiry', OLD.kid USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_enquiry_key_stays';
  END $$;
  CREATE TRIGGER tg_enquiry_key_stays BEFORE UPDATE OF enquiry_id ON enquiry_key
    FOR EACH ROW WHEN (OLD.enquiry_id IS NOT NULL AND NEW.enquiry_id IS DISTINCT FROM OLD.enquiry_id)
    EXECUTE FUNCTION keep_keys_on_their_enquiry();
  CREATE TRIGGER tg_enquiry_key_stays_delete BEFORE DELETE ON enquiry_key
    FOR EACH ROW WHEN (OLD.enquiry_id IS NOT NULL) EXECUTE FUNCTION keep_keys_on_their_enquiry();`;

/**
 * A key that was bound to an enquiry stays its key. Taken off it in the statement that empties it, it would be among those that nothing was ever sealed
 * to, which the nightly check does not name; nor does it name one of which the row is gone.
 */
export class BindKeysOnce1795305601607 implements MigrationInterface {
  readonly name = 'BindKeysOnce1795305601607';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(GUARD);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP TRIGGER tg_enquiry_key_stays ON enquiry_key; DROP TRIGGER tg_enquiry_key_stays_delete ON enquiry_key; DROP FUNCTION keep_keys_on_their_enquiry()',
    );
  }
}
