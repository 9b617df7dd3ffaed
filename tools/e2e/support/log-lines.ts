import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { logFolder } from './platform';

/** What every process of the platform wrote: services, Kafka and PostgreSQL. */
export async function everyLog(): Promise<{ file: string; text: string }[]> {
  const files = (await readdir(logFolder())).filter((file) => file.endsWith('.log'));
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(join(logFolder(), file), 'utf8') })));
}
