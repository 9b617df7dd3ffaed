import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of one person each, as they were known to be when this ran (`domain/obligations/task-of.ts` has today's). */
const OF_ONE_PERSON = `('INFORM_PARENT', 'TELL_OUTCOME', 'TELL_BOTH', 'TELL_CHILD', 'ASK_AGAIN', 'RECORD_WISHES', 'RISK_AGAIN', 'STRATEGY_CONSIDERED',
  'CONFIRM_NOW', 'RESEND_NARROW', 'TRY_OTHER_ROUTE', 'TELL_HOME_COUNCIL', 'BEFORE_SCHOOL', 'SERIOUS_HARM_CHECK')`;

/**
 * A task names its person: one child told is not all children told. What rules alone owe of an item that they permit or refuse follows from no kept
 * decision: its ruling lies, sealed, in the ledger.
 */
export class NameWhoseObligation1795305600280 implements MigrationInterface {
  readonly name = 'NameWhoseObligation1795305600280';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE obligation ADD COLUMN person_id uuid, ALTER COLUMN sharing_decision_id DROP NOT NULL;
      UPDATE obligation SET person_id = sharing_decision.person_id FROM sharing_decision
       WHERE sharing_decision.sharing_decision_id = obligation.sharing_decision_id AND code IN ${OF_ONE_PERSON};`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM obligation_step WHERE obligation_id IN (SELECT obligation_id FROM obligation WHERE sharing_decision_id IS NULL);
      DELETE FROM obligation WHERE sharing_decision_id IS NULL;
      ALTER TABLE obligation DROP COLUMN person_id, ALTER COLUMN sharing_decision_id SET NOT NULL;`);
  }
}
