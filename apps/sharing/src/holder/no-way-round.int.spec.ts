import { DEMO_AGENCIES, newId, type OutwardProductMade } from '@mash/contracts';
import { people } from '@mash/testing';
import { AHolder } from '../../testing/a-holder';
import { establish } from '../../testing/a-partnership';
import { AnEnquiry, type AnItem } from '../../testing/an-enquiry';
import { startSharing, type Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

/** Words and kind of what may not leave; the second is not even the hub's to see. */
const KEPT: AnItem[] = [
  {
    text: 'Quillon Marchbanks lends them the grey van when the rent is due on Fridays.',
    content: {
      ...{ category: 'police-intelligence', actionTaken: 'Told the night desk of Quillon Marchbanks.' },
      when: { approx: 'every other Friday after Quillon Marchbanks was seen at dawn' },
      source: 'Whoever keeps the books of Quillon Marchbanks at the garage',
      reference: 'Card nine of the index that the Quillon Marchbanks team keeps',
    },
    facts: {
      ...{ category: 'police-intelligence', handling: 'C', condition: { kind: 'NO_ACTION' } },
      flags: ['hub_only', 'source_risk', 'do_not_alert'],
    },
  },
  {
    text: 'Born as Ondine Farrowgate and placed with the family at eleven weeks of age.',
    content: { category: 'social-care-history' },
    facts: { category: 'social-care-history', class: 'personal', bar: 'adoption' },
  },
];
const TELLS = /Quillon|Marchbanks|grey van|Ondine|Farrowgate|police-intelligence|social-care-history|eleven weeks/;
/** What would tell somebody else why it is kept back. */
const CAUSES =
  /ADOPTION|DO_NOT_ALERT|MAY_IDENTIFY_SOURCE|CONDITION_EXCLUDES|DETRIMENT|HOLD_TELLING|R-BAR|R-SRC|R-SAFE|source_at_risk|harm_to_child/;

describe('What is not released', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let itemIds: string[];
  let products: OutwardProductMade[];

  const words = (text: string, changes: object = {}) => ({
    ...{ productId: newId(), enquiryId: enquiry.enquiryId, kind: 'handover', purpose: 'S47', audience: 'team_sc' },
    ...{ toAgencyId: DEMO_AGENCIES.socialCare, personIds: [enquiry.personId], envelopes: [], people: [] },
    ...{ words: text, itemIds, ...changes },
  });
  const LETTER = { kind: 'letter', purpose: 'FEEDBACK', audience: 'referrer_pro', toAgencyId: DEMO_AGENCIES.school };
  const ask = (as: typeof people.manager, ...its: Parameters<ReturnType<Sharing['as']>>) => sharing.as(as)(...its);

  beforeAll(async () => {
    sharing = await startSharing();
    await establish(sharing);
    enquiry = await AnEnquiry.begin(sharing);
    const { access } = sharing.others;
    access.set(people.socialCareManager.id, { access: 'ordinary', audience: 'team_sc' });
    access.set(people.teacher.id, { access: 'ordinary', audience: 'referrer_pro' });
    access.set(people.healthLiaison.id, { access: 'ordinary', audience: 'agency' });
    access.set(people.igOfficer.id, { access: 'ordinary', audience: 'ig' });
    const answer = await enquiry.accepted(...KEPT);
    itemIds = answer.itemIds;
    const police = new AHolder(sharing, enquiry);
    const detriment = {
      says: 'detriment',
      to: { audience: 'team_eh', agencyId: 'x' },
      personId: enquiry.personId,
    } as const;
    await police.states(itemIds[0] ?? '', { facts: detriment, content: { harm: 'Quillon Marchbanks would know.' } });
    await enquiry.released([answer.row]);
    products = [];
    for (const changes of [{}, LETTER, { envelopes: [answer.row] }])
      products.push(
        (await ask(people.manager, 'post', '/outward-products', words('Please assess.', changes)))
          .body as OutwardProductMade,
      );
  });
  afterAll(() => sharing.close());

  test('is in no product and no letter, neither when it is made nor when it is opened', async () => {
    expect(products.map(({ state }) => state)).toEqual(['made', 'waiting_review', 'made']);
    expect(JSON.stringify(products)).not.toMatch(TELLS);
    expect(JSON.stringify(products)).not.toMatch(CAUSES);
    for (const { productId } of products)
      for (const person of [people.socialCareManager, people.teacher, people.manager, people.healthLiaison]) {
        const opened = await ask(person, 'post', `/outward-products/${productId}/open`, { releaseId: newId() });
        expect(JSON.stringify(opened.body)).not.toMatch(TELLS);
        expect(JSON.stringify(opened.body)).not.toMatch(CAUSES);
      }
  });

  test.each([
    ['page of the ledger', '?'],
    ['export of the ledger as CSV', '/export?format=csv&'],
    ['export of the ledger as JSON', '/export?format=json&'],
  ])('is in no %s to anybody but its holder; to the holder, its kind', async (_what, path) => {
    const ledger = (as: typeof people.manager) => ask(as, 'get', `/ledger${path}enquiryId=${enquiry.enquiryId}`);
    const told = async (as: typeof people.manager) => {
      const { status, text } = await ledger(as);
      expect([status, text.includes(enquiry.enquiryId)]).toEqual([200, true]);
      return text;
    };
    for (const as of [people.manager, people.healthLiaison, people.teacher, people.auditor]) {
      const { text } = await ledger(as);
      expect(text).not.toMatch(TELLS);
      expect(text).not.toMatch(CAUSES);
    }
    await told(people.manager);
    // Governance answers for why, and may read the kind of what was told or withheld, never of what may not be known to exist.
    expect(await told(people.igOfficer)).not.toMatch(/Quillon|Ondine|eleven weeks|social-care-history|ADOPTION/);
    const holder = await told(people.policeLiaison);
    expect(holder).toMatch(/police-intelligence/);
    expect(holder).not.toMatch(/Quillon|Ondine|grey van/);
  });

  test('is in no list that the hub, governance or another agency reads', async () => {
    const { enquiryId } = enquiry;
    const paths = [`/enquiries/${enquiryId}/sharing-decisions`, '/reviews', '/holder-tasks', '/agencies'];
    for (const path of paths)
      for (const as of [people.analyst, people.manager, people.healthLiaison, people.igOfficer, people.teacher]) {
        const { body } = await ask(as, 'get', path);
        expect(JSON.stringify(body)).not.toMatch(TELLS);
        expect(JSON.stringify(body)).not.toMatch(CAUSES);
      }
  });

  test('is in no audit entry, event, dead letter or plain column, and neither is why', async () => {
    const tables = await sharing.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    const plain = tables
      .map(({ name }) => name)
      .filter((name) => !['agreement', 'obligation', 'enquiry_key'].includes(name));
    expect(plain).toEqual(
      expect.arrayContaining(['outbox', 'sharing_decision', 'review', 'disclosure', 'holder_statement']),
    );
    for (const name of plain) {
      const rows = JSON.stringify(await sharing.query(`SELECT * FROM ${name}`));
      expect({ name, told: TELLS.exec(rows)?.[0] }).toEqual({ name, told: undefined });
      expect({ name, why: CAUSES.exec(rows)?.[0] }).toEqual({ name, why: undefined });
    }
  });

  test('is in no refusal: not where words repeat it, nor where it is asked for by its id', async () => {
    const text = KEPT[0]?.text ?? '';
    const refused = [
      await ask(people.manager, 'post', '/outward-products', words(text)),
      await ask(people.manager, 'post', '/outward-products', words(`They say ${text.toUpperCase()}`, LETTER)),
      await ask(
        people.manager,
        'post',
        '/outward-products',
        words('Told the night desk of Quillon Marchbanks. Lends them the gr\u00adey van when the rent is d&#117;e.'),
      ),
      await ask(
        people.manager,
        'post',
        '/outward-products',
        words('Please assess.', { people: [{ personId: enquiry.personId, displayName: text }] }),
      ),
      await ask(people.teacher, 'post', '/holder-items/open', {
        releaseId: newId(),
        enquiryId: enquiry.enquiryId,
        itemId: itemIds[0],
      }),
      await ask(people.healthLiaison, 'post', '/holder-items/open', {
        releaseId: newId(),
        enquiryId: enquiry.enquiryId,
        itemId: itemIds[0],
      }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([422, 422, 422, 422, 404, 404]);
    for (const { body } of refused) expect(JSON.stringify(body)).not.toMatch(TELLS);
  });

  test.each([
    ['where its holder has it from', 'Ask whoever keeps the books of Quillon Marchbanks at work.'],
    ['its reference', 'See card nine of the index that the Quillon file is.'],
    ['when it was, in words', 'It was every other Friday after Quillon Marchbanks was seen.'],
  ])('is not told by %s either', async (_, text) => {
    const refused = await ask(people.manager, 'post', '/outward-products', words(text));
    expect(refused).toMatchObject({ status: 422, body: { code: 'SHARING.REPEATS_UNRELEASED' } });
    expect(JSON.stringify(refused.body)).not.toMatch(TELLS);
  });

  test('is not split over two letters to the same recipient', async () => {
    const make = (text: string) => ask(people.manager, 'post', '/outward-products', words(text, { itemIds: [] }));
    expect((await make('Quillon Marchbanks lends them the grey')).status).toBeLessThan(300);
    expect(await make('van when the rent is due on Fridays.')).toMatchObject({
      ...{ status: 422, body: { code: 'SHARING.REPEATS_UNRELEASED' } },
    });
  });

  test('opens to its holder, save where a law bars it first', async () => {
    const police = new AHolder(sharing, enquiry);
    expect((await police.opens(itemIds[0] ?? '')).body).toMatchObject({ text: KEPT[0]?.text });
    const barred = await police.opens(itemIds[1] ?? '');
    expect(barred).toMatchObject({ status: 403, body: { code: 'SHARING.ITEM_BARRED' } });
    expect(JSON.stringify(barred.body)).not.toMatch(TELLS);
  });
});
