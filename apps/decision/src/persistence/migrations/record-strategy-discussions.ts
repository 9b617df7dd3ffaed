import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = `
  CREATE TABLE strategy_step (
    step_id uuid NOT NULL CONSTRAINT pk_strategy_step PRIMARY KEY,
    discussion_id uuid NOT NULL,
    enquiry_id uuid NOT NULL CONSTRAINT fk_strategy_step_enquiry REFERENCES enquiry,
    number integer NOT NULL,
    step text NOT NULL CONSTRAINT ck_strategy_step_step CHECK (step IN ('considered', 'started', 'held', 'not_held')),
    agencies text[] NOT NULL, taken_by text NOT NULL, taken_at timestamptz(3) NOT NULL,
    kid text, envelope text,
    CONSTRAINT uq_strategy_step_number UNIQUE (discussion_id, number),
    CONSTRAINT ck_strategy_step_participants CHECK (step <> 'started' OR cardinality(agencies) > 0),
    CONSTRAINT ck_strategy_step_reason CHECK (step NOT IN ('held', 'not_held') OR envelope IS NOT NULL),
    CONSTRAINT ck_strategy_step_sealed CHECK ((kid IS NULL) = (envelope IS NULL)));
  CREATE INDEX ix_strategy_step_enquiry ON strategy_step (enquiry_id, discussion_id, number);`;

/** Strategy discussions, step by step: considered, started with whom, held, or not held with a sealed reason. Steps are added and never changed. */
export class RecordStrategyDiscussions1795305600043 implements MigrationInterface {
  readonly name = 'RecordStrategyDiscussions1795305600043';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLE);
    await grantToAppRole(queryRunner, 'strategy_step', ['SELECT', 'INSERT']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE strategy_step');
  }
}
