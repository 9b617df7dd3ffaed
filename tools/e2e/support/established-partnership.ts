import { establishPartnership } from '../../demo-data/partnership.mjs';
import { ACCOUNTS, type Person } from './people';
import { call } from './http';
import type { ServiceName } from './platform';
import { Refusal } from './refusal';
import { once } from './once';
import { personToken } from './tokens';

async function asAccount(account: string, service: ServiceName, method: 'POST' | 'PUT', path: string, body: unknown) {
  const person = (Object.keys(ACCOUNTS) as Person[]).find((one) => ACCOUNTS[one] === account) ?? 'administrator';
  const answer = await call(await personToken(person, service), service, path, { method, body });
  if (answer.status >= 400) throw new Refusal(`${method} ${path}`, answer.status, answer.body);
  return answer.body;
}

const client = {
  as: asAccount,
  post: (account: string, service: ServiceName, path: string, body: unknown) =>
    asAccount(account, service, 'POST', path, body),
};

/** Register and agreements of the Riverside partnership, as its administrator publishes them. What is there stays. */
export const establishedPartnership = once(() => establishPartnership(client, Date.now()));
