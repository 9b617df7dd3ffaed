import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which key-encryption keys are still needed is asked at each start and by every readiness check: it must not read every row. */
export class IndexKeysByKeyEncryptionKey1795305600060 implements MigrationInterface {
  readonly name = 'IndexKeysByKeyEncryptionKey1795305600060';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE INDEX ix_enquiry_key_kek ON enquiry_key ((split_part(wrapped, '.', 1))) WHERE wrapped IS NOT NULL`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX ix_enquiry_key_kek');
  }
}
