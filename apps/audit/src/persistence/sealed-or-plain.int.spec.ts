import { createDataSource } from '@mash/persistence';
import { freshDatabase } from '@mash/testing';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrations } from './migrations';

const CLASSES = ['sealed', 'plain', 'key', 'id', 'time', 'code'];
const COLUMNS = `
  SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1`;
const page = join(__dirname, '../../../../docs/security/sealed-or-plain.md');

/** Column to class, for one database. */
async function classified(database: string): Promise<Map<string, string>> {
  const rows = [...(await readFile(page, 'utf8')).matchAll(/^\| *(\S+)\.(\S+\.\S+) *\| *(\S+) *\| *\S.*\|$/gm)];
  return new Map(
    rows.filter(([, of]) => of === database || of === '*').map(([, , column = '', kind = '']) => [column, kind]),
  );
}

test('Every column of the audit database is classified as sealed or plain, and nothing else is', async () => {
  const database = await freshDatabase('audit', migrations);
  const owner = await createDataSource({ url: database.ownerUrl }).initialize();
  const columns = await owner.query<{ name: string }[]>(COLUMNS);
  await owner.destroy();
  await database.drop();
  const classes = await classified('audit');
  expect([...classes.keys()].sort()).toEqual(columns.map(({ name }) => name).sort());
  expect([...classes.values()].filter((kind) => !CLASSES.includes(kind))).toEqual([]);
});
