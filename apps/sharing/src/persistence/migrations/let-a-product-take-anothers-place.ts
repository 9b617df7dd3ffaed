import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A letter or handover that is put together instead of one that has not gone says so: the older one never goes. */
export class LetAProductTakeAnothersPlace1795305600820 implements MigrationInterface {
  readonly name = 'LetAProductTakeAnothersPlace1795305600820';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE outward_product ADD COLUMN takes_place_of uuid[] NOT NULL DEFAULT '{}'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE outward_product DROP COLUMN takes_place_of');
  }
}
