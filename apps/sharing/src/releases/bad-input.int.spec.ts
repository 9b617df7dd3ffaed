import {
  DEMO_AGENCIES,
  DEMO_PARTNERSHIP,
  newId,
  OTHER_PARTNERSHIP,
  type EnvelopeToOpen,
  type Sealed,
} from '@mash/contracts';
import type { PersonActor } from '@mash/authorisation';
import { people } from '@mash/testing';
import { establish } from '../../testing/a-partnership';
import { AnEnquiry } from '../../testing/an-enquiry';
import { startSharing, type Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

const SECRET = 'Saffron heron by the weir.';
const elsewhere: PersonActor = { ...people.analyst, id: people.otherAnalyst.id, partnershipId: OTHER_PARTNERSHIP };
const managerElsewhere: PersonActor = { ...people.manager, id: newId(), partnershipId: OTHER_PARTNERSHIP };

interface World {
  readonly enquiry: AnEnquiry;
  readonly row: EnvelopeToOpen;
  readonly itemIds: readonly (string | undefined)[];
  readonly draft: { draftId: string; sealed: Sealed };
}
interface Call {
  readonly path: string;
  readonly body: object;
  readonly as: PersonActor;
}

const release = ({ enquiry, row }: World, changes: object = {}, as: PersonActor = people.analyst): Call => ({
  ...{ path: '/releases', as },
  body: {
    ...{ releaseId: newId(), enquiryId: enquiry.enquiryId, mode: 'content', purpose: 'S47', envelopes: [row] },
    ...changes,
  },
});
const product = ({ enquiry, row, itemIds }: World, changes: object = {}, as: PersonActor = people.manager): Call => ({
  ...{ path: '/outward-products', as },
  body: {
    ...{ productId: newId(), enquiryId: enquiry.enquiryId, kind: 'handover', purpose: 'S47', audience: 'team_sc' },
    ...{ toAgencyId: DEMO_AGENCIES.socialCare, personIds: [enquiry.personId], words: 'Please assess.' },
    ...{ envelopes: [row], itemIds, people: [], ...changes },
  },
});
const openDraft = ({ draft }: World, changes: object = {}, as: PersonActor = people.teacher): Call => ({
  ...{ path: '/drafts/open', as, body: { ...draft, ...changes } },
});
const preview = ({ enquiry }: World, line: object = {}, as: PersonActor = people.analyst, more: object = {}): Call => ({
  ...{ path: `/enquiries/${enquiry.enquiryId}/ask-preview`, as },
  body: {
    purpose: 'S47',
    lines: [
      {
        ...{ agencyId: DEMO_AGENCIES.police, personId: enquiry.personId, category: 'police-incidents' },
        ...{ existenceOnly: false, need: 'yes', ...line },
      },
    ],
    ...more,
  },
});

type Case = readonly [
  what: string,
  status: number,
  code: string,
  field: string | undefined,
  call: (world: World) => Call,
  /** What the log says where the answer may not: that there is something. */
  logged?: string,
];

const CASES: readonly Case[] = [
  [
    'a release for a purpose nobody knows',
    400,
    'REQUEST.INVALID',
    'purpose',
    (w) => release(w, { purpose: 'CURIOSITY' }),
  ],
  ['a release in a mode nobody knows', 400, 'REQUEST.INVALID', 'mode', (w) => release(w, { mode: 'peek' })],
  ['a release in mode existence', 400, 'REQUEST.INVALID', 'mode', (w) => release(w, { mode: 'existence' })],
  [
    'a release with a field that nobody asked for',
    400,
    'REQUEST.INVALID',
    'override',
    (w) => release(w, { override: true }),
  ],
  ['a release of nothing', 400, 'REQUEST.INVALID', 'envelopes', (w) => release(w, { envelopes: [] })],
  [
    'a release of an envelope of a kind nobody knows',
    400,
    'REQUEST.INVALID',
    'envelopes.0.typ',
    (w) => release(w, { envelopes: [{ ...w.row, typ: 'diary' }] }),
  ],
  [
    'a release to a party nobody knows',
    422,
    'SHARING.RECIPIENT_NOT_FOR_PROTECT',
    'recipient',
    (w) => release(w, { mode: 'protect', recipient: { agencyId: 'nobody' } }),
  ],
  [
    'a release of an enquiry nobody knows',
    404,
    'ENQUIRY.NOT_FOUND',
    undefined,
    (w) => release(w, { enquiryId: newId() }),
    'NOT_FOUND',
  ],
  [
    'a release by a token of another partnership',
    404,
    'ENQUIRY.NOT_FOUND',
    undefined,
    (w) => release(w, {}, elsewhere),
    'NOT_FOUND',
  ],
  [
    'a release by somebody who is not on the enquiry',
    404,
    'ENQUIRY.NOT_FOUND',
    undefined,
    (w) => release(w, {}, people.healthLiaison),
    'NO_ACCESS',
  ],
  ['a release by oversight', 404, 'ENQUIRY.NOT_FOUND', undefined, (w) => release(w, {}, people.igOfficer), 'NO_ACCESS'],

  ['a product for a purpose nobody knows', 400, 'REQUEST.INVALID', 'purpose', (w) => product(w, { purpose: 'NEWS' })],
  [
    'a product for an audience nobody knows',
    400,
    'REQUEST.INVALID',
    'audience',
    (w) => product(w, { audience: 'press' }),
  ],
  [
    'a product to a party nobody knows',
    422,
    'SHARING.RECIPIENT_UNKNOWN',
    undefined,
    (w) => product(w, { toAgencyId: 'nobody' }),
  ],
  [
    'a product to a team at a body that has none',
    422,
    'SHARING.AUDIENCE_MISMATCH',
    undefined,
    (w) => product(w, { toAgencyId: DEMO_AGENCIES.police }),
  ],
  [
    'a product about somebody not on the roster',
    422,
    'SHARING.PERSON_UNKNOWN',
    undefined,
    (w) => product(w, { personIds: [newId()] }),
  ],
  ['a product by an analyst', 403, 'SHARING.MANAGERS_ONLY', undefined, (w) => product(w, {}, people.analyst)],
  [
    'a product by a token of another partnership',
    404,
    'ENQUIRY.NOT_FOUND',
    undefined,
    (w) => product(w, {}, managerElsewhere),
    'NOT_FOUND',
  ],
  [
    'a product by somebody who is not on the enquiry',
    404,
    'ENQUIRY.NOT_FOUND',
    undefined,
    (w) => product(w, {}, people.socialCareManager),
    'NO_ACCESS',
  ],

  ['a draft that is none', 400, 'REQUEST.INVALID', 'draftId', (w) => openDraft(w, { draftId: 'mine' })],
  ['a draft under another id', 422, 'SEAL.HEADER_MISMATCH', undefined, (w) => openDraft(w, { draftId: newId() })],
  [
    'an answer as if it were a draft',
    404,
    'DRAFT.NOT_FOUND',
    undefined,
    (w) => openDraft(w, { sealed: w.row.sealed }),
    'NOT_THE_AUTHOR',
  ],
  [
    'a draft by somebody else',
    404,
    'DRAFT.NOT_FOUND',
    undefined,
    (w) => openDraft(w, {}, people.manager),
    'NOT_THE_AUTHOR',
  ],
  [
    'a draft by its author’s token of another partnership',
    404,
    'DRAFT.NOT_FOUND',
    undefined,
    (w) => openDraft(w, {}, { ...people.teacher, partnershipId: OTHER_PARTNERSHIP }),
    'NOT_THE_AUTHOR',
  ],

  [
    'a preview for a purpose nobody knows',
    400,
    'REQUEST.INVALID',
    'purpose',
    (w) => preview(w, {}, people.analyst, { purpose: 'NEWS' }),
  ],
  [
    'a preview of a category nobody knows',
    400,
    'REQUEST.INVALID',
    'lines.0.category',
    (w) => preview(w, { category: 'gossip' }),
  ],
  [
    'a preview of asking a party nobody knows',
    422,
    'SHARING.UNKNOWN_PARTY',
    'lines.0.agencyId',
    (w) => preview(w, { agencyId: 'nobody' }),
  ],
  [
    'a preview by a token of another partnership',
    404,
    'ENQUIRY.NOT_FOUND',
    undefined,
    (w) => preview(w, {}, elsewhere),
    'NOT_FOUND_OR_NOT_ALLOWED',
  ],
  [
    'a preview by liaison staff',
    404,
    'ENQUIRY.NOT_FOUND',
    undefined,
    (w) => preview(w, {}, people.policeLiaison),
    'NOT_FOUND_OR_NOT_ALLOWED',
  ],
];

describe('Bad input', () => {
  let sharing: Sharing;
  let world: World;

  beforeAll(async () => {
    sharing = await startSharing();
    await establish(sharing);
    const enquiry = await AnEnquiry.begin(sharing);
    const { row, itemIds } = await enquiry.answer([{ text: SECRET }]);
    const draftId = newId();
    const author = people.teacher.id;
    const header = { typ: 'draft', version: 1, partnershipId: DEMO_PARTNERSHIP, draftId, authorId: author } as const;
    const sealed = await enquiry.seal<'draft'>(header, { content: { words: SECRET }, by: author });
    world = { enquiry, row, itemIds, draft: { draftId, sealed } };
    sharing.others.access.set(elsewhere.id, { access: 'ordinary', audience: 'hub_analyst' });
    sharing.others.access.set(managerElsewhere.id, { access: 'ordinary', audience: 'hub_manager' });
  });
  afterAll(() => sharing.close());

  const ask = ({ path, body, as }: Call) => sharing.as(as)('post', path, body);
  const refusedEntries = async (actorId: string): Promise<string[]> => {
    const rows = await sharing.query<{ code: string }>(
      `SELECT envelope -> 'data' ->> 'reasonCode' AS code FROM (SELECT seq, envelope FROM outbox UNION ALL SELECT seq, envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'outcome' = 'refused' AND envelope -> 'data' -> 'actor' ->> 'id' = $1 ORDER BY seq`,
      [actorId],
    );
    return rows.map(({ code }) => code);
  };
  const countOf = async (table: string) =>
    Number((await sharing.query<{ count: string }>(`SELECT count(*) FROM ${table}`))[0]?.count);
  const written = async () => [
    await countOf('release_call'),
    await countOf('disclosure'),
    await countOf('outward_product'),
  ];

  test.each(
    CASES.map(([what, status, code, field, make, logged = code]) => ({ what, status, code, field, make, logged })),
  )(
    '$what is refused by a code, leaves one entry, and shows nothing',
    async ({ status, code, field, make, logged }) => {
      const call = make(world);
      const [before, entries] = [await written(), (await refusedEntries(call.as.id)).length];
      const answer = await ask(call);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      const fields = ((answer.body as { errors?: { field: string }[] }).errors ?? []).map((one) => one.field);
      if (field !== undefined) expect(fields).toContain(field);
      expect(answer.text).not.toMatch(/Saffron|heron/);
      expect((await refusedEntries(call.as.id)).slice(entries)).toEqual([logged]);
      expect(await written()).toEqual(before);
    },
  );

  test('what is no token of ours is refused before anything is read', async () => {
    const { path, body } = release(world);
    const { status } = await sharing.asToken('not.a.token')('post', path, body);
    expect(status).toBe(401);
  });

  describe('a call that is repeated', () => {
    const linesOf = (releaseId: string) =>
      sharing.query('SELECT 1 FROM disclosure WHERE release_id = $1', [releaseId]).then((rows) => rows.length);

    test('under the same id is refused and on record; a reload under a new one is a new line of the ledger', async () => {
      const [first, reload] = [release(world), release(world)];
      const idOf = ({ body }: Call) => (body as { releaseId: string }).releaseId;
      expect((await ask(first)).text).toContain(SECRET);
      const again = await ask(first);
      expect([again.status, again.body.code, again.text.includes(SECRET)]).toEqual([
        409,
        'SHARING.RELEASE_REPEATED',
        false,
      ]);
      expect((await refusedEntries(people.analyst.id)).at(-1)).toBe('SHARING.RELEASE_REPEATED');
      expect((await ask(reload)).text).toContain(SECRET);
      expect([await linesOf(idOf(first)), await linesOf(idOf(reload))]).toEqual([1, 1]);
    });

    test('of eight under one id at once one is answered', async () => {
      const call = release(world);
      const statuses = (await Promise.all(Array.from({ length: 8 }, () => ask(call)))).map(({ status }) => status);
      expect(statuses.sort()).toEqual([200, ...Array<number>(7).fill(409)]);
    });

    test('by somebody else under the same id is refused like one’s own', async () => {
      const call = release(world);
      await ask(call);
      const theirs = await ask({ ...call, as: people.manager });
      expect([theirs.status, theirs.body.code]).toEqual([409, 'SHARING.RELEASE_REPEATED']);
    });

    test('a product under the same id is made once', async () => {
      const call = product(world, { itemIds: [], envelopes: [] });
      expect((await ask(call)).status).toBeLessThan(300);
      const again = await ask(call);
      expect([again.status, again.body.code]).toEqual([409, 'SHARING.RELEASE_REPEATED']);
    });
  });
});
