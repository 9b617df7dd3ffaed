import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  ALTER TABLE review DROP CONSTRAINT ck_review_state;
  ALTER TABLE review ADD CONSTRAINT ck_review_state CHECK (state IN ('open', 'released', 'refused', 'overridden'));

  CREATE TABLE review_override (
    override_id uuid NOT NULL CONSTRAINT pk_review_override PRIMARY KEY,
    partnership_id uuid NOT NULL, enquiry_id uuid NOT NULL,
    sharing_decision_id uuid NOT NULL CONSTRAINT fk_review_override_decision REFERENCES sharing_decision,
    about_id uuid NOT NULL, mode text NOT NULL, holder_agency_id text NOT NULL, to_agency_id text NOT NULL, audience text NOT NULL,
    person_id uuid, purpose text NOT NULL, asked_by text NOT NULL,
    grounds text[] NOT NULL CONSTRAINT ck_review_override_grounds CHECK (cardinality(grounds) > 0),
    kid text NOT NULL, strikes_envelope text NOT NULL, reason_kid text NOT NULL, reason_envelope text NOT NULL,
    proposed_by text NOT NULL, proposed_at timestamptz(3) NOT NULL,
    state text NOT NULL CONSTRAINT ck_review_override_state CHECK (state IN ('waiting', 'in_force', 'declined', 'lapsed')),
    second_by text, settled_at timestamptz(3), outcome text, holder_seen_at timestamptz(3), holder_seen_by text,
    CONSTRAINT ck_review_override_settled CHECK ((state = 'waiting') = (settled_at IS NULL)),
    CONSTRAINT ck_review_override_two_people CHECK (second_by IS NULL OR (second_by <> proposed_by AND second_by <> asked_by)),
    CONSTRAINT ck_review_override_not_by_asker CHECK (proposed_by <> asked_by));
  CREATE UNIQUE INDEX uq_review_override_waiting ON review_override (sharing_decision_id) WHERE state = 'waiting';
  CREATE INDEX ix_review_override_partnership ON review_override (partnership_id, proposed_at DESC);
  CREATE INDEX ix_review_override_enquiry ON review_override (enquiry_id) WHERE state = 'in_force';

  CREATE TABLE override_judgement (
    judgement_id uuid NOT NULL CONSTRAINT pk_override_judgement PRIMARY KEY,
    override_id uuid NOT NULL CONSTRAINT fk_override_judgement_override REFERENCES review_override,
    verdict text NOT NULL CONSTRAINT ck_override_judgement_verdict CHECK (verdict IN ('explained', 'ask_manager', 'investigate')),
    judged_by text NOT NULL, judged_at timestamptz(3) NOT NULL);
  CREATE INDEX ix_override_judgement_override ON override_judgement (override_id);`;

const SETTLED = ['state', 'second_by', 'settled_at', 'outcome', 'holder_seen_at', 'holder_seen_by'];

/**
 * Overrides of one REVIEW or refusal: who, on which grounds, with a sealed reason, who confirmed, what information governance thought of it. What was
 * proposed is never changed. That two people did it, and neither of them asked, the table itself makes sure of.
 */
export class RecordOverrides1795305600041 implements MigrationInterface {
  readonly name = 'RecordOverrides1795305600041';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    await grantToAppRole(queryRunner, 'review_override', ['SELECT', 'INSERT', { UPDATE: SETTLED }]);
    await grantToAppRole(queryRunner, 'override_judgement', ['SELECT', 'INSERT']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE override_judgement, review_override');
    await queryRunner.query('ALTER TABLE review DROP CONSTRAINT ck_review_state');
    await queryRunner.query(
      `ALTER TABLE review ADD CONSTRAINT ck_review_state CHECK (state IN ('open', 'released', 'refused')) NOT VALID`,
    );
  }
}
