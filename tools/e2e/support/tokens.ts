import { z } from 'zod';
import { ACCOUNTS, type Person } from './people';
import { identityUrl, secrets, type ServiceName } from './platform';

const Answer = z.object({ access_token: z.string() });
const kept = new Map<string, Promise<string>>();

async function ask(client: string, path: string, body: string, type: string): Promise<string> {
  const secret = secrets().clients[client] ?? '';
  const authorization = `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}`;
  const headers = { authorization, 'content-type': type };
  const send = () => fetch(`${identityUrl()}${path}`, { method: 'POST', headers, body });
  // A connection kept from an earlier spec may have been closed at the other end meanwhile.
  const response = await send().catch(send);
  if (!response.ok) throw new Error(`${client} got no token: ${String(response.status)}`);
  return Answer.parse(await response.json()).access_token;
}

function keep(key: string, fetched: () => Promise<string>): Promise<string> {
  const token = kept.get(key) ?? fetched();
  kept.set(key, token);
  return token;
}

/** A five-minute token of a demo person for one service. */
export const personToken = (person: Person, service: ServiceName): Promise<string> =>
  keep(`${person} ${service}`, () => {
    const wanted = JSON.stringify({ accountId: ACCOUNTS[person], resource: `urn:mash:${service}` });
    return ask('demo-loader', '/demo/token', wanted, 'application/json');
  });

/** A token that a system gets for itself by client credentials. */
export const systemToken = (client: string, service: ServiceName, scope: string): Promise<string> =>
  keep(`${client} ${service} ${scope}`, () => {
    const wanted = { grant_type: 'client_credentials', resource: `urn:mash:${service}`, scope };
    return ask(client, '/token', new URLSearchParams(wanted).toString(), 'application/x-www-form-urlencoded');
  });
