import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  CREATE TABLE checked_answer (
    answer_id uuid NOT NULL CONSTRAINT pk_checked_answer PRIMARY KEY,
    partnership_id uuid NOT NULL, enquiry_id uuid NOT NULL, request_id uuid NOT NULL, agency_id text NOT NULL,
    accepted boolean NOT NULL, reason_code text, checked_at timestamptz(3) NOT NULL,
    CONSTRAINT ck_checked_answer_reason CHECK (accepted = (reason_code IS NULL)));
  CREATE INDEX ix_checked_answer_enquiry ON checked_answer (enquiry_id) WHERE accepted;

  CREATE TABLE release_call (
    release_id uuid NOT NULL CONSTRAINT pk_release_call PRIMARY KEY,
    partnership_id uuid NOT NULL, enquiry_id uuid NOT NULL, account_id text NOT NULL, agency_id text NOT NULL,
    mode text NOT NULL, at timestamptz(3) NOT NULL);

  CREATE TABLE disclosure_detail (
    detail_id uuid NOT NULL CONSTRAINT pk_disclosure_detail PRIMARY KEY,
    release_id uuid NOT NULL CONSTRAINT fk_disclosure_detail_release REFERENCES release_call,
    kid text NOT NULL, envelope text NOT NULL);

  CREATE TABLE disclosure (
    disclosure_id uuid NOT NULL CONSTRAINT pk_disclosure PRIMARY KEY,
    release_id uuid NOT NULL CONSTRAINT fk_disclosure_release REFERENCES release_call,
    detail_id uuid NOT NULL CONSTRAINT fk_disclosure_detail REFERENCES disclosure_detail,
    partnership_id uuid NOT NULL, enquiry_id uuid NOT NULL, person_id uuid, from_agency_id text NOT NULL,
    recipient_id text NOT NULL, recipient_agency_id text NOT NULL, audience text NOT NULL,
    mode text NOT NULL, purpose text NOT NULL,
    outcome text NOT NULL CONSTRAINT ck_disclosure_outcome CHECK (outcome IN ('PERMIT', 'DENY', 'REVIEW')),
    visibility text NOT NULL CONSTRAINT ck_disclosure_visibility CHECK (visibility IN ('shown', 'withheld', 'absent')),
    rule text NOT NULL, rule_set_version text NOT NULL, agreement_ref text, sharing_decision_id uuid,
    at timestamptz(3) NOT NULL);
  CREATE INDEX ix_disclosure_enquiry ON disclosure (enquiry_id, at DESC);
  CREATE INDEX ix_disclosure_person ON disclosure (partnership_id, person_id, at DESC);
  CREATE INDEX ix_disclosure_recipient ON disclosure (recipient_id, at);

  CREATE TABLE volume_alarm (
    alarm_id uuid NOT NULL CONSTRAINT pk_volume_alarm PRIMARY KEY,
    partnership_id uuid NOT NULL, account_id text NOT NULL, people integer NOT NULL, at timestamptz(3) NOT NULL);
  CREATE INDEX ix_volume_alarm_account ON volume_alarm (account_id, at);

  CREATE TABLE outward_product (
    product_id uuid NOT NULL CONSTRAINT pk_outward_product PRIMARY KEY,
    partnership_id uuid NOT NULL, enquiry_id uuid NOT NULL, kind text NOT NULL, audience text NOT NULL, to_agency_id text NOT NULL,
    purpose text NOT NULL, person_ids uuid[] NOT NULL, rule text NOT NULL, rule_set_version text NOT NULL,
    kid text NOT NULL, envelope text NOT NULL, made_by text NOT NULL, made_at timestamptz(3) NOT NULL,
    CONSTRAINT ck_outward_product_kind CHECK (kind IN ('handover', 'letter')));
  CREATE INDEX ix_outward_product_enquiry ON outward_product (enquiry_id);`;

const NAMES = ['checked_answer', 'release_call', 'disclosure_detail', 'disclosure', 'volume_alarm', 'outward_product'];

/** The disclosure ledger, the calls that made it, the answers that were checked, and what went out. All of it is added to and never changed. */
export class CreateLedger1795219200004 implements MigrationInterface {
  readonly name = 'CreateLedger1795219200004';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    for (const table of NAMES) await grantToAppRole(queryRunner, table, ['SELECT', 'INSERT']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE ${[...NAMES].reverse().join(', ')}`);
  }
}
