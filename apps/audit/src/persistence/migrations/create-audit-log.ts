import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  CREATE TABLE audit_entry (
    partnership_id uuid NOT NULL,
    seq bigint NOT NULL CONSTRAINT ck_audit_entry_seq CHECK (seq > 0),
    kind text NOT NULL CONSTRAINT ck_audit_entry_kind CHECK (kind IN ('entry', 'opaque')),
    identity text NOT NULL,
    content text NOT NULL,
    sequenced_at timestamptz(3) NOT NULL,
    prev text NOT NULL CONSTRAINT ck_audit_entry_prev CHECK (prev ~ '^[0-9a-f]{64}$'),
    hash text NOT NULL CONSTRAINT ck_audit_entry_hash CHECK (hash ~ '^[0-9a-f]{64}$'),
    at timestamptz(3), service text, actor_id text, actor_kind text, agency_id text, action text, outcome text,
    subject_type text, subject_id text, enquiry_id uuid, person_ids uuid[],
    CONSTRAINT pk_audit_entry PRIMARY KEY (partnership_id, seq),
    CONSTRAINT uq_audit_entry_identity UNIQUE (partnership_id, identity),
    CONSTRAINT uq_audit_entry_prev UNIQUE (partnership_id, prev),
    CONSTRAINT ck_audit_entry_search CHECK ((kind = 'opaque') = (at IS NULL)));
  CREATE INDEX ix_audit_entry_at ON audit_entry (partnership_id, at);
  CREATE INDEX ix_audit_entry_enquiry ON audit_entry (partnership_id, enquiry_id, at) WHERE enquiry_id IS NOT NULL;
  CREATE INDEX ix_audit_entry_persons ON audit_entry USING gin (person_ids);

  CREATE TABLE audit_checkpoint (
    partnership_id uuid NOT NULL, seq bigint NOT NULL,
    statement text NOT NULL,
    signed_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_audit_checkpoint PRIMARY KEY (partnership_id, seq));`;

/** The log and its signed heads. The service may read and add; nobody but the owner could change a row, and that shows. */
export class CreateAuditLog1795219200000 implements MigrationInterface {
  readonly name = 'CreateAuditLog1795219200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    await grantToAppRole(queryRunner, 'audit_entry', ['SELECT', 'INSERT']);
    await grantToAppRole(queryRunner, 'audit_checkpoint', ['SELECT', 'INSERT']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE audit_checkpoint, audit_entry');
  }
}
