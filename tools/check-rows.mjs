/**
 * `npm run rows:check [-- --attest-earlier]`: compares every consent, agreement, decision and ledger line of this checkout's running platform with
 * the audit log, and names each row that was edited, taken away or put in behind the application.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from './platform/children.mjs';
import { serviceEnvironment } from './platform/environment.mjs';
import { fixedPorts } from './platform/ports.mjs';
import { root } from './platform/root.mjs';
import { keptSecrets } from './platform/secrets.mjs';
import { services } from './platform/services.mjs';
import { readSettings } from './platform/settings.mjs';

const kept = join(root, '.run', 'secrets.json');
if (!existsSync(kept)) throw new Error('This checkout has no platform yet: run npm start first.');
const settings = readSettings();
const ports = fixedPorts(settings);
const platform = {
  secrets: keptSecrets(kept),
  ports,
  brokers: settings.KAFKA_BROKERS || `127.0.0.1:${ports.kafka}`,
  topicPrefix: settings.TOPIC_PREFIX,
};
const sharing = services.find(({ name }) => name === 'sharing');
const child = startChild({
  name: 'check-rows',
  command: process.execPath,
  args: [join(root, 'apps', 'sharing', 'dist', 'check-rows.js'), ...process.argv.slice(2)],
  env: serviceEnvironment(sharing, platform),
});
process.exitCode = Number(/\d+$/.exec(await child.ended)?.[0] ?? 2);
