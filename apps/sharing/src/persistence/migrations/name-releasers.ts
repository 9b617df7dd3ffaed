import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const REGISTER = `
  CREATE TABLE releaser_appointment (
    appointment_id uuid NOT NULL CONSTRAINT pk_releaser_appointment PRIMARY KEY,
    partnership_id uuid NOT NULL, agency_id text NOT NULL,
    desk text NOT NULL CONSTRAINT ck_releaser_appointment_desk CHECK (desk IN ('holder', 'safeguarding', 'hub_manager', 'legal', 'adoption', 'ig')),
    seat text NOT NULL CONSTRAINT ck_releaser_appointment_seat CHECK (seat IN ('releaser', 'deputy', 'senior', 'duty')),
    account_id text, name text NOT NULL, telephone text,
    starts_at timestamptz(3) NOT NULL, ends_at timestamptz(3),
    appointed_by text NOT NULL, appointed_at timestamptz(3) NOT NULL, ended_by text, ended_at timestamptz(3),
    CONSTRAINT fk_releaser_appointment_agency FOREIGN KEY (partnership_id, agency_id) REFERENCES agency,
    CONSTRAINT ck_releaser_appointment_reached CHECK (account_id IS NOT NULL OR (seat = 'duty' AND telephone IS NOT NULL)),
    CONSTRAINT ck_releaser_appointment_order CHECK (ends_at IS NULL OR ends_at >= starts_at));
  CREATE INDEX ix_releaser_appointment_partnership ON releaser_appointment (partnership_id);`;

const LADDER = `
  ALTER TABLE review ADD COLUMN deputy_at timestamptz(3), ADD COLUMN double_at timestamptz(3), ADD COLUMN pack_id text, ADD COLUMN pack_version text;
  UPDATE review SET deputy_at = raised_at + (due_at - raised_at) / 2, double_at = due_at + (due_at - raised_at);
  ALTER TABLE review ALTER COLUMN deputy_at SET NOT NULL, ALTER COLUMN double_at SET NOT NULL;

  CREATE TABLE review_step (
    review_id uuid NOT NULL CONSTRAINT fk_review_step_review REFERENCES review,
    level text NOT NULL CONSTRAINT ck_review_step_level CHECK (level IN ('releaser', 'deputy', 'senior', 'hub_and_ig')),
    route text NOT NULL CONSTRAINT ck_review_step_route CHECK (route IN ('desk', 'duty')),
    told text[] NOT NULL, reached_at timestamptz(3) NOT NULL, told_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_review_step PRIMARY KEY (review_id, level));`;

/**
 * Who answers a REVIEW by name, with a leaver's end; and the rungs of each REVIEW with who was told at which. An appointment changes in its end only,
 * and who was told is never changed.
 */
export class NameReleasers1795305600040 implements MigrationInterface {
  readonly name = 'NameReleasers1795305600040';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(REGISTER);
    await queryRunner.query(LADDER);
    const ended = { UPDATE: ['ends_at', 'ended_by', 'ended_at'] };
    await grantToAppRole(queryRunner, 'releaser_appointment', ['SELECT', 'INSERT', ended]);
    await grantToAppRole(queryRunner, 'review_step', ['SELECT', 'INSERT']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE review_step, releaser_appointment');
    await queryRunner.query(
      'ALTER TABLE review DROP COLUMN deputy_at, DROP COLUMN double_at, DROP COLUMN pack_id, DROP COLUMN pack_version',
    );
  }
}
