import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Versions put in force before parties approved them: nobody's words are invented, the page says that they are missing. */
const NOT_WRITTEN = '{"why": "Not written down yet.", "retention": "Not written down yet."}';

const AGREEMENT = `
  ALTER TABLE agreement DROP CONSTRAINT ck_agreement_state;
  UPDATE agreement SET state = 'superseded' WHERE state IN ('draft', 'approved');
  ALTER TABLE agreement ADD CONSTRAINT ck_agreement_state
    CHECK (state IN ('proposed', 'approved', 'in_force', 'superseded', 'stopped'));
  ALTER TABLE agreement RENAME COLUMN published_by TO proposed_by;
  ALTER TABLE agreement RENAME COLUMN published_at TO proposed_at;
  ALTER TABLE agreement
    ADD COLUMN parties jsonb NOT NULL DEFAULT '[]', ADD COLUMN bases jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN dpia text, ADD COLUMN words jsonb NOT NULL DEFAULT '${NOT_WRITTEN}';
  ALTER TABLE agreement ALTER COLUMN parties DROP DEFAULT, ALTER COLUMN bases DROP DEFAULT, ALTER COLUMN words DROP DEFAULT;
  CREATE UNIQUE INDEX ux_agreement_in_force ON agreement (partnership_id, agreement_id) WHERE state = 'in_force';`;

const TABLES = `
  CREATE TABLE agreement_draft (
    partnership_id uuid NOT NULL, agreement_id uuid NOT NULL, version integer NOT NULL, content jsonb NOT NULL,
    drafted_by text NOT NULL, drafted_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_agreement_draft PRIMARY KEY (partnership_id, agreement_id));

  CREATE TABLE agreement_step (
    step_id uuid NOT NULL CONSTRAINT pk_agreement_step PRIMARY KEY,
    partnership_id uuid NOT NULL, agreement_id uuid NOT NULL, version integer NOT NULL,
    step text NOT NULL CONSTRAINT ck_agreement_step_step
      CHECK (step IN ('drafted', 'discarded', 'proposed', 'approved', 'put_in_force', 'superseded', 'stopped')),
    agency_id text, by_account text NOT NULL, by_name text, by_job_title text, at timestamptz(3) NOT NULL,
    CONSTRAINT ck_agreement_step_party CHECK ((step = 'approved') = (agency_id IS NOT NULL)));
  CREATE INDEX ix_agreement_step_agreement ON agreement_step (partnership_id, agreement_id, at);
  CREATE UNIQUE INDEX ux_agreement_step_approved ON agreement_step (partnership_id, agreement_id, version, agency_id)
    WHERE step = 'approved';

  CREATE TABLE signatory (
    partnership_id uuid NOT NULL, agency_id text NOT NULL, account_id uuid NOT NULL,
    name text NOT NULL, job_title text NOT NULL, approves boolean NOT NULL, ended_on date, updated_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_signatory PRIMARY KEY (partnership_id, agency_id, account_id),
    CONSTRAINT fk_signatory_agency FOREIGN KEY (partnership_id, agency_id) REFERENCES agency (partnership_id, agency_id));

  CREATE TABLE partnership (
    partnership_id uuid NOT NULL CONSTRAINT pk_partnership PRIMARY KEY,
    slug text NOT NULL CONSTRAINT ux_partnership_slug UNIQUE,
    name text NOT NULL, contact jsonb NOT NULL, updated_at timestamptz(3) NOT NULL);`;

/** What is known of the life of versions that are there already. */
const STEPS = `
  INSERT INTO agreement_step (step_id, partnership_id, agreement_id, version, step, by_account, at)
    SELECT gen_random_uuid(), partnership_id, agreement_id, version, 'put_in_force', proposed_by, proposed_at FROM agreement;
  INSERT INTO agreement_step (step_id, partnership_id, agreement_id, version, step, by_account, at)
    SELECT gen_random_uuid(), partnership_id, agreement_id, version, 'stopped', coalesce(stopped_by, 'unknown'), stopped_at
      FROM agreement WHERE stopped_at IS NOT NULL;`;

const BACK = `
  DROP TABLE partnership, signatory, agreement_step, agreement_draft;
  DROP INDEX ux_agreement_in_force;
  ALTER TABLE agreement DROP COLUMN parties, DROP COLUMN bases, DROP COLUMN dpia, DROP COLUMN words;
  ALTER TABLE agreement RENAME COLUMN proposed_by TO published_by;
  ALTER TABLE agreement RENAME COLUMN proposed_at TO published_at;
  ALTER TABLE agreement DROP CONSTRAINT ck_agreement_state;
  UPDATE agreement SET state = 'draft' WHERE state = 'proposed';
  ALTER TABLE agreement ADD CONSTRAINT ck_agreement_state
    CHECK (state IN ('draft', 'approved', 'in_force', 'superseded', 'stopped'));`;

/**
 * Drafts lie apart and may be rewritten; a version that left its draft lies in `agreement`, of which the service may change nothing but
 * where it stands. Approvals and every other step are added and never changed.
 */
export class LetEveryPartyApproveAgreements1795305600010 implements MigrationInterface {
  readonly name = 'LetEveryPartyApproveAgreements1795305600010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(AGREEMENT);
    await queryRunner.query(TABLES);
    await queryRunner.query(STEPS);
    await grantToAppRole(queryRunner, 'agreement_draft', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
    await grantToAppRole(queryRunner, 'agreement_step', ['SELECT', 'INSERT']);
    await grantToAppRole(queryRunner, 'signatory', ['SELECT', 'INSERT', 'UPDATE']);
    await grantToAppRole(queryRunner, 'partnership', ['SELECT', 'INSERT', 'UPDATE']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(BACK);
  }
}
