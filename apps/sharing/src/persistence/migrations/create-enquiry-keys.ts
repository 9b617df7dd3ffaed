import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  CREATE TABLE enquiry_key (
    kid text NOT NULL CONSTRAINT pk_enquiry_key PRIMARY KEY,
    partnership_id uuid NOT NULL,
    use text NOT NULL CONSTRAINT ck_enquiry_key_use CHECK (use IN ('enquiry', 'case', 'overflow')),
    public_jwk jsonb NOT NULL,
    wrapped text,
    enquiry_id uuid,
    leased_at timestamptz(3) NOT NULL, expires_at timestamptz(3) NOT NULL,
    bound_at timestamptz(3), destroyed_at timestamptz(3),
    CONSTRAINT ck_enquiry_key_bound CHECK ((enquiry_id IS NULL) = (bound_at IS NULL)),
    CONSTRAINT ck_enquiry_key_overflow CHECK (use <> 'overflow' OR enquiry_id IS NULL),
    CONSTRAINT ck_enquiry_key_destroyed CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL)));
  CREATE INDEX ix_enquiry_key_enquiry ON enquiry_key (enquiry_id) WHERE enquiry_id IS NOT NULL;
  CREATE INDEX ix_enquiry_key_overflow ON enquiry_key (partnership_id, expires_at) WHERE use = 'overflow';

  CREATE TABLE overflow_binding (
    kid text NOT NULL CONSTRAINT fk_overflow_binding_key REFERENCES enquiry_key,
    enquiry_id uuid NOT NULL, contact_id uuid NOT NULL, bound_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_overflow_binding PRIMARY KEY (kid, contact_id));
  CREATE INDEX ix_overflow_binding_enquiry ON overflow_binding (enquiry_id);

  CREATE TABLE enquiry (
    enquiry_id uuid NOT NULL CONSTRAINT pk_enquiry PRIMARY KEY,
    partnership_id uuid NOT NULL, contact_id uuid NOT NULL, enquiry_reference text NOT NULL,
    referrer_kind text NOT NULL, referrer_agency_id text, recorded_at timestamptz(3) NOT NULL);`;

/** Enquiry keys (private halves wrapped), what they are bound to, and the enquiries this service has heard of. */
export class CreateEnquiryKeys1795219200002 implements MigrationInterface {
  readonly name = 'CreateEnquiryKeys1795219200002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    await grantToAppRole(queryRunner, 'enquiry_key', [
      'SELECT',
      'INSERT',
      { UPDATE: ['wrapped', 'enquiry_id', 'bound_at', 'destroyed_at'] },
    ]);
    await grantToAppRole(queryRunner, 'overflow_binding', ['SELECT', 'INSERT']);
    await grantToAppRole(queryRunner, 'enquiry', ['SELECT', 'INSERT']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE enquiry, overflow_binding, enquiry_key');
  }
}
