import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = `
  CREATE TABLE draft (
    draft_id uuid NOT NULL CONSTRAINT pk_draft PRIMARY KEY,
    partnership_id uuid NOT NULL,
    author_id text NOT NULL,
    kind text NOT NULL,
    about uuid,
    key_id text NOT NULL,
    envelope text NOT NULL,
    saved_at timestamptz NOT NULL);
  CREATE INDEX ix_draft_author ON draft (partnership_id, author_id, saved_at DESC);`;

/** Sealed work of one author that is not sent yet. */
export class CreateDrafts1795132850000 implements MigrationInterface {
  readonly name = 'CreateDrafts1795132850000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLE);
    const changed = { UPDATE: ['about', 'key_id', 'envelope', 'saved_at'] };
    await grantToAppRole(queryRunner, 'draft', ['SELECT', 'INSERT', 'DELETE', changed]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE draft');
  }
}

/** The migration that a service with drafts puts into its own list. */
export const draftsMigration = (): (typeof CreateDrafts1795132850000)[] => [CreateDrafts1795132850000];
