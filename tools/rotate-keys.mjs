/**
 * `npm run keys:rotate`: wraps every enquiry key of this checkout's running platform anew under its current key-encryption key.
 * `npm run keys:rotate -- --new` first makes a new one (the old becomes an earlier one; start the platform again before rotating);
 * `-- --forget` drops the earlier ones. docs/runbooks/rotate-the-key-encryption-key.md has the order, also for production.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from './platform/children.mjs';
import { databaseUrl } from './platform/databases.mjs';
import { inheritedEnvironment, keyEncryptionSecrets } from './platform/environment.mjs';
import { fixedPorts } from './platform/ports.mjs';
import { root } from './platform/root.mjs';
import { keptSecrets } from './platform/secrets.mjs';
import { readSettings } from './platform/settings.mjs';

const kept = join(root, '.run', 'secrets.json');
if (!existsSync(kept)) throw new Error('This checkout has no platform yet: run npm start first.');
const [option] = process.argv.slice(2);

function change(secretsOf) {
  const secrets = JSON.parse(readFileSync(kept, 'utf8'));
  writeFileSync(kept, JSON.stringify({ ...secrets, ...secretsOf(secrets) }, null, 2), { mode: 0o600 });
}

const options = {
  '--new': () => {
    change(({ keyEncryptionKey, earlierKeyEncryptionKeys = '' }) => ({
      keyEncryptionKey: randomBytes(32).toString('base64'),
      earlierKeyEncryptionKeys: [keyEncryptionKey, earlierKeyEncryptionKeys].filter(Boolean).join(','),
    }));
    console.log('There is a new key-encryption key. Start the platform again, then run npm run keys:rotate.');
  },
  '--forget': () => {
    change(() => ({ earlierKeyEncryptionKeys: '' }));
    console.log('The earlier key-encryption keys are forgotten. Start the platform again.');
  },
};

async function rotate() {
  const platform = { secrets: keptSecrets(kept), ports: fixedPorts(readSettings()) };
  const child = startChild({
    name: 'rotate-keys',
    command: process.execPath,
    args: [join(root, 'apps', 'sharing', 'dist', 'rotate-keys.js')],
    env: {
      ...inheritedEnvironment(),
      ...keyEncryptionSecrets(platform.secrets),
      DATABASE_URL: databaseUrl(platform, 'sharing', 'app'),
    },
  });
  process.exitCode = Number(/\d+$/.exec(await child.ended)?.[0] ?? 2);
}

if (option !== undefined && !(option in options)) {
  console.error('npm run keys:rotate [-- --new | --forget]');
  process.exitCode = 2;
} else await (option === undefined ? rotate() : options[option]());
