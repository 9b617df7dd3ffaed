import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sealing from '@mash/sealing';
import { addresses } from '../platform/environment.mjs';
import { fixedPorts } from '../platform/ports.mjs';
import { root } from '../platform/root.mjs';
import { keptSecrets } from '../platform/secrets.mjs';
import { otherClients } from '../platform/services.mjs';
import { readSettings } from '../platform/settings.mjs';

const DEFAULT_CLIENT = 'riverside-health-records';

/** The platform of this checkout, or the one that the environment names (MASH_SECRETS, OIDC_ISSUER, <SERVICE>_URL). */
function platform(environment) {
  const path = environment.MASH_SECRETS ?? join(root, '.run', 'secrets.json');
  if (!existsSync(path)) throw new Error('This checkout has no platform yet: run npm start first.');
  const secrets = keptSecrets(path);
  const own = addresses({ ports: fixedPorts(readSettings(environment)) });
  const urls = Object.fromEntries(Object.keys(own).map((name) => [name, environment[name] ?? own[name]]));
  return { secrets, urls };
}

/** The agent's own key, made at its first start and kept where only its owner reads it. A real system keeps it in its key store. */
async function ownKey(path) {
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  const { privateKey } = await sealing.generateSigningKey();
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, JSON.stringify(privateKey), { mode: 0o600 });
  return privateKey;
}

/** Everything that a demo agency's system has to know. */
export async function agentSettings(environment = process.env) {
  const { secrets, urls } = platform(environment);
  const clientId = environment.AGENT_CLIENT ?? DEFAULT_CLIENT;
  const client = otherClients.find(({ name, agency }) => name === clientId && agency !== undefined);
  if (client === undefined) throw new Error(`${clientId} is no agency's system of the demo`);
  const { d: _private, alg: _alg, use: _use, ...sharingKey } = secrets.signingKeys.sharing;
  const keyPath = environment.AGENT_KEY ?? join(root, '.run', 'demo-agent', `${clientId}.json`);
  return {
    ...{
      clientId,
      clientSecret: secrets.clients[clientId],
      agencyId: client.agency,
      partnershipId: client.partnership,
    },
    ...{ key: await ownKey(keyPath), sharingKey, urls },
  };
}
