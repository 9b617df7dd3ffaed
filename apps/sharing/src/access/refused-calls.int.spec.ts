import type { PersonActor } from '@mash/authorisation';
import { DEMO_AGENCIES, DEMO_PARTNERSHIP, newId, OTHER_PARTNERSHIP } from '@mash/contracts';
import { people } from '@mash/testing';
import { consentWith } from '../../testing/a-consent';
import { establish } from '../../testing/a-partnership';
import { AnEnquiry } from '../../testing/an-enquiry';
import { startSharing, type Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

interface Call {
  readonly method?: 'get' | 'post';
  readonly path: string;
  readonly body?: object;
  readonly as: PersonActor | { readonly clientId: string; readonly scopes: string[]; readonly claims?: object };
}
interface World {
  readonly sharing: Sharing;
  readonly enquiry: AnEnquiry;
  readonly itemId: string;
}
type Case = readonly [
  what: string,
  status: number,
  code: string,
  action: string,
  call: (world: World) => Promise<Call> | Call,
  /** What the log says where the answer may not: that there is something. */
  logged?: string,
];

const aSystem = (scopes: string[], claims: object = {}) => ({ clientId: `system-${newId()}`, scopes, claims });
const ofElsewhere = { partnership: OTHER_PARTNERSHIP, agency: DEMO_AGENCIES.police };
const platform = () => aSystem(['internal', 'keys:lease', 'facts:read']);

const consent =
  (said: Parameters<ReturnType<typeof consentWith>['statement']>[0], changes: object = {}) =>
  async ({ sharing, enquiry }: World): Promise<Call> => ({
    path: `/enquiries/${enquiry.enquiryId}/consents`,
    body: { ...(await consentWith(sharing, enquiry).statement(said)), ...changes },
    as: people.analyst,
  });
const openItem =
  (as: Call['as'], changes: object = {}, path = '/holder-items/open') =>
  ({ enquiry: { enquiryId }, itemId }: World): Call => ({
    ...{ path, as, body: { releaseId: newId(), enquiryId, itemId, ...changes } },
  });
const openOwn = (as: Call['as'], changes: object = {}) => openItem(as, changes, '/holder-items/open-own');
const releaseBy =
  (as: Call['as']) =>
  ({ enquiry: { enquiryId } }: World): Call => ({
    ...{ path: '/releases', as, body: { releaseId: newId(), enquiryId, mode: 'content', purpose: 'S47' } },
  });
const tomorrow = new Date(Date.now() + 86_400_000).toISOString();

const CASES: readonly Case[] = [
  ['a consent of tomorrow', 422, 'CONSENT.IN_FUTURE', 'consent.state', consent({ statedAt: tomorrow })],
  [
    'a consent of somebody not on the roster',
    422,
    'CONSENT.PERSON_NOT_ON_ROSTER',
    'consent.state',
    consent({ personId: newId() }),
  ],
  ['a consent for a body nobody knows', 422, 'CONSENT.BODY_UNKNOWN', 'consent.state', consent({ bodies: ['nobody'] })],
  ['a consent in a state nobody knows', 400, 'REQUEST.INVALID', 'consent.state', consent({}, { state: 'perhaps' })],

  [
    'a lease for another partnership',
    404,
    'PARTNERSHIP.NOT_FOUND',
    'key.lease',
    () => ({
      path: '/keys/leases',
      body: { partnershipId: DEMO_PARTNERSHIP, use: 'enquiry', count: 1 },
      as: aSystem(['keys:lease'], ofElsewhere),
    }),
  ],
  [
    'the overflow key of another partnership',
    404,
    'PARTNERSHIP.NOT_FOUND',
    'key.lease',
    () => ({
      ...{ method: 'get', path: `/keys/overflow?partnershipId=${DEMO_PARTNERSHIP}` },
      as: aSystem(['keys:lease'], ofElsewhere),
    }),
  ],
  [
    'the key of another partnership’s enquiry',
    404,
    'ENQUIRY_KEY.NOT_FOUND',
    'key.lease',
    ({ enquiry }) => ({
      ...{ method: 'get', path: `/enquiries/${enquiry.enquiryId}/key`, as: aSystem(['keys:lease'], ofElsewhere) },
    }),
  ],

  [
    'an agency’s item under no id',
    400,
    'REQUEST.INVALID',
    'holder-item.open',
    openItem(people.policeLiaison, { itemId: 'mine' }),
  ],
  [
    'an agency’s item by the hub',
    404,
    'HOLDER_STATEMENT.NOT_FOUND',
    'holder-item.open',
    openItem(people.analyst),
    'ROLE_OR_STATE',
  ],
  [
    'all of an agency’s items with a field that nobody asked for',
    400,
    'REQUEST.INVALID',
    'holder-item.open-own',
    openOwn(people.policeLiaison, { all: true }),
  ],
  [
    'all of an agency’s items by the hub',
    404,
    'HOLDER_STATEMENT.NOT_FOUND',
    'holder-item.open-own',
    openOwn(people.analyst),
    'ROLE_OR_STATE',
  ],

  ['a release by an agency’s system', 403, 'AUTH.PEOPLE_ONLY', 'release.request', releaseBy(aSystem([], ofElsewhere))],
  ['a release by a client of the platform', 403, 'AUTH.PEOPLE_ONLY', 'release.request', releaseBy(platform())],
  [
    'an item by a client of the platform',
    403,
    'AUTH.PEOPLE_ONLY',
    'holder-item.open',
    openItem({ ...platform(), scopes: [] }),
  ],
  [
    'a capability without the scope for it',
    403,
    'AUTH.SCOPE_MISSING',
    'capability.use',
    () => ({ path: `/capabilities/${newId()}/open`, body: {}, as: aSystem(['facts:read'], ofElsewhere) }),
  ],
  [
    'a body where none is taken',
    400,
    'REQUEST.INVALID',
    'agreement.stop',
    () => ({ path: `/agreements/${newId()}/stop`, body: { why: 'Because.' }, as: people.igOfficer }),
  ],
];

describe('A call that is refused, whatever refuses it,', () => {
  let world: World;
  beforeAll(async () => {
    const sharing = await startSharing();
    await establish(sharing);
    const enquiry = await AnEnquiry.begin(sharing);
    const { itemIds } = await enquiry.accepted({ text: 'Called to the address twice in May.' });
    world = { sharing, enquiry, itemId: itemIds[0] ?? '' };
  });
  afterAll(() => world.sharing.close());

  const ask = ({ method = 'post', path, body, as }: Call) =>
    'clientId' in as
      ? world.sharing.asSystem(as.scopes, { clientId: as.clientId, claims: { ...as.claims } })(method, path, body)
      : world.sharing.as(as)(method, path, body);
  const entriesOf = ({ as }: Call) =>
    world.sharing.query<{ action: string; code: string }>(
      `SELECT envelope -> 'data' ->> 'action' AS action, envelope -> 'data' ->> 'reasonCode' AS code
         FROM (SELECT seq, envelope FROM outbox UNION SELECT seq, envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'outcome' = 'refused' AND envelope -> 'data' -> 'actor' ->> 'id' = $1 ORDER BY seq`,
      ['clientId' in as ? as.clientId : as.id],
    );
  const shown = () => world.sharing.query('SELECT 1 FROM release_call');

  test.each(
    CASES.map(([what, status, code, action, make, logged = code]) => ({ what, status, code, action, make, logged })),
  )('$what is answered by a code and leaves one entry', async ({ status, code, action, make, logged }) => {
    const call = await make(world);
    const [before, released] = [await entriesOf(call), await shown()];
    const { status: answered, body, text } = await ask(call);
    expect([answered, (body as { code: string }).code]).toEqual([status, code]);
    expect(text).not.toContain('address twice');
    const entries = (await entriesOf(call)).slice(before.length);
    expect(entries).toEqual([{ action, code: logged }]);
    expect(await shown()).toEqual(released);
  });

  test('by a client of the platform is kept in the log of the partnership whose enquiry it named', async () => {
    const call = releaseBy(platform())(world);
    await ask(call);
    const [kept] = await world.sharing.query(
      `SELECT key, envelope -> 'data' ->> 'reasonCode' AS code
         FROM (SELECT key, envelope FROM outbox UNION SELECT key, envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' -> 'actor' ->> 'id' = $1`,
      ['clientId' in call.as ? call.as.clientId : ''],
    );
    expect(kept).toEqual({ key: DEMO_PARTNERSHIP, code: 'AUTH.PEOPLE_ONLY' });
  });

  test('and one that is answered leaves none', async () => {
    const call = openItem(people.policeLiaison)(world);
    world.sharing.others.access.set(people.policeLiaison.id, { access: 'ordinary', audience: 'police' });
    const before = await entriesOf(call);
    expect((await ask(call)).status).toBeLessThan(300);
    expect(await entriesOf(call)).toEqual(before);
  });
});
