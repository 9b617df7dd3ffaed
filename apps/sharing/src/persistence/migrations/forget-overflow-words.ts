import { grantExecuteToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The app role can change no statement. It may call this: of one enquiry the words go that were sealed to an overflow key, which lives on for
 * others. The statement stays, and who made it: that somebody consented is part of the record, what they were told is content.
 */
const FORGET = `
  CREATE FUNCTION forget_overflow_words(erased uuid) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE gone integer;
  BEGIN
    UPDATE consent_statement SET words_kid = NULL, words_envelope = NULL
      WHERE enquiry_id = erased AND words_kid IN (SELECT kid FROM enquiry_key WHERE use = 'overflow');
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
  END $$;`;

/** A hold keeps the row as well as what is in it, and a key that is replaced by another is destroyed no less. */
const GUARD_AGAINST_DELETION = `
  CREATE OR REPLACE FUNCTION keep_keys_under_legal_hold() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF (TG_OP = 'DELETE' OR NEW.wrapped IS NULL)
      AND EXISTS (SELECT 1 FROM legal_hold h WHERE h.enquiry_id = OLD.enquiry_id AND h.lifted_at IS NULL) THEN
      RAISE EXCEPTION 'key % is under a legal hold', OLD.kid USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_enquiry_key_legal_hold';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $$;
  CREATE TRIGGER tg_enquiry_key_legal_hold_delete BEFORE DELETE ON enquiry_key
    FOR EACH ROW WHEN (OLD.wrapped IS NOT NULL AND OLD.enquiry_id IS NOT NULL) EXECUTE FUNCTION keep_keys_under_legal_hold();`;

const GUARD_OF_BEFORE = `
  DROP TRIGGER tg_enquiry_key_legal_hold_delete ON enquiry_key;
  CREATE OR REPLACE FUNCTION keep_keys_under_legal_hold() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.wrapped IS NULL AND EXISTS (SELECT 1 FROM legal_hold h WHERE h.enquiry_id = OLD.enquiry_id AND h.lifted_at IS NULL) THEN
      RAISE EXCEPTION 'key % is under a legal hold', OLD.kid USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_enquiry_key_legal_hold';
    END IF;
    RETURN NEW;
  END $$;`;

/** An erasure also takes consent words that lie sealed to the shared overflow key; a legal hold also keeps the rows of keys. */
export class ForgetOverflowWords1795305600480 implements MigrationInterface {
  readonly name = 'ForgetOverflowWords1795305600480';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(FORGET);
    await grantExecuteToAppRole(queryRunner, 'forget_overflow_words(uuid)');
    await queryRunner.query(GUARD_AGAINST_DELETION);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(GUARD_OF_BEFORE);
    await queryRunner.query('DROP FUNCTION forget_overflow_words(uuid)');
  }
}
