import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of a body that Children Act 2004 s16LA names: from which London day on, where that is later than the duty itself. A text, as no zone may move it. */
export class DateTheDuty1795305600342 implements MigrationInterface {
  readonly name = 'DateTheDuty1795305600342';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE agency ADD COLUMN bound_from text');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE agency DROP COLUMN bound_from');
  }
}
