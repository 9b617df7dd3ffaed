import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was passed on again because somebody was matched has the very instant of what was said: it was written down when that was. */
const PASSED_ON = `
  UPDATE consent_statement s SET written_at = first.recorded_at
    FROM (SELECT enquiry_id, kind, state, ground, given_by, stated_at, min(recorded_at) AS recorded_at FROM consent_statement
           GROUP BY enquiry_id, kind, state, ground, given_by, stated_at HAVING count(*) > 1) first
   WHERE s.enquiry_id = first.enquiry_id AND s.kind = first.kind AND s.state = first.state AND s.given_by = first.given_by
     AND s.stated_at = first.stated_at AND s.ground IS NOT DISTINCT FROM first.ground AND s.recorded_at > first.recorded_at
     AND s.words_kid IS NULL`;

/** Of one day the statement that was written down later counts: when that was, where it was written down with the contact. */
export class KeepWhenConsentWasWritten1795305600201 implements MigrationInterface {
  readonly name = 'KeepWhenConsentWasWritten1795305600201';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE consent_statement ADD COLUMN written_at timestamptz(3)');
    await queryRunner.query(PASSED_ON);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE consent_statement DROP COLUMN written_at');
  }
}
