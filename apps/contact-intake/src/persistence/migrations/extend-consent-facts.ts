import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SIDES = "('none', 'acts_for_ap', 'linked_ap')";
const CHANGES = `
  ALTER TABLE consent_statement ADD COLUMN how text CONSTRAINT ck_consent_statement_how
    CHECK (how IN ('face_to_face', 'telephone', 'written', 'online', 'observed', 'told_by_another'));
  ALTER TABLE person_fact
    ADD COLUMN parent_id uuid CONSTRAINT fk_person_fact_parent REFERENCES person,
    ADD COLUMN judged_by text CONSTRAINT ck_person_fact_judged_by
      CHECK (judged_by IN ('social_worker', 'health', 'education', 'police', 'court', 'hub')),
    ADD COLUMN judged_at timestamptz;
  ALTER TABLE mention ADD COLUMN side text CONSTRAINT ck_mention_side CHECK (side IN ${SIDES});
  ALTER TABLE roster ADD COLUMN referrer_side text CONSTRAINT ck_roster_referrer_side CHECK (referrer_side IN ${SIDES});`;

/** How consent was said; who judged a fact, when, and whose parental responsibility it is; who acts for an alleged perpetrator. */
export class ExtendConsentFacts1795305600023 implements MigrationInterface {
  readonly name = 'ExtendConsentFacts1795305600023';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(CHANGES);
    await grantToAppRole(queryRunner, 'mention', [{ UPDATE: ['side'] }]);
    await grantToAppRole(queryRunner, 'roster', [{ UPDATE: ['referrer_side'] }]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE roster DROP COLUMN referrer_side;
      ALTER TABLE mention DROP COLUMN side;
      ALTER TABLE person_fact DROP COLUMN parent_id, DROP COLUMN judged_by, DROP COLUMN judged_at;
      ALTER TABLE consent_statement DROP COLUMN how;`);
  }
}
