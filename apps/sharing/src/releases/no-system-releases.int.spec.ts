import { DEMO_AGENCIES, DEMO_PARTNERSHIP, newId } from '@mash/contracts';
import { people } from '@mash/testing';
import { establish } from '../../testing/a-partnership';
import { aRegisteredSystem } from '../../testing/a-system';
import { AnEnquiry } from '../../testing/an-enquiry';
import { startSharing, type Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

/** Every scope that any client of the platform has. */
const EVERY_SCOPE = [
  ...['internal', 'facts:read', 'keys:lease', 'contacts:create', 'requests:read', 'requests:answer', 'notices:read'],
  ...['capabilities:use', 'facts:dates', 'facts:named'],
];
/** What systems may call at all. None of it gives content, save a capability that was made for the caller's agency (its own spec). */
const FOR_SYSTEMS = [
  ...['POST /keys/leases', 'GET /keys/overflow', 'GET /enquiries/{enquiryId}/key', 'GET /register/agencies'],
  ...['GET /capabilities', 'POST /capabilities/{capabilityId}/open'],
  'POST /facts/known-agencies',
];
/** What answers anybody, without any token: agreements that were published, which name no child. */
const FOR_ANYBODY = [
  'GET /public/partnerships/{partnership}/agreements',
  'GET /public/partnerships/{partnership}/agreements/{slug}',
];
const CLIENTS: [who: string, clientId: string, claims: Record<string, string>][] = [
  ['the console by its own credentials', 'web-console', {}],
  ['contact-intake', 'contact-intake', {}],
  ['decision', 'decision', {}],
  ['agency-requests', 'agency-requests', {}],
  ['audit', 'audit', {}],
  ['sharing itself', 'sharing', {}],
  [
    'the system of an agency',
    'riverside-police-records',
    { agency: DEMO_AGENCIES.police, partnership: DEMO_PARTNERSHIP },
  ],
  [
    'the system of the council',
    'riverside-case-system',
    { agency: DEMO_AGENCIES.council, partnership: DEMO_PARTNERSHIP },
  ],
  ['a system of another partnership', 'elsewhere', { agency: DEMO_AGENCIES.police, partnership: newId() }],
];

type Method = 'get' | 'post' | 'put';

describe('No credential of a service releases anything', () => {
  let sharing: Sharing;
  let endpoints: { name: string; method: Method; path: string }[];
  let enquiry: AnEnquiry;

  beforeAll(async () => {
    sharing = await startSharing();
    await establish(sharing);
    await aRegisteredSystem(sharing);
    enquiry = await AnEnquiry.begin(sharing);
    const { body } = await sharing.as(people.analyst)('get', '/openapi.json');
    const paths = (body as { paths: Record<string, Record<string, unknown>> }).paths;
    endpoints = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => ({
        name: `${method.toUpperCase()} ${path}`,
        method: method as Method,
        path: path.replaceAll(/\{(\w+)\}/g, (_all, parameter) =>
          parameter === 'enquiryId' ? enquiry.enquiryId : newId(),
        ),
      })),
    );
  });
  afterAll(() => sharing.close());

  test('the list of endpoints is the real one', () => {
    const names = endpoints.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...FOR_SYSTEMS, 'POST /releases', 'POST /drafts/open']));
    expect(names).toEqual(
      expect.arrayContaining(['POST /outward-products', 'POST /outward-products/{productId}/open', 'GET /ledger']),
    );
  });

  test.each(CLIENTS)(
    '%s, with every scope there is, is refused at every endpoint that is for people',
    async (_who, clientId, claims) => {
      const ask = sharing.asSystem(EVERY_SCOPE, { clientId, claims });
      const forPeople = endpoints.filter((one) => ![...FOR_SYSTEMS, ...FOR_ANYBODY].includes(one.name));
      for (const { name, method, path } of forPeople) {
        if (name.startsWith('GET /health') || /json$/.test(name)) continue;
        const { status, body } = await ask(method, path, method === 'get' ? undefined : {});
        expect({ name, status, code: body.code }).toEqual({ name, status: 403, code: 'AUTH.PEOPLE_ONLY' });
      }
    },
  );

  test.each(CLIENTS)(
    '%s gets no word of a sealed envelope with a whole and valid body either',
    async (_who, clientId, claims) => {
      const { row } = await enquiry.answer([{ text: 'Saffron heron.' }]);
      const ask = sharing.asSystem(EVERY_SCOPE, { clientId, claims });
      const release = { releaseId: newId(), enquiryId: enquiry.enquiryId, purpose: 'S47', envelopes: [row] };
      for (const mode of ['content', 'ask', 'onward', 'protect']) {
        const { status, text } = await ask('post', '/releases', { ...release, mode });
        expect([status, text.includes('Saffron')]).toEqual([403, false]);
      }
      const draft = await ask('post', '/drafts/open', { draftId: newId(), sealed: row.sealed });
      expect([draft.status, draft.text.includes('Saffron')]).toEqual([403, false]);
    },
  );

  test('with a scope too few, what is for systems is closed too', async () => {
    const none = sharing.asSystem([], { clientId: 'decision' });
    for (const { name, method, path } of endpoints.filter((one) => FOR_SYSTEMS.includes(one.name)))
      expect({ name, status: (await none(method, path, method === 'get' ? undefined : {})).status }).toEqual({
        name,
        status: 403,
      });
  });
});
