import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What somebody sent from a page whose session had ended, kept a short while so that nothing typed is lost: encrypted under a key
 * that only that browser's cookie holds, and given back to the same person only.
 */
export class CreateHeldPosts1795000000001 implements MigrationInterface {
  readonly name = 'CreateHeldPosts1795000000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE held_post (
        held_post_id uuid NOT NULL CONSTRAINT held_post_pkey PRIMARY KEY,
        sealed text NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
    await queryRunner.query('CREATE INDEX held_post_expires_at ON held_post (expires_at)');
    await grantToAppRole(queryRunner, 'held_post', ['SELECT', 'INSERT', 'DELETE']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE held_post');
  }
}
