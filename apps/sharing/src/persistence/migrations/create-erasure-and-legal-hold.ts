import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  CREATE TABLE legal_hold (
    hold_id uuid NOT NULL CONSTRAINT pk_legal_hold PRIMARY KEY,
    partnership_id uuid NOT NULL, enquiry_id uuid NOT NULL CONSTRAINT fk_legal_hold_enquiry REFERENCES enquiry,
    reference text NOT NULL, kid text NOT NULL, envelope text NOT NULL,
    placed_by text NOT NULL, placed_at timestamptz(3) NOT NULL,
    lifted_by text, lifted_at timestamptz(3), lift_kid text, lift_envelope text,
    CONSTRAINT ck_legal_hold_lifted CHECK (num_nulls(lifted_by, lifted_at, lift_kid, lift_envelope) IN (0, 4)));
  CREATE INDEX ix_legal_hold_standing ON legal_hold (enquiry_id) WHERE lifted_at IS NULL;
  CREATE INDEX ix_legal_hold_partnership ON legal_hold (partnership_id, placed_at DESC);

  CREATE TABLE erasure (
    erasure_id uuid NOT NULL CONSTRAINT pk_erasure PRIMARY KEY,
    partnership_id uuid NOT NULL, enquiry_id uuid NOT NULL CONSTRAINT fk_erasure_enquiry REFERENCES enquiry,
    retention_rule text NOT NULL, kid text NOT NULL, envelope text NOT NULL,
    requested_by text NOT NULL, requested_at timestamptz(3) NOT NULL,
    state text NOT NULL CONSTRAINT ck_erasure_state CHECK (state IN ('requested', 'withdrawn', 'erased')),
    decided_by text, decided_at timestamptz(3), keys_destroyed integer,
    CONSTRAINT ck_erasure_decided CHECK ((state = 'requested') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)),
    CONSTRAINT ck_erasure_four_eyes CHECK (state <> 'erased' OR decided_by <> requested_by));
  CREATE UNIQUE INDEX uq_erasure_standing ON erasure (enquiry_id) WHERE state <> 'withdrawn';
  CREATE INDEX ix_erasure_partnership ON erasure (partnership_id, requested_at DESC);

  CREATE TABLE erasure_part (
    erasure_id uuid NOT NULL CONSTRAINT fk_erasure_part_erasure REFERENCES erasure,
    service text NOT NULL, done_at timestamptz(3) NOT NULL, affected_rows integer NOT NULL,
    CONSTRAINT pk_erasure_part PRIMARY KEY (erasure_id, service));`;

/** Whoever destroys a key, by whatever way, is stopped here while a hold stands: what is needed in court cannot be made again. */
const GUARD = `
  CREATE FUNCTION keep_keys_under_legal_hold() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.wrapped IS NULL AND EXISTS (SELECT 1 FROM legal_hold h WHERE h.enquiry_id = OLD.enquiry_id AND h.lifted_at IS NULL) THEN
      RAISE EXCEPTION 'key % is under a legal hold', OLD.kid USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_enquiry_key_legal_hold';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER tg_enquiry_key_legal_hold BEFORE UPDATE OF wrapped ON enquiry_key
    FOR EACH ROW WHEN (OLD.wrapped IS NOT NULL AND OLD.enquiry_id IS NOT NULL) EXECUTE FUNCTION keep_keys_under_legal_hold();`;

/** Erasure of an enquiry by two people, its parts in the services, and the holds that block it. */
export class CreateErasureAndLegalHold1795305600061 implements MigrationInterface {
  readonly name = 'CreateErasureAndLegalHold1795305600061';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    await queryRunner.query(GUARD);
    const lifted = { UPDATE: ['lifted_by', 'lifted_at', 'lift_kid', 'lift_envelope'] };
    await grantToAppRole(queryRunner, 'legal_hold', ['SELECT', 'INSERT', lifted]);
    const decided = { UPDATE: ['state', 'decided_by', 'decided_at', 'keys_destroyed'] };
    await grantToAppRole(queryRunner, 'erasure', ['SELECT', 'INSERT', decided]);
    await grantToAppRole(queryRunner, 'erasure_part', ['SELECT', 'INSERT']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TRIGGER tg_enquiry_key_legal_hold ON enquiry_key');
    await queryRunner.query('DROP FUNCTION keep_keys_under_legal_hold()');
    await queryRunner.query('DROP TABLE erasure_part, erasure, legal_hold');
  }
}
