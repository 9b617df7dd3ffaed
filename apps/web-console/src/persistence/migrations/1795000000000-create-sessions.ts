import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sessions as connect-pg-simple keeps them. `sess` holds a CSRF token and what the session keeps for its person, encrypted under
 * a key that only the cookie holds.
 */
export class CreateSessions1795000000000 implements MigrationInterface {
  readonly name = 'CreateSessions1795000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE session (
        sid varchar(128) NOT NULL CONSTRAINT session_pkey PRIMARY KEY,
        sess json NOT NULL,
        expire timestamp(6) NOT NULL
      )`);
    await queryRunner.query('CREATE INDEX session_expire ON session (expire)');
    await grantToAppRole(queryRunner, 'session', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE session');
  }
}
