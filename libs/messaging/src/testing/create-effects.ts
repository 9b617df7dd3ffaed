import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the reactions of the tests leave their effects. */
export class CreateEffects1795132900000 implements MigrationInterface {
  readonly name = 'CreateEffects1795132900000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'CREATE TABLE effect (seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, event_id uuid, enquiry_id uuid, n integer)',
    );
    await grantToAppRole(queryRunner, 'effect', ['SELECT', 'INSERT']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE effect');
  }
}
