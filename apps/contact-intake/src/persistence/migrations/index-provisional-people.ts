import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a person may be named is asked of every mention that ever stood for them. */
export class IndexProvisionalPeople1795305600087 implements MigrationInterface {
  readonly name = 'IndexProvisionalPeople1795305600087';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE INDEX ix_mention_provisional_person ON mention (provisional_person_id)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX ix_mention_provisional_person');
  }
}
