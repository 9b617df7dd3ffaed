import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a person or an agency's system brought an answer: so `sharing` knows who must have sealed it. The default is for a version of the service that knows only people. */
export class AddAnsweredKind1795305600051 implements MigrationInterface {
  readonly name = 'AddAnsweredKind1795305600051';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE answer ADD COLUMN answered_kind text NOT NULL DEFAULT 'person'
        CONSTRAINT ck_answer_answered_kind CHECK (answered_kind IN ('person', 'system'))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE answer DROP COLUMN answered_kind');
  }
}
