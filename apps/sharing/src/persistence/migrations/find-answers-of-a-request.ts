import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came of the newest answer to a request is looked for whenever its lines are decided again, refused ones too. */
export class FindAnswersOfARequest1795305600654 implements MigrationInterface {
  readonly name = 'FindAnswersOfARequest1795305600654';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE INDEX ix_checked_answer_request ON checked_answer (request_id, checked_at DESC)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX ix_checked_answer_request');
  }
}
