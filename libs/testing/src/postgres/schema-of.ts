import { Client } from 'pg';

/** What makes a schema, without what only tells in which order it was made: the place of a column in its table. */
const PARTS = [
  `SELECT format('column %s.%s %s null=%s default=%s', table_name, column_name, data_type, is_nullable, column_default)
     FROM information_schema.columns WHERE table_schema = 'public'`,
  `SELECT format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'public'::regnamespace`,
  `SELECT format('index %s', indexdef) FROM pg_indexes WHERE schemaname = 'public'`,
  `SELECT format('grant %s.%s %s', table_name, column_name, privilege_type) FROM information_schema.column_privileges
    WHERE table_schema = 'public' AND grantee LIKE '%\\_app'`,
  `SELECT format('grant %s %s', table_name, privilege_type) FROM information_schema.table_privileges
    WHERE table_schema = 'public' AND grantee LIKE '%\\_app'`,
  `SELECT format('trigger %s', pg_get_triggerdef(oid)) FROM pg_trigger WHERE NOT tgisinternal`,
  `SELECT format('function %s', pg_get_functiondef(oid)) FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'`,
];

/** Every column, constraint, index, trigger, function and grant of a database, sorted: two that are alike read alike. */
export async function schemaOf(ownerUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const found: string[] = [];
    for (const part of PARTS) {
      const { rows } = await client.query<{ format: string }>(part);
      found.push(...rows.map(({ format }) => format));
    }
    return found.sort();
  } finally {
    await client.end();
  }
}
