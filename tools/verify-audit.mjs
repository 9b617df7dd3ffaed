/**
 * `npm run audit:verify [-- export.ndjson]`: follows the audit chain of this checkout's running platform, or of an export, and
 * names the first link that does not hold.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from './platform/children.mjs';
import { databaseUrl } from './platform/databases.mjs';
import { inheritedEnvironment, serviceSecrets } from './platform/environment.mjs';
import { fixedPorts } from './platform/ports.mjs';
import { root } from './platform/root.mjs';
import { keptSecrets } from './platform/secrets.mjs';
import { readSettings } from './platform/settings.mjs';

const kept = join(root, '.run', 'secrets.json');
if (!existsSync(kept)) throw new Error('This checkout has no platform yet: run npm start first.');
const platform = { secrets: keptSecrets(kept), ports: fixedPorts(readSettings()) };
const { AUDIT_PUBLIC_KEY } = serviceSecrets('audit', platform);
const child = startChild({
  name: 'verify',
  command: process.execPath,
  args: [join(root, 'apps', 'audit', 'dist', 'verify.js'), ...process.argv.slice(2)],
  env: { ...inheritedEnvironment(), AUDIT_PUBLIC_KEY, DATABASE_URL: databaseUrl(platform, 'audit', 'app') },
});
process.exitCode = Number(/\d+$/.exec(await child.ended)?.[0] ?? 2);
