import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of a line about somebody whom the worry is not about: which worry makes it necessary (rule rows R-NEC-01a, R-NEC-02). */
export class NameTheWorry1795305600340 implements MigrationInterface {
  readonly name = 'NameTheWorry1795305600340';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE request_line ADD COLUMN worry text');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE request_line DROP COLUMN worry');
  }
}
