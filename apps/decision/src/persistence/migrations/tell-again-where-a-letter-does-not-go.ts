import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A letter that does not go tells nobody: the referrer is told of the same decision in another way, or it is recorded why not. */
const UP = `
  ALTER TABLE feedback DROP CONSTRAINT uq_feedback_decision;
  CREATE INDEX ix_feedback_decision ON feedback (decision_id);`;
const DOWN = `
  DELETE FROM feedback earlier USING feedback later
   WHERE later.decision_id = earlier.decision_id AND (later.sent_at, later.feedback_id) > (earlier.sent_at, earlier.feedback_id);
  DROP INDEX ix_feedback_decision;
  ALTER TABLE feedback ADD CONSTRAINT uq_feedback_decision UNIQUE (decision_id);`;

export class TellAgainWhereALetterDoesNotGo1795305600821 implements MigrationInterface {
  readonly name = 'TellAgainWhereALetterDoesNotGo1795305600821';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}
