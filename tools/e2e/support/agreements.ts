import { Agreements } from '@mash/contracts';
import { agreements } from '../../demo-data/partnership.mjs';
import { act, read } from './http';

const SLUG = 'riverside-mash';

async function newest() {
  const all = (await read('administrator', 'sharing', '/agreements', Agreements)).agreements;
  const versions = all.filter(({ slug }) => slug === SLUG).sort((one, other) => one.version - other.version);
  return versions.at(-1);
}

/** The administrator stops the hub's own agreement. */
export async function stopSharing(): Promise<void> {
  await act('administrator', 'sharing', `/agreements/${String((await newest())?.agreementId)}/stop`);
}

/** The administrator draws the hub's agreement up again, as it was. */
export async function resumeSharing(): Promise<void> {
  const version = ((await newest())?.version ?? 0) + 1;
  const agreement = agreements(Date.now()).find(({ slug }) => slug === SLUG);
  await act('administrator', 'sharing', '/agreements', { ...agreement, version });
}
