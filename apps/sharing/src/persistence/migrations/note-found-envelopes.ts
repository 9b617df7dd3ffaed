import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An envelope that lies in a table of this service and does not open is reported once, not at every look. */
export class NoteFoundEnvelopes1795305600242 implements MigrationInterface {
  readonly name = 'NoteFoundEnvelopes1795305600242';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE envelope_refusal ADD COLUMN envelope_sha256 text;
      CREATE UNIQUE INDEX uq_envelope_refusal_found ON envelope_refusal (place, envelope_id, envelope_sha256)
        WHERE envelope_sha256 IS NOT NULL`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE envelope_refusal DROP COLUMN envelope_sha256');
  }
}
