import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { establishedPartnership } from './established-partnership';
import { act } from './http';
import { identityUrl, SERVICES, setting, urlOf } from './platform';
import { once } from './once';
import { z } from 'zod';

const run = promisify(execFile);
const upper = (name: string): string => name.toUpperCase().replaceAll('-', '_');
const keys = mkdtempSync(join(tmpdir(), 'mash-agents-'));

/** Runs the demo agent of one agency, as the handbook says to. @returns what it printed, line by line */
export async function agent(clientId: string, command: string): Promise<string[]> {
  const script = join(__dirname, '..', '..', 'demo-agent.mjs');
  const urls = Object.fromEntries(SERVICES.map((service) => [`${upper(service)}_URL`, urlOf(service)]));
  const env = {
    ...{ PATH: process.env['PATH'], OIDC_ISSUER: identityUrl(), MASH_SECRETS: setting('MASH_TEST_SECRETS') },
    ...{ AGENT_CLIENT: clientId, AGENT_KEY: join(keys, `${clientId}.json`), ...urls },
  };
  const { stdout } = await run(process.execPath, [script, command], { env });
  return stdout.trim().split('\n');
}

const Printed = z.object({
  agencyId: z.string(),
  clientId: z.string(),
  publicKey: z.object({ kty: z.string(), crv: z.string(), kid: z.string(), x: z.string() }),
  proof: z.string(),
});

/** The administrator registers what the agent printed. @returns the id of its key */
const registeredNow = async (clientId: string): Promise<string> => {
  await establishedPartnership();
  const printed = Printed.parse(JSON.parse((await agent(clientId, 'key')).join('\n')));
  const validTo = new Date(Date.now() + 300 * 86_400_000).toISOString();
  await act('administrator', 'sharing', '/system-keys', { ...printed, maySeal: ['answer', 'contact'], validTo });
  return printed.publicKey.kid;
};

const registrations = new Map<string, () => Promise<string>>();
export function registered(clientId: string): Promise<string> {
  const registration = registrations.get(clientId) ?? once(() => registeredNow(clientId));
  registrations.set(clientId, registration);
  return registration();
}
