import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  ALTER TABLE route DROP CONSTRAINT ck_route_state;
  ALTER TABLE route ADD CONSTRAINT ck_route_state CHECK (state IN ('held', 'waiting', 'accepted', 'returned'));
  ALTER TABLE letter DROP CONSTRAINT ck_letter_outcome;
  ALTER TABLE letter ADD CONSTRAINT ck_letter_outcome CHECK (outcome IN ('PERMIT', 'REVIEW', 'DENY'));`;
const DOWN = `
  UPDATE route SET state = 'returned', reason_code = 'not_released' WHERE state = 'held';
  ALTER TABLE route DROP CONSTRAINT ck_route_state;
  ALTER TABLE route ADD CONSTRAINT ck_route_state CHECK (state IN ('waiting', 'accepted', 'returned'));
  DELETE FROM letter WHERE outcome = 'DENY';
  ALTER TABLE letter DROP CONSTRAINT ck_letter_outcome;
  ALTER TABLE letter ADD CONSTRAINT ck_letter_outcome CHECK (outcome IN ('PERMIT', 'REVIEW'));`;

/** A handover that waits for a human has a route that has not gone yet, or comes back where the human says no. */
export class LetARouteWait1795305600750 implements MigrationInterface {
  readonly name = 'LetARouteWait1795305600750';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
    // Its time begins once it goes.
    await grantToAppRole(queryRunner, 'route', [{ UPDATE: ['routed_at', 'due_at'] }]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}
