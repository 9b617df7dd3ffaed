import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which versions of an enquiry's facts were heard of: no decision is kept on an older one than was known when it was kept. */
export class HearFactVersions1795305600160 implements MigrationInterface {
  readonly name = 'HearFactVersions1795305600160';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE fact_version_heard (
        enquiry_id uuid NOT NULL,
        kind text NOT NULL CONSTRAINT ck_fact_version_heard_kind CHECK (kind IN ('rating', 'roster', 'stated')),
        version integer NOT NULL, heard_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_fact_version_heard PRIMARY KEY (enquiry_id, kind));
      CREATE INDEX ix_sharing_decision_partnership_lines ON sharing_decision (partnership_id, enquiry_id) WHERE about_kind = 'request-line'`);
    await grantToAppRole(queryRunner, 'fact_version_heard', ['SELECT', 'INSERT', { UPDATE: ['version', 'heard_at'] }]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX ix_sharing_decision_partnership_lines; DROP TABLE fact_version_heard');
  }
}
