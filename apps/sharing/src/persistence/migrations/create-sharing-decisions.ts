import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  CREATE TABLE agency (
    partnership_id uuid NOT NULL, agency_id text NOT NULL, name text NOT NULL, kind text NOT NULL,
    bound boolean NOT NULL, reveals text NOT NULL DEFAULT 'none', s47_list boolean NOT NULL DEFAULT false,
    answers_for text[] NOT NULL DEFAULT '{}', updated_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_agency PRIMARY KEY (partnership_id, agency_id));

  CREATE TABLE agreement (
    agreement_id uuid NOT NULL, version integer NOT NULL, partnership_id uuid NOT NULL,
    slug text NOT NULL, title text NOT NULL, tier text NOT NULL, owner text NOT NULL,
    state text NOT NULL CONSTRAINT ck_agreement_state CHECK (state IN ('draft', 'approved', 'in_force', 'superseded', 'stopped')),
    in_force_from date NOT NULL, in_force_to date, review_due date NOT NULL,
    lines jsonb NOT NULL, published_by text NOT NULL, published_at timestamptz(3) NOT NULL,
    stopped_at timestamptz(3), stopped_by text,
    CONSTRAINT pk_agreement PRIMARY KEY (agreement_id, version));
  CREATE INDEX ix_agreement_partnership ON agreement (partnership_id);

  CREATE TABLE consent_statement (
    statement_id uuid NOT NULL CONSTRAINT pk_consent_statement PRIMARY KEY,
    partnership_id uuid NOT NULL, enquiry_id uuid NOT NULL, person_id uuid NOT NULL,
    kind text NOT NULL, state text NOT NULL, ground text, given_by text NOT NULL, given_by_id uuid,
    bodies text[] NOT NULL DEFAULT '{}', stated_at timestamptz(3) NOT NULL, recorded_by text NOT NULL, recorded_at timestamptz(3) NOT NULL);
  CREATE INDEX ix_consent_statement_enquiry ON consent_statement (enquiry_id, person_id);

  CREATE TABLE sharing_decision (
    sharing_decision_id uuid NOT NULL CONSTRAINT pk_sharing_decision PRIMARY KEY,
    partnership_id uuid NOT NULL, enquiry_id uuid NOT NULL,
    about_kind text NOT NULL, about_id uuid NOT NULL, mode text NOT NULL,
    from_agency_id text NOT NULL, to_agency_id text, audience text NOT NULL, person_id uuid, category text, purpose text NOT NULL,
    outcome text NOT NULL CONSTRAINT ck_sharing_decision_outcome CHECK (outcome IN ('PERMIT', 'DENY', 'REVIEW')),
    visibility text NOT NULL, reasons text[] NOT NULL, lawful_basis text[] NOT NULL, obligations text[] NOT NULL, redactions text[] NOT NULL,
    rule text NOT NULL, rule_set_version text NOT NULL, agreement_ref text, fact_versions jsonb NOT NULL, threshold text NOT NULL, consent text NOT NULL, agreement text NOT NULL,
    asked_by text NOT NULL, by_person text, supersedes uuid, decided_at timestamptz(3) NOT NULL);
  CREATE INDEX ix_sharing_decision_about ON sharing_decision (about_id, decided_at);
  CREATE INDEX ix_sharing_decision_enquiry ON sharing_decision (enquiry_id);

  CREATE TABLE review (
    review_id uuid NOT NULL CONSTRAINT pk_review PRIMARY KEY,
    sharing_decision_id uuid NOT NULL CONSTRAINT fk_review_decision REFERENCES sharing_decision,
    partnership_id uuid NOT NULL, enquiry_id uuid NOT NULL, rule text NOT NULL, releaser text NOT NULL, releaser_agency_id text,
    raised_at timestamptz(3) NOT NULL, due_at timestamptz(3) NOT NULL,
    state text NOT NULL CONSTRAINT ck_review_state CHECK (state IN ('open', 'released', 'refused')),
    answered_by text, answered_at timestamptz(3), ground text, condition text, reason_kid text, reason_envelope text,
    CONSTRAINT ck_review_answered CHECK ((state = 'open') = (answered_at IS NULL)));
  CREATE INDEX ix_review_open ON review (partnership_id, due_at) WHERE state = 'open';
  CREATE INDEX ix_review_decision ON review (sharing_decision_id);

  CREATE TABLE obligation (
    obligation_id uuid NOT NULL CONSTRAINT pk_obligation PRIMARY KEY,
    sharing_decision_id uuid NOT NULL CONSTRAINT fk_obligation_decision REFERENCES sharing_decision,
    enquiry_id uuid NOT NULL, code text NOT NULL, owner text NOT NULL, due_at timestamptz(3) NOT NULL, done_at timestamptz(3), done_by text);
  CREATE INDEX ix_obligation_enquiry ON obligation (enquiry_id);`;

/** Register, agreements, consent, decisions with their reasons, reviews, obligations. Statements and decisions are never changed. */
export class CreateSharingDecisions1795219200003 implements MigrationInterface {
  readonly name = 'CreateSharingDecisions1795219200003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    await grantToAppRole(queryRunner, 'agency', ['SELECT', 'INSERT', 'UPDATE']);
    await grantToAppRole(queryRunner, 'agreement', [
      'SELECT',
      'INSERT',
      { UPDATE: ['state', 'stopped_at', 'stopped_by'] },
    ]);
    for (const table of ['consent_statement', 'sharing_decision'])
      await grantToAppRole(queryRunner, table, ['SELECT', 'INSERT']);
    const answered = ['state', 'answered_by', 'answered_at', 'ground', 'condition', 'reason_kid', 'reason_envelope'];
    await grantToAppRole(queryRunner, 'review', ['SELECT', 'INSERT', { UPDATE: answered }]);
    await grantToAppRole(queryRunner, 'obligation', ['SELECT', 'INSERT', { UPDATE: ['done_at', 'done_by'] }]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE obligation, review, sharing_decision, consent_statement, agreement, agency');
  }
}
