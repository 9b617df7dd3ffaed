import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = `
  CREATE TABLE case_access (
    enquiry_id uuid NOT NULL CONSTRAINT pk_case_access PRIMARY KEY,
    partnership_id uuid NOT NULL,
    version integer NOT NULL,
    restricted boolean NOT NULL,
    named jsonb NOT NULL,
    conflicts text[] NOT NULL);`;

/** Which enquiries are restricted to whom, and who is kept out: as `decision` said last. An enquiry without a row is open to the hub. */
export class CreateCaseAccess1795305600085 implements MigrationInterface {
  readonly name = 'CreateCaseAccess1795305600085';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLE);
    const changed = { UPDATE: ['version', 'restricted', 'named', 'conflicts'] };
    await grantToAppRole(queryRunner, 'case_access', ['SELECT', 'INSERT', changed]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE case_access');
  }
}

/** The migration that a service which keeps to restricted enquiries puts into its own list. */
export const caseAccessMigration = (): (typeof CreateCaseAccess1795305600085)[] => [CreateCaseAccess1795305600085];
