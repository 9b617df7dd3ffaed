import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which envelopes owe a task. What comes while it is open joins it; what comes once it is done owes it anew. Of a task from before, whatever had been
 * received until it was done: it was done for that, too.
 */
export class KeepWhatOwesATask1795305600351 implements MigrationInterface {
  readonly name = 'KeepWhatOwesATask1795305600351';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE obligation_cause (
        obligation_id uuid NOT NULL CONSTRAINT fk_obligation_cause_obligation REFERENCES obligation,
        envelope_id uuid NOT NULL, noted_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_obligation_cause PRIMARY KEY (obligation_id, envelope_id));
      INSERT INTO obligation_cause (obligation_id, envelope_id, noted_at)
        SELECT obligation_id, envelope_id, received_at FROM obligation JOIN accepted_envelope USING (enquiry_id)
         WHERE part = 1 AND received_at <= coalesce(done_at, now());`);
    await grantToAppRole(queryRunner, 'obligation_cause', ['SELECT', 'INSERT']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE obligation_cause');
  }
}
