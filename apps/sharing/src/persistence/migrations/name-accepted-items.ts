import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which envelope of an enquiry brought an item first under an id. What is said of an item (a yes, an override, its holder's word) goes by the id that
 * its agency gave it; another item that comes under the same one later is known by an id of its own, and borrows nothing. Of an envelope from
 * before nobody knows the items: beside it, whatever comes is known by ids of its own.
 */
export class NameAcceptedItems1795305600970 implements MigrationInterface {
  readonly name = 'NameAcceptedItems1795305600970';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE accepted_item (
        enquiry_id uuid NOT NULL, item_id uuid NOT NULL, envelope_id uuid NOT NULL,
        CONSTRAINT pk_accepted_item PRIMARY KEY (enquiry_id, item_id));
      ALTER TABLE accepted_envelope ADD COLUMN repeats uuid[];
      CREATE INDEX ix_accepted_envelope_unknown_items ON accepted_envelope (enquiry_id) WHERE typ = 'answer' AND repeats IS NULL`);
    await grantToAppRole(queryRunner, 'accepted_item', ['SELECT', 'INSERT']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE accepted_item; ALTER TABLE accepted_envelope DROP COLUMN repeats');
  }
}
