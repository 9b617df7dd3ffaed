import { newId } from '@mash/contracts';
import { otherClients, services } from '../platform/services.mjs';
import { aFamily } from './support/family';
import { call } from './support/http';
import { once } from './support/once';
import { endpointsOf, filled, type Endpoint } from './support/open-api';
import { SERVICES, type ServiceName } from './support/platform';
import { Story } from './support/story';
import { systemToken } from './support/tokens';

/**
 * What a system may call, by the scope that opens it, all of it. Each is named here by hand: an endpoint that is not here is shut to every
 * credential of every service and of every agency's system, and a new one does not open by mistake.
 */
const OPEN_BY_SCOPE: Readonly<Record<string, readonly string[]>> = {
  'keys:lease': ['sharing POST /keys/leases', 'sharing GET /keys/overflow', 'sharing GET /enquiries/{enquiryId}/key'],
  'facts:read': [
    'contact-intake GET /facts/enquiries/{enquiryId}',
    'contact-intake GET /facts/consents/{statementId}',
    'contact-intake GET /facts/contacts/{contactId}',
    'contact-intake GET /facts/people/{personId}/former-ids',
    'decision GET /facts/enquiries/{enquiryId}',
    'decision POST /facts/access',
    'decision GET /facts/notices/{noticeId}',
    'agency-requests GET /facts/lines/{lineId}',
    'agency-requests GET /facts/answers/{answerId}',
    'sharing GET /register/agencies',
    'audit GET /row-attestations',
    'audit GET /row-attestations/partnerships',
  ],
  'facts:dates': ['contact-intake GET /facts/passed-dates'],
  'facts:named': ['sharing POST /facts/known-agencies'],
  'contacts:create': ['contact-intake POST /contacts'],
  'requests:read': ['agency-requests GET /worklist', 'agency-requests GET /requests/{requestId}'],
  'requests:answer': [
    'agency-requests POST /requests/{requestId}/answers',
    'agency-requests GET /requests/{requestId}/answers/{answerId}',
  ],
  'notices:read': ['decision GET /notices'],
  'capabilities:use': ['sharing GET /capabilities', 'sharing POST /capabilities/{capabilityId}/open'],
  internal: [],
};
const TO_ANYBODY = [
  'sharing GET /public/partnerships/{partnership}/agreements',
  'sharing GET /public/partnerships/{partnership}/agreements/{slug}',
];

const CLIENTS = [...services, ...otherClients]
  .map(({ name, scopes }) => ({ name, scopes }))
  .filter(({ scopes }) => scopes.length > 0);
const story = new Story({ family: aFamily({ surname: 'Larkhanger' }) });
const enquiryId = once(() => story.enquiryId());

interface Seen {
  readonly name: string;
  readonly status: number;
  readonly code: string | undefined;
}

/** Every endpoint of a service, asked with this token. Where a path takes an enquiry it is a real one. */
async function walk(token: string, service: ServiceName): Promise<Seen[]> {
  const enquiry = await enquiryId();
  const seen: Seen[] = [];
  for (const { method, path } of await endpointsOf(service)) {
    const url = filled(path, (parameter) => (parameter === 'enquiryId' ? enquiry : newId()));
    const its = { method, ...bodyFor(method), headers: { 'idempotency-key': newId() } };
    const { status, body } = await call(token, service, url, its);
    seen.push({ name: `${service} ${method} ${path}`, status, code: (body as { code?: string }).code });
    expect(JSON.stringify(body)).not.toContain('Larkhanger');
  }
  return seen;
}
const bodyFor = (method: Endpoint['method']) => (method === 'GET' || method === 'DELETE' ? {} : { body: {} });
const isShut = ({ status, code }: Seen): boolean =>
  status === 403 && (code === 'AUTH.PEOPLE_ONLY' || code === 'AUTH.SCOPE_MISSING');
const openBy = (scopes: readonly string[], service: ServiceName): string[] =>
  [...scopes.flatMap((scope) => OPEN_BY_SCOPE[scope] ?? []), ...TO_ANYBODY].filter((name) =>
    name.startsWith(`${service} `),
  );

describe('The credential of a system', () => {
  test('has no scope that is not looked at here', () => {
    const scopes = CLIENTS.flatMap((client) => client.scopes);
    expect(Object.keys(OPEN_BY_SCOPE).sort()).toEqual([...new Set(scopes)].sort());
  });

  describe.each(CLIENTS)('of $name, with every scope it has,', ({ name, scopes }) => {
    test.each(SERVICES)('opens in %s what its scopes are for, and nothing else', async (service) => {
      const seen = await walk(await systemToken(name, service, scopes.join(' ')), service);
      const open = seen.filter((one) => !isShut(one)).map((one) => one.name);
      expect(open.sort()).toEqual(openBy(scopes, service).sort());
    });
  });

  describe.each(Object.keys(OPEN_BY_SCOPE))('with the scope %s alone', (scope) => {
    const client = CLIENTS.find(({ scopes }) => scopes.includes(scope))?.name ?? '';
    test.each(SERVICES)('opens in %s what that scope is for', async (service) => {
      const seen = await walk(await systemToken(client, service, scope), service);
      const open = seen.filter((one) => !isShut(one)).map((one) => one.name);
      expect(open.sort()).toEqual(openBy([scope], service).sort());
    });
  });

  test('given for one service is nobody’s at another', async () => {
    for (const made of SERVICES)
      for (const used of SERVICES.filter((service) => service !== made)) {
        const token = await systemToken('decision', made, 'facts:read');
        const [endpoint] = await endpointsOf(used);
        const path = filled(endpoint?.path ?? '', () => newId());
        const { status } = await call(token, used, path, { method: endpoint?.method ?? 'GET' });
        expect({ made, used, status }).toEqual({ made, used, status: 401 });
      }
  });
});
