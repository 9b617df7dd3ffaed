import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { unwatchRows, watchRows } from './watch-rows';

const CHANGES = `
  ALTER TABLE consent_statement
    ADD COLUMN how text CONSTRAINT ck_consent_statement_how
      CHECK (how IN ('face_to_face', 'telephone', 'written', 'online', 'observed', 'told_by_another')),
    ADD COLUMN purposes text[] NOT NULL DEFAULT '{}',
    ADD COLUMN words_kid text, ADD COLUMN words_envelope text,
    ADD CONSTRAINT ck_consent_statement_words CHECK ((words_kid IS NULL) = (words_envelope IS NULL));

  CREATE TABLE consent_ground_decision (
    statement_id uuid NOT NULL CONSTRAINT pk_consent_ground_decision PRIMARY KEY
      CONSTRAINT fk_consent_ground_decision_statement REFERENCES consent_statement,
    partnership_id uuid NOT NULL, enquiry_id uuid NOT NULL, accepted boolean NOT NULL,
    decided_by text NOT NULL, decided_at timestamptz(3) NOT NULL,
    reason_kid text NOT NULL, reason_envelope text NOT NULL);

  CREATE TABLE consent_notice (
    notice_id uuid NOT NULL CONSTRAINT pk_consent_notice PRIMARY KEY,
    partnership_id uuid NOT NULL, enquiry_id uuid NOT NULL, person_id uuid NOT NULL,
    statement_id uuid NOT NULL CONSTRAINT fk_consent_notice_statement REFERENCES consent_statement,
    state text NOT NULL, agency_id text NOT NULL, holds text[] NOT NULL,
    raised_at timestamptz(3) NOT NULL, due_at timestamptz(3) NOT NULL,
    confirmed text CONSTRAINT ck_consent_notice_confirmed CHECK (confirmed IN ('destroyed', 'kept_by_law', 'nothing_held')),
    confirmed_by text, confirmed_at timestamptz(3),
    CONSTRAINT uq_consent_notice_agency UNIQUE (statement_id, agency_id),
    CONSTRAINT ck_consent_notice_when CHECK ((confirmed IS NULL) = (confirmed_at IS NULL)));
  CREATE INDEX ix_consent_notice_agency ON consent_notice (partnership_id, agency_id, due_at);
  CREATE INDEX ix_consent_notice_enquiry ON consent_notice (enquiry_id);

  ALTER TABLE review DROP CONSTRAINT ck_review_state,
    ADD CONSTRAINT ck_review_state CHECK (state IN ('open', 'released', 'refused', 'overridden', 'superseded'));`;

/**
 * How consent was said and what was told (sealed), what a manager says of a ground in somebody's own words, who was told that consent
 * changed, and reviews whose question changed before anybody answered it.
 */
export class ExtendConsents1795305600120 implements MigrationInterface {
  readonly name = 'ExtendConsents1795305600120';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(CHANGES);
    await grantToAppRole(queryRunner, 'consent_ground_decision', ['SELECT', 'INSERT']);
    const confirmed = ['confirmed', 'confirmed_by', 'confirmed_at'];
    await grantToAppRole(queryRunner, 'consent_notice', ['SELECT', 'INSERT', { UPDATE: confirmed }]);
    await watchRows(queryRunner, 'consent_ground_decision', ['statement_id']);
    await watchRows(queryRunner, 'consent_notice', ['notice_id']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['consent_ground_decision', 'consent_notice']) await unwatchRows(queryRunner, table);
    await queryRunner.query(`
      UPDATE review SET state = 'refused' WHERE state = 'superseded';
      ALTER TABLE review DROP CONSTRAINT ck_review_state,
        ADD CONSTRAINT ck_review_state CHECK (state IN ('open', 'released', 'refused', 'overridden'));
      DROP TABLE consent_notice, consent_ground_decision;
      ALTER TABLE consent_statement DROP CONSTRAINT ck_consent_statement_words,
        DROP COLUMN how, DROP COLUMN purposes, DROP COLUMN words_kid, DROP COLUMN words_envelope;`);
  }
}
