import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = `
  CREATE TABLE product_sent (
    product_id uuid NOT NULL CONSTRAINT pk_product_sent PRIMARY KEY CONSTRAINT fk_product_sent_product REFERENCES outward_product,
    sent_at timestamptz(3) NOT NULL);`;

/** What may go by now counts as sent, as it did: whether it was is not known, and nobody who may hold it is left out. */
const EARLIER = `
  INSERT INTO product_sent (product_id, sent_at)
    SELECT p.product_id, coalesce(d.let_go_at, p.made_at)
      FROM outward_product p
      LEFT JOIN (SELECT about_id, min(decided_at) FILTER (WHERE outcome = 'PERMIT') AS let_go_at, bool_or(outcome = 'REVIEW') AS was_asked
                   FROM sharing_decision WHERE about_kind = 'product' GROUP BY about_id) d ON d.about_id = p.product_id
     WHERE d.let_go_at IS NOT NULL OR (p.kind = 'handover' AND d.was_asked IS NOT TRUE);`;

/** That a letter or handover may go is not that it was sent: `decision` says when it was, and that is noted. */
export class NoteWhatWasSent1795305600930 implements MigrationInterface {
  readonly name = 'NoteWhatWasSent1795305600930';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLE);
    await queryRunner.query(EARLIER);
    await grantToAppRole(queryRunner, 'product_sent', ['SELECT', 'INSERT']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE product_sent');
  }
}
