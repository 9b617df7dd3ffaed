import { ContactReceipt, newId, Obligations, PeopleNames, Queue } from '@mash/contracts';
import { auditOf } from './support/auditing';
import { DecidedStory } from './support/decided-story';
import { eventually } from './support/eventually';
import { aFamily } from './support/family';
import { act, call, callAs, read } from './support/http';
import { endpointsOf, filled, type Endpoint } from './support/open-api';
import { ACCOUNTS, type Person } from './support/people';
import { SERVICES, type ServiceName } from './support/platform';
import { enquiryOf } from './support/rating';
import { setAccess } from './support/restricting';
import { contactOf } from './support/recording';
import { envelopesOf, tryRelease } from './support/releasing';
import { once } from './support/once';
import { systemToken, personToken } from './support/tokens';

const story = new DecidedStory({ family: aFamily({ surname: 'Bramblethorpe' }), late: 'riverside-education' });

/** Real ids of Riverside, by the name of the path parameter that takes them. */
const realIds = once(async (): Promise<Record<string, string | undefined>> => {
  const item = await story.taken();
  const letterId = await story.told();
  const { enquiryId, reference } = await story.opened();
  const enquiry = await enquiryOf(enquiryId);
  const request = await story.requestTo('riverside-police');
  const [answer] = await story.checked();
  const review = await story.reviewed();
  const tasks = await read('manager', 'sharing', `/enquiries/${enquiryId}/obligations`, Obligations);
  return {
    ...{ enquiryId, reference, productId: letterId, requestId: request.requestId, lineId: request.lines[0]?.lineId },
    ...{ mentionId: story.family.child.mentionId, personId: await story.childId(), answerId: answer?.answerId },
    ...{ routeId: item?.routeId, decisionId: enquiry.decisions[0]?.decisionId },
    ...{ version: '1', format: 'yaml', partnership: 'riverside', slug: 'riverside-mash' },
    ...{ reviewId: review.reviewId, sharingDecisionId: review.sharingDecisionId },
    ...{ agreementId: '01980000-0000-7000-8000-0000000a0001', appointmentId: '01980000-0000-7000-8000-0000000b0001' },
    obligationId: tasks.obligations[0]?.obligationId,
  };
});
/**
 * The endpoints that answer anybody, all of them: sharing agreements are public (Durham D6). Each is named here by hand, so that a new one
 * does not open by mistake.
 */
const OPEN_TO_ALL = [
  'GET /public/partnerships/{partnership}/agreements',
  'GET /public/partnerships/{partnership}/agreements/{slug}',
];
const isOpen = ({ method, path }: Endpoint): boolean => OPEN_TO_ALL.includes(`${method} ${path}`);
const withBody = (method: string) => (method === 'GET' || method === 'DELETE' ? {} : { body: {} });

describe('Without a token', () => {
  test.each(SERVICES)('no endpoint of %s answers', async (service) => {
    const endpoints = (await endpointsOf(service)).filter((one) => !isOpen(one));
    expect(endpoints.length).toBeGreaterThan(3);
    for (const { method, path } of endpoints) {
      const url = filled(path, () => newId());
      const answer = await call(undefined, service, url, { method, ...withBody(method) });
      expect({ method, path, status: answer.status }).toEqual({ method, path, status: 401 });
    }
  });

  test('but for the public agreements, which say nothing of a partnership or an agreement that is not public', async () => {
    const open = (await endpointsOf('sharing')).filter(isOpen);
    expect(open).toHaveLength(OPEN_TO_ALL.length);
    for (const { method, path } of open) {
      const { status, body } = await call(
        undefined,
        'sharing',
        filled(path, () => newId()),
        { method },
      );
      expect({ status, code: (body as { code?: string }).code }).toEqual({ status: 404, code: 'AGREEMENT.NOT_FOUND' });
    }
  });

  test('nor with one that is made up, or that was given for another service', async () => {
    const forOthers = await personToken('analyst', 'decision');
    const tries: [ServiceName, string][] = [
      ['contact-intake', '/contacts'],
      ['sharing', '/agreements'],
      ['audit', '/entries'],
    ];
    for (const token of ['not.a.token', forOthers])
      for (const [service, path] of tries) expect((await call(token, service, path)).status).toBe(401);
  });
});

describe('The analyst of another partnership', () => {
  test.each(SERVICES)('finds nothing in %s: a record of Riverside reads as one that is not there', async (service) => {
    const ids = await realIds();
    for (const { method, path } of (await endpointsOf(service)).filter(
      (one) => one.path.includes('{') && !isOpen(one),
    )) {
      const asked = (valueOf: (parameter: string) => string) =>
        callAs('stranger', service, filled(path, valueOf), { method, ...withBody(method) });
      const real = await asked((parameter) => ids[parameter] ?? newId());
      const invented = await asked((parameter) => (parameter === 'reference' ? 'C-2222222' : newId()));
      const seen = ({ status, body }: typeof real) => ({ path, status, code: (body as { code?: string }).code });
      expect(seen(real)).toEqual(seen(invented));
      if (method === 'GET' && service !== 'audit') expect([403, 404]).toContain(real.status);
      expect(JSON.stringify(real.body)).not.toMatch(/Bramblethorpe|Quarry/);
    }
  });

  test('sees an empty queue, no names and no contacts', async () => {
    const { personId } = await realIds();
    const queue = await read('stranger', 'decision', '/queue?view=all&page=1', Queue);
    expect(queue.rows).toEqual([]);
    const names = await act(
      'stranger',
      'contact-intake',
      '/people/names',
      { personIds: [personId] },
      { schema: PeopleNames },
    );
    expect(names.people).toEqual([]);
    const wanted = { enquiryId: await story.enquiryId(), surname: 'Bramblethorpe' };
    const search = await callAs('stranger', 'contact-intake', '/people/search', { method: 'POST', body: wanted });
    expect(search.status).toBe(404);
  });

  test('gets nothing opened', async () => {
    const envelopes = (await story.checked()).flatMap(envelopesOf);
    const { status } = await tryRelease('stranger', { enquiryId: await story.enquiryId(), envelopes });
    expect(status).toBe(404);
  });
});

describe('Whoever is not in the enquiry', () => {
  const content: readonly [ServiceName, string][] = [
    ['contact-intake', 'contact'],
    ['contact-intake', 'roster'],
    ['agency-requests', 'answers'],
    ['agency-requests', 'requests'],
    ['agency-requests', 'plan'],
  ];

  test.each(['governance', 'administrator', 'auditor', 'generalPractitioner', 'police', 'earlyHelp'] as const)(
    'reads no content of it: %s',
    async (person) => {
      const enquiryId = await story.enquiryId();
      for (const [service, what] of content) {
        const { status, body } = await callAs(person, service, `/enquiries/${enquiryId}/${what}`);
        expect({ what, status }).toEqual({ what, status: 404 });
        expect(JSON.stringify(body)).not.toContain('Bramblethorpe');
      }
    },
  );

  test('and the referrer reads what they sent, and none of the hub’s work on it', async () => {
    const { enquiryId } = await story.opened();
    expect((await callAs('teacher', 'contact-intake', `/enquiries/${enquiryId}/contact`)).status).toBe(200);
    for (const [service, what] of content.slice(1))
      expect((await callAs('teacher', service, `/enquiries/${enquiryId}/${what}`)).status).toBe(404);
    expect((await callAs('teacher', 'decision', `/enquiries/${enquiryId}`)).status).toBe(404);
  });

  test('information governance oversees, and is released no content', async () => {
    const enquiryId = await story.enquiryId();
    const envelopes = (await story.checked()).flatMap(envelopesOf);
    const { status, body } = await tryRelease('governance', { enquiryId, envelopes });
    const items = (body as { items?: { visibility: string }[] }).items ?? [];
    expect(items.filter(({ visibility }) => visibility === 'shown')).toEqual([]);
    expect(JSON.stringify(body)).not.toMatch(/appointments were missed|park after dark/);
    expect([200, 404]).toContain(status);
    expect((await callAs('governance', 'sharing', `/ledger?enquiryId=${enquiryId}`)).status).toBe(200);
  });

  test('an agency finds neither the request to another one, nor its answer, nor may it answer in its place', async () => {
    await story.answered();
    const { requestId } = await story.requestTo('riverside-police');
    for (const person of ['health', 'education', 'socialCare', 'housing'] as const) {
      expect((await callAs(person, 'agency-requests', `/requests/${requestId}`)).status).toBe(404);
      const sealed = { kid: 'k', envelope: 'aaaaaaaa.a.aaaaaa.aaaa.aaaa' };
      const body = {
        answerId: newId(),
        complete: true,
        envelopes: [{ envelopeId: newId(), personId: newId(), sealed }],
      };
      const given = await callAs(person, 'agency-requests', `/requests/${requestId}/answers`, { method: 'POST', body });
      expect(given.status).toBe(404);
      const { body: worklist } = await callAs(person, 'agency-requests', '/worklist');
      expect(JSON.stringify(worklist)).not.toContain(requestId);
    }
  });
});

describe('A system', () => {
  test.each<[string, string]>([
    ['web-console', 'keys:lease'],
    ['decision', 'facts:read'],
    ['agency-requests', 'facts:read'],
    ['contact-intake', 'internal'],
  ])('releases nothing by its own credentials: %s', async (client, scope) => {
    const token = await systemToken(client, 'sharing', scope);
    const enquiryId = await story.enquiryId();
    const envelopes = (await story.checked()).flatMap(envelopesOf);
    const release = { releaseId: newId(), enquiryId, mode: 'content', purpose: 'EH', envelopes };
    const letter = `/outward-products/${await story.told()}/open`;
    const tries: [string, unknown][] = [
      ['/releases', release],
      [letter, { releaseId: newId() }],
    ];
    for (const [path, body] of tries)
      expect((await call(token, 'sharing', path, { method: 'POST', body })).status).toBe(403);
  });

  test('reads no name by the scope that reads facts', async () => {
    const token = await systemToken('sharing', 'contact-intake', 'facts:read');
    const enquiryId = await story.enquiryId();
    const facts = await call(token, 'contact-intake', `/facts/enquiries/${enquiryId}`);
    expect(facts.status).toBe(200);
    const { forenames = '' } = story.family.child;
    expect(JSON.stringify(facts.body)).not.toMatch(new RegExp(`Bramblethorpe|Quarry|${forenames}`));
    expect((await call(token, 'contact-intake', `/enquiries/${enquiryId}/roster`)).status).toBe(403);
  });
});

describe('What is not asked for', () => {
  test('is refused by name: an unknown field, wherever it stands', async () => {
    const contact = await contactOf(aFamily({ surname: 'Bramblecote' }), 'teacher');
    const [first, ...others] = contact.people;
    const unknown = { ...contact, people: [{ ...first, shoeSize: 7 }, ...others] };
    const { status, body } = await callAs('teacher', 'contact-intake', '/contacts', {
      ...{ method: 'POST', body: unknown, headers: { 'idempotency-key': contact.contactId } },
    });
    expect({ status, body }).toMatchObject({
      status: 400,
      body: { errors: [{ field: expect.stringContaining('people.0') as string }] },
    });
    expect(ContactReceipt.safeParse(body).success).toBe(false);
  });

  test.each<[ServiceName, string, number]>([
    ['contact-intake', '/contacts', 1.2],
    ['decision', `/enquiries/${newId()}/ratings`, 1.2],
    ['agency-requests', `/enquiries/${newId()}/requests`, 1.2],
    ['sharing', '/releases', 9],
  ])('is refused unread where it is too big: %s', async (service, path, megabytes) => {
    const body = { words: 'x'.repeat(megabytes * 1_000_000) };
    const headers = { 'idempotency-key': newId() };
    expect((await callAs('analyst', service, path, { method: 'POST', body, headers })).status).toBe(413);
  });
});

/** What in a path belongs to one enquiry: its own id, or that of something which hangs on it. */
const OF_AN_ENQUIRY =
  /\{(enquiryId|reference|productId|requestId|lineId|mentionId|personId|answerId|routeId|decisionId|reviewId|sharingDecisionId|obligationId)\}/;

/** Last here: from now on the enquiry is shut. */
describe('An enquiry that is restricted', () => {
  const enquiryBound = async (service: ServiceName) =>
    (await endpointsOf(service)).filter(({ path }) => OF_AN_ENQUIRY.test(path) && !path.startsWith('/facts'));
  const asked = async (
    person: Person,
    service: ServiceName,
    { method, path }: Endpoint,
    ids: Record<string, string | undefined>,
  ) => {
    const answer = await callAs(
      person,
      service,
      filled(path, (name) => ids[name] ?? (name === 'reference' ? 'C-2222222' : newId())),
      { method, ...withBody(method) },
    );
    return { answer, seen: { method, path, status: answer.status, code: (answer.body as { code?: string }).code } };
  };

  beforeAll(async () => {
    const { enquiryId } = await realIds();
    const enquiry = String(enquiryId);
    await setAccess(enquiry, { restricted: true, conflicts: [ACCOUNTS.analyst] });
    const closed: readonly [ServiceName, string][] = [
      ['contact-intake', 'roster'],
      ['agency-requests', 'requests'],
      ['sharing', 'sharing-decisions'],
    ];
    for (const [service, part] of closed)
      await eventually(async () =>
        expect((await callAs('analyst', service, `/enquiries/${enquiry}/${part}`)).status).toBe(404),
      );
  });

  describe.each(['analyst', 'secondAnalyst'] as const)('to %s, who is in conflict or is not named,', (person) => {
    test.each(SERVICES)('reads in %s as one that is not there', async (service) => {
      const ids = await realIds();
      for (const endpoint of await enquiryBound(service)) {
        const [real, invented] = [
          await asked(person, service, endpoint, ids),
          await asked(person, service, endpoint, {}),
        ];
        expect(real.seen).toEqual(invented.seen);
        if (endpoint.method === 'GET' && service !== 'audit') expect([403, 404]).toContain(real.answer.status);
        expect(JSON.stringify(real.answer.body)).not.toMatch(/Bramblethorpe|Quarry/);
      }
    });

    test('is in no list, and nobody of it is found', async () => {
      const { enquiryId, personId } = await realIds();
      const lists: readonly [ServiceName, string][] = [
        ['decision', '/queue?view=all&page=1'],
        ['contact-intake', '/contacts'],
        ['contact-intake', '/telephone-tasks'],
        ['sharing', '/reviews'],
        ['sharing', '/overrides'],
        ['sharing', '/obligations'],
      ];
      for (const [service, path] of lists)
        expect(JSON.stringify((await callAs(person, service, path)).body)).not.toContain(String(enquiryId));
      const names = await act(
        person,
        'contact-intake',
        '/people/names',
        { personIds: [personId] },
        { schema: PeopleNames },
      );
      expect(names.people).toEqual([]);
    });
  });

  test('and every look that was refused is on record, with its reason', async () => {
    const { enquiryId } = await realIds();
    await eventually(async () => {
      const refused = (await auditOf(String(enquiryId))).filter(({ outcome }) => outcome === 'refused');
      const services = refused.map(({ service }) => service);
      for (const service of ['agency-requests', 'contact-intake', 'decision', 'sharing'])
        expect(services).toContain(service);
      for (const account of [ACCOUNTS.analyst, ACCOUNTS.secondAnalyst])
        expect(refused.map(({ actor }) => actor.id)).toContain(account);
    });
  });

  test('while whoever is named, and the agency that was asked, go on', async () => {
    const { enquiryId, requestId } = await realIds();
    for (const [service, part] of [
      ['contact-intake', 'roster'],
      ['agency-requests', 'requests'],
      ['sharing', 'sharing-decisions'],
      ['decision', ''],
    ] as const)
      expect(
        (await callAs('manager', service, `/enquiries/${String(enquiryId)}/${part}`.replace(/\/$/, ''))).status,
      ).toBe(200);
    expect((await callAs('police', 'agency-requests', `/requests/${String(requestId)}`)).status).toBe(200);
  });
});
