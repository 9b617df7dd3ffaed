import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The check of rows reads every entry that attests some, by partnership and number. */
export class IndexRowAttestations1795305600066 implements MigrationInterface {
  readonly name = 'IndexRowAttestations1795305600066';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE INDEX ix_audit_entry_attesting ON audit_entry (service, partnership_id, seq) WHERE action = 'rows.attest'`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX ix_audit_entry_attesting');
  }
}
