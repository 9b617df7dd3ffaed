import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  CREATE TABLE person_shown (
    release_id uuid NOT NULL CONSTRAINT fk_person_shown_release REFERENCES release_call,
    person_id uuid NOT NULL, account_id text NOT NULL, at timestamptz(3) NOT NULL,
    CONSTRAINT pk_person_shown PRIMARY KEY (release_id, person_id));
  CREATE INDEX ix_person_shown_account ON person_shown (account_id, at);
  INSERT INTO person_shown (release_id, person_id, account_id, at)
    SELECT DISTINCT release_id, person_id, recipient_id, at FROM disclosure
     WHERE visibility = 'shown' AND person_id IS NOT NULL AND at > now() - interval '1 hour';
  ALTER TABLE volume_alarm ADD COLUMN people_limit integer;
  CREATE TABLE volume_alarm_step (
    step_id uuid NOT NULL CONSTRAINT pk_volume_alarm_step PRIMARY KEY,
    alarm_id uuid NOT NULL CONSTRAINT fk_volume_alarm_step_alarm REFERENCES volume_alarm,
    step text NOT NULL CONSTRAINT ck_volume_alarm_step_step CHECK (step IN ('explained', 'ask_manager', 'investigate')),
    taken_by text NOT NULL, at timestamptz(3) NOT NULL);
  CREATE UNIQUE INDEX uq_volume_alarm_step_explained ON volume_alarm_step (alarm_id) WHERE step = 'explained';
  CREATE INDEX ix_volume_alarm_step_alarm ON volume_alarm_step (alarm_id);
  DROP INDEX ix_disclosure_recipient;
  ALTER TABLE disclosure_detail ADD CONSTRAINT uq_disclosure_detail_release UNIQUE (detail_id, release_id);
  ALTER TABLE disclosure DROP CONSTRAINT fk_disclosure_release, DROP CONSTRAINT fk_disclosure_detail,
    ADD CONSTRAINT fk_disclosure_detail FOREIGN KEY (detail_id, release_id) REFERENCES disclosure_detail (detail_id, release_id);`;

const DOWN = `
  ALTER TABLE disclosure DROP CONSTRAINT fk_disclosure_detail,
    ADD CONSTRAINT fk_disclosure_detail FOREIGN KEY (detail_id) REFERENCES disclosure_detail,
    ADD CONSTRAINT fk_disclosure_release FOREIGN KEY (release_id) REFERENCES release_call;
  ALTER TABLE disclosure_detail DROP CONSTRAINT uq_disclosure_detail_release;
  CREATE INDEX ix_disclosure_recipient ON disclosure (recipient_id, at);
  DROP TABLE volume_alarm_step;
  ALTER TABLE volume_alarm DROP COLUMN people_limit;
  DROP TABLE person_shown;`;

/**
 * Of whom a call showed anything, one row each, so that the volume alarm counts people and not the hundreds of lines about them. A line
 * belongs to the call of its sealed part: one constraint says both, and is checked once for a line. What information governance makes of an
 * alarm is added to and never changed.
 */
export class CountPeopleShown1795305600070 implements MigrationInterface {
  readonly name = 'CountPeopleShown1795305600070';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
    for (const table of ['person_shown', 'volume_alarm_step'])
      await grantToAppRole(queryRunner, table, ['SELECT', 'INSERT']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}
