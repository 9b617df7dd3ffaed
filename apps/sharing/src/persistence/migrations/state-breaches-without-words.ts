import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Once the keys of an enquiry are destroyed no words of its breach can be sealed any more, and its 72 hours would run for good: what needs no words
 * is said without. Why somebody need not be told is then kept elsewhere, under a reference.
 */
export class StateBreachesWithoutWords1795305600800 implements MigrationInterface {
  readonly name = 'StateBreachesWithoutWords1795305600800';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE breach_statement ALTER COLUMN kid DROP NOT NULL, ALTER COLUMN envelope DROP NOT NULL,
        ADD CONSTRAINT ck_breach_statement_words CHECK (
          (kid IS NULL) = (envelope IS NULL) AND (envelope IS NOT NULL OR says NOT IN ('what_happened', 'consequences', 'measures'))),
        ADD CONSTRAINT ck_breach_statement_reason CHECK (
          envelope IS NOT NULL OR reference IS NOT NULL OR says NOT IN ('ico_need_not', 'people_need_not'))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE breach_statement DROP CONSTRAINT ck_breach_statement_words, DROP CONSTRAINT ck_breach_statement_reason`);
    await queryRunner.query(`
      ALTER TABLE breach_statement ALTER COLUMN kid SET NOT NULL, ALTER COLUMN envelope SET NOT NULL`);
  }
}
