/**
 * `npm run dead-letters -- <service> list [--all] | replay <id> | discard <id> <reason...>`: the operator's command of one service of
 * this checkout's running platform. It asks in the service's own database, as its app role; the running service does the work.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import messaging from '@mash/messaging';
import persistence from '@mash/persistence';
import { databaseUrl } from './platform/databases.mjs';
import { fixedPorts } from './platform/ports.mjs';
import { root } from './platform/root.mjs';
import { keptSecrets } from './platform/secrets.mjs';
import { readSettings } from './platform/settings.mjs';

/** Services that consume events and set poison ones aside. The audit log keeps what it cannot read as bytes: it has no dead letters. */
const consumers = ['contact-intake', 'decision', 'agency-requests', 'sharing'];
const [service, ...argv] = process.argv.slice(2);

if (!consumers.includes(service)) {
  console.error(
    `npm run dead-letters -- <${consumers.join(' | ')}> list [--all] | replay <id> | discard <id> <reason...>`,
  );
  process.exit(2);
}
const kept = join(root, '.run', 'secrets.json');
if (!existsSync(kept)) throw new Error('This checkout has no platform yet: run npm start first.');

const platform = { secrets: keptSecrets(kept), ports: fixedPorts(readSettings()) };
const dataSource = persistence.createDataSource({
  url: databaseUrl(platform, service, 'app'),
  applicationName: 'dead-letters',
});
await dataSource.initialize();
try {
  process.exitCode = await messaging.runDeadLettersCommand(dataSource, argv);
} finally {
  await dataSource.destroy();
}
