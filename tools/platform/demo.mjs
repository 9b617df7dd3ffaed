import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from './children.mjs';
import { addresses, inheritedEnvironment } from './environment.mjs';
import { root } from './root.mjs';

const loader = join(root, 'tools', 'demo-data', 'load.mjs');

/** Prints whom one can sign in as, where the identity provider has demo people. */
export async function printDemoPeople(platform) {
  const answer = await fetch(`http://localhost:${platform.ports['dev-identity']}/demo/people`).catch(() => undefined);
  if (!answer?.ok) return;
  const people = await answer.json();
  platform.say('Sign in as one of the demo people (no password):');
  for (const { name, roleTitle, agency } of people)
    platform.say(`  ${name}, ${roleTitle}${agency ? ` (${agency})` : ''}`);
}

/**
 * Loads the demo partnership through the public API, once for each set of data, and shows its progress. The platform runs on
 * whatever becomes of it.
 */
export async function loadDemo(platform) {
  const loaded = join(platform.folder, `demo-loaded.${platform.secrets.id}`);
  if (!platform.demo || !existsSync(loader) || existsSync(loaded)) return;
  const child = startChild({
    name: 'The demo loader',
    command: process.execPath,
    args: ['--max-old-space-size=128', loader],
    env: {
      ...inheritedEnvironment(),
      ...addresses(platform),
      SERVICE_CLIENT_ID: 'demo-loader',
      SERVICE_CLIENT_SECRET: platform.secrets.clients['demo-loader'],
      // In the demo alone: the loader seals for the demo people it acts for, as the console does for those who sign in.
      CONSOLE_SIGNING_KEY: JSON.stringify(platform.secrets.signingKeys['web-console']),
      SHARING_PUBLIC_KEY: JSON.stringify({ ...platform.secrets.signingKeys.sharing, d: undefined }),
    },
    cwd: root,
  });
  platform.watchToEnd(child);
  const end = await child.ended;
  if (end === 'ended with code 0') writeFileSync(loaded, '');
  else
    platform.say(
      `The demo loader ${end}: the demo partnership is not complete. The platform runs on; the next start goes on loading.`,
    );
}
