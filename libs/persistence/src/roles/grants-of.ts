import type { DataSource } from 'typeorm';

/** Table (or `table.column`) to the privileges a role holds on it, sorted. */
export type Grants = Readonly<Record<string, readonly string[]>>;

const GRANTS = `
  WITH wanted AS (SELECT CASE WHEN $1 = 'PUBLIC' THEN 0 ELSE (SELECT oid FROM pg_roles WHERE rolname = $1) END AS oid),
  objects AS (
    SELECT c.relname AS name, c.relacl AS acl
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
    UNION ALL
    SELECT c.relname || '.' || a.attname, a.attacl
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND a.attnum > 0 AND NOT a.attisdropped)
  SELECT o.name, array_agg(DISTINCT p.privilege_type ORDER BY p.privilege_type)::text[] AS privileges
    FROM objects o CROSS JOIN LATERAL aclexplode(o.acl) p JOIN wanted w ON w.oid = p.grantee
   GROUP BY o.name ORDER BY o.name`;

/**
 * What a role may do to each table of this database, read from the catalogue and not from what a migration says.
 * `PUBLIC` asks what everybody may do. Privileges through ownership or membership are not in it: an app role has neither.
 */
export async function grantsOf(dataSource: DataSource, role: string): Promise<Grants> {
  const rows = await dataSource.query<{ name: string; privileges: string[] }[]>(GRANTS, [role]);
  return Object.fromEntries(rows.map(({ name, privileges }) => [name, privileges]));
}
