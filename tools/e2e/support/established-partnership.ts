import { establishPartnership } from '../../demo-data/partnership.mjs';
import { ACCOUNTS, type Person } from './people';
import { call } from './http';
import type { ServiceName } from './platform';
import { Refusal } from './refusal';
import { once } from './once';
import { personToken } from './tokens';

async function asAccount(
  account: string,
  service: ServiceName,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: unknown,
) {
  const person = (Object.keys(ACCOUNTS) as Person[]).find((one) => ACCOUNTS[one] === account) ?? 'administrator';
  const answer = await call(await personToken(person, service), service, path, { method, body });
  if (answer.status >= 400) throw new Refusal(`${method} ${path}`, answer.status, answer.body);
  return answer.body;
}

/** What the demo set acts through, by the tokens of the tests. */
export const demoClient = {
  as: asAccount,
  get: (account: string, service: ServiceName, path: string) => asAccount(account, service, 'GET', path),
  post: (account: string, service: ServiceName, path: string, body?: unknown) =>
    asAccount(account, service, 'POST', path, body),
};

/** Register and agreements of the Riverside partnership, as its people put them in place. What is there stays. */
export const establishedPartnership = once(() => establishPartnership(demoClient, Date.now()));
