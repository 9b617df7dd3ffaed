import type { MigrationInterface, QueryRunner } from 'typeorm';

const FUNCTION = 'CREATE OR REPLACE FUNCTION forget_overflow_words(erased uuid) RETURNS integer';
const DEFINED = 'LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp';
const FORGET = `
    UPDATE consent_statement SET words_kid = NULL, words_envelope = NULL
      WHERE enquiry_id = erased AND words_kid IN (SELECT kid FROM enquiry_key WHERE use = 'overflow');
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;`;

/** It takes nothing that nobody has asked to have erased, nor anything under a hold: what is needed in court cannot be made again. */
const GUARDED = `
  ${FUNCTION} ${DEFINED} AS $$
  DECLARE gone integer;
  BEGIN
    IF EXISTS (SELECT 1 FROM legal_hold h WHERE h.enquiry_id = erased AND h.lifted_at IS NULL) THEN
      RAISE EXCEPTION 'words of consent in % are under a legal hold', erased USING ERRCODE = 'check_violation';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM erasure e WHERE e.enquiry_id = erased AND e.state <> 'withdrawn') THEN
      RAISE EXCEPTION 'no erasure waits of %', erased USING ERRCODE = 'check_violation';
    END IF;${FORGET}
  END $$;`;
const UNGUARDED = `
  ${FUNCTION} ${DEFINED} AS $$
  DECLARE gone integer;
  BEGIN${FORGET}
  END $$;`;

/** Whoever calls it, by whatever way, is stopped while a hold stands, as whoever destroys a key is. */
export class GuardOverflowWords1795305600530 implements MigrationInterface {
  readonly name = 'GuardOverflowWords1795305600530';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(GUARDED);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UNGUARDED);
  }
}
