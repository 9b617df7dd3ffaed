import type { QueryRunner } from 'typeorm';

/** The PostgreSQL session setting that tells a migration which role the service runs as. */
export const APP_ROLE_SETTING = 'mash.app_role';

/** Inside a migration: the app role that grants are for. Throws where the migration was not started by `migrateService`. */
export async function appRoleOf(queryRunner: QueryRunner): Promise<string> {
  const rows = (await queryRunner.query(`SELECT current_setting('${APP_ROLE_SETTING}', true) AS role`)) as {
    role: string | null;
  }[];
  const role = rows[0]?.role ?? '';
  if (role === '') throw new Error('PERSISTENCE.NO_APP_ROLE: run migrations through migrateService');
  return role;
}
