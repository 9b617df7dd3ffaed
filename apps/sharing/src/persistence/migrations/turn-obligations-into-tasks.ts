import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  ALTER TABLE obligation ADD COLUMN partnership_id uuid, ADD COLUMN agency_id text, ADD COLUMN part smallint NOT NULL DEFAULT 1,
    ADD COLUMN law_due_at timestamptz(3), ADD COLUMN ground text, ADD COLUMN late_announced_at timestamptz(3);
  UPDATE obligation SET partnership_id = sharing_decision.partnership_id,
         agency_id = CASE obligation.owner WHEN 'holder' THEN from_agency_id WHEN 'recipient' THEN to_agency_id END
    FROM sharing_decision WHERE sharing_decision.sharing_decision_id = obligation.sharing_decision_id;
  ALTER TABLE obligation ALTER COLUMN partnership_id SET NOT NULL;
  DELETE FROM obligation WHERE code IN ('NOT_TELL_PARENT', 'CARRY_DO_NOT_ALERT', 'SHOW_CONDITION', 'COURT_NOTICE');
  CREATE INDEX ix_obligation_open ON obligation (partnership_id, due_at) WHERE done_at IS NULL;

  CREATE TABLE obligation_step (
    step_id uuid NOT NULL CONSTRAINT pk_obligation_step PRIMARY KEY,
    obligation_id uuid NOT NULL CONSTRAINT fk_obligation_step_obligation REFERENCES obligation,
    enquiry_id uuid NOT NULL,
    outcome text NOT NULL CONSTRAINT ck_obligation_step_outcome CHECK (outcome IN ('done', 'ground')),
    ground text, kid text NOT NULL, envelope text NOT NULL,
    taken_by text NOT NULL, taken_at timestamptz(3) NOT NULL, next_due_at timestamptz(3),
    CONSTRAINT ck_obligation_step_ground CHECK ((outcome = 'ground') = (ground IS NOT NULL)));
  CREATE INDEX ix_obligation_step_enquiry ON obligation_step (enquiry_id);

  CREATE TABLE telling_hold (
    enquiry_id uuid NOT NULL CONSTRAINT pk_telling_hold PRIMARY KEY,
    held_at timestamptz(3) NOT NULL, lifted_at timestamptz(3));`;

/**
 * Obligations become tasks: whose staff owe each, what a law sets, a second part, why the parent is not told for now, and each step with a sealed
 * note. What travels with an item is no task and goes. That telling is on hold is kept without its cause.
 */
export class TurnObligationsIntoTasks1795305600042 implements MigrationInterface {
  readonly name = 'TurnObligationsIntoTasks1795305600042';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    await grantToAppRole(queryRunner, 'obligation', [{ UPDATE: ['due_at', 'ground', 'late_announced_at'] }]);
    await grantToAppRole(queryRunner, 'obligation_step', ['SELECT', 'INSERT']);
    await grantToAppRole(queryRunner, 'telling_hold', ['SELECT', 'INSERT', { UPDATE: ['held_at', 'lifted_at'] }]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE telling_hold, obligation_step');
    await queryRunner.query('DROP INDEX ix_obligation_open');
    await queryRunner.query(
      'ALTER TABLE obligation DROP COLUMN partnership_id, DROP COLUMN agency_id, DROP COLUMN part, DROP COLUMN law_due_at, DROP COLUMN ground, DROP COLUMN late_announced_at',
    );
  }
}
