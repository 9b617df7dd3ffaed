import type { QueryRunner } from 'typeorm';
import { appRoleOf } from './app-role';
import { identifier } from './quote';

export type TablePrivilege = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

/**
 * Inside a migration: gives the service's app role exactly these privileges on a table. `{ UPDATE: ['state'] }` limits one to columns.
 * Identity columns need no grant of their own.
 */
export async function grantToAppRole(
  queryRunner: QueryRunner,
  table: string,
  privileges: readonly (TablePrivilege | { readonly UPDATE: readonly string[] })[],
): Promise<void> {
  const role = identifier(await appRoleOf(queryRunner));
  const wanted = privileges.map((privilege) =>
    typeof privilege === 'string' ? privilege : `UPDATE (${privilege.UPDATE.map(identifier).join(', ')})`,
  );
  await queryRunner.query(`GRANT ${wanted.join(', ')} ON ${identifier(table)} TO ${role}`);
}
