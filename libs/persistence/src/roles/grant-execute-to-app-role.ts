import type { QueryRunner } from 'typeorm';
import { appRoleOf } from './app-role';
import { identifier } from './quote';

/**
 * Inside a migration: lets the service's app role, and nobody else, call a function of the owner's. With `SECURITY DEFINER` the app may so
 * do one thing whole (erase an enquiry) for which it has no grants piece by piece.
 * @param signature name and argument types, such as `erase_enquiry(uuid, text[])`
 */
export async function grantExecuteToAppRole(queryRunner: QueryRunner, signature: string): Promise<void> {
  const role = identifier(await appRoleOf(queryRunner));
  await queryRunner.query(`REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`);
  await queryRunner.query(`GRANT EXECUTE ON FUNCTION ${signature} TO ${role}`);
}
