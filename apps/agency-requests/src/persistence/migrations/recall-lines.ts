import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES = (states: string): string => `
  ALTER TABLE request_line DROP CONSTRAINT ck_request_line_state,
    ADD CONSTRAINT ck_request_line_state CHECK (state IN (${states}));`;
const BEFORE = "'proposed', 'issued', 'denied', 'review', 'answered', 'withdrawn'";

/** A line that was asked can be held until a human has looked again, or recalled. */
export class RecallLines1795305600021 implements MigrationInterface {
  readonly name = 'RecallLines1795305600021';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`${STATES(`${BEFORE}, 'held', 'recalled'`)}
      ALTER TABLE request_line ADD COLUMN stopped_at timestamptz(3),
        ADD CONSTRAINT ck_request_line_stopped CHECK ((state IN ('held', 'recalled')) = (stopped_at IS NOT NULL));`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE request_line DROP CONSTRAINT ck_request_line_stopped, DROP COLUMN stopped_at;
      UPDATE request_line SET state = 'withdrawn' WHERE state IN ('held', 'recalled');
      ${STATES(BEFORE)}`);
  }
}
