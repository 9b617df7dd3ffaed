import type { AgencyRequest, ContactDetail, Released, ReleasedItem } from '@mash/contracts';
import { aChild, aRoster } from '../enquiry/testing/an-enquiry';
import { pictureView, type PictureGiven } from './picture.presenter';
import { readFilter } from './picture-filter';
import { sortDay } from './sort-day';

const now = new Date('2026-11-23T13:40:00.000Z');
const id = (number: number): string => `0198cccc-0000-7000-8000-${String(number).padStart(12, '0')}`;
const [child, mother, contactId, police, health] = [id(4), id(5), id(6), id(7), id(8)];
const names = new Map([
  [child, 'Kian Marlowe'],
  [mother, 'Dawn Marlowe'],
]);
const request = (
  requestId: string,
  agencyId: string,
  agencyName: string,
  changes: Partial<AgencyRequest> = {},
): AgencyRequest => ({
  ...{ requestId, agencyId, agencyName, enquiryId: id(2), enquiryReference: 'E-7K2Q4X9', purpose: 'S47' },
  ...{
    state: 'answered',
    proposedAt: '2026-11-23T12:00:00.000Z',
    proposedBy: 'x',
    late: false,
    chasers: [],
    decided: false,
  },
  lines: [
    { lineId: id(31), personId: child, category: 'police-incidents', existenceOnly: false, state: 'answered' },
    { lineId: id(32), personId: mother, category: 'police-incidents', existenceOnly: false, state: 'answered' },
  ],
  ...changes,
});
const item = (number: number, changes: Partial<ReleasedItem> = {}): ReleasedItem => ({
  envelopeId: id(100),
  itemId: id(200 + number),
  visibility: 'shown',
  outcome: 'PERMIT',
  content: {
    when: { date: `2026-10-${String(number).padStart(2, '0')}` },
    kind: 'fact',
    text: `Item ${number}`,
    source: 'RMS',
  },
  agencyId: 'riverside-police',
  personId: child,
  category: 'police-incidents',
  reason: { code: 'X', sentence: 'Because.' },
  decisionId: id(300),
  rule: 'R',
  redactions: [],
  obligations: [],
  ...changes,
});
const withheld: ReleasedItem = {
  ...item(40, { visibility: 'withheld', outcome: 'REVIEW', content: undefined, category: undefined }),
  reason: { code: 'WITHHELD', sentence: 'They have set conditions on who may see it. Ask them.' },
};
const coverage = (personId: string, agencyId: string, state: string): Released['coverage'][number] => ({
  ...{
    envelopeId: id(100),
    agencyId,
    personId,
    state,
    systems: ['RMS'],
    identifiers: ['name', 'date_of_birth'],
    from: '2019-01-01',
  },
});
const released = (items: ReleasedItem[], searched: Released['coverage'] = []): Released => ({
  ...{ releaseId: id(1), releasedAt: now.toISOString(), items, coverage: searched, refused: [] },
});
const contact = { contactId, receivedAt: '2026-11-23T09:00:00.000Z' } as ContactDetail;
const given = (changes: Partial<PictureGiven> = {}): PictureGiven => ({
  ...{
    path: '/enquiries/E-7K2Q4X9/picture',
    contact,
    planned: [],
    released: released([]),
    names,
    roster: undefined,
    now,
  },
  requests: [request(police, 'riverside-police', 'Riverside Police')],
  agencyOfEnvelope: new Map([[id(100), 'riverside-police']]),
  requestOfEnvelope: new Map([[id(100), police]]),
  filter: readFilter({}),
  ...changes,
});

describe('The picture: coverage', () => {
  test('says of each agency what was searched, by what, from when, and who was missed', () => {
    const view = pictureView(given({ released: released([], [coverage(child, 'riverside-police', 'not_known')]) }));
    expect(view.cards[0]).toMatchObject({
      agency: 'Riverside Police',
      state: 'Not known (they searched)',
      isGap: true,
    });
    expect(view.heading).toBe('The agency that was asked has answered in part');
    expect(view.cards[0]?.lines).toEqual([
      'Kian Marlowe: not known. Searched RMS by name, date of birth, from 1 January 2019.',
      'No answer yet about Dawn Marlowe',
    ]);
  });

  test('of an agency that was asked twice, one answer stands in the place of no other, and what it owes still is a gap', () => {
    const [first, second] = [
      request(police, 'riverside-police', 'Riverside Police'),
      request(id(9), 'riverside-police', 'Riverside Police'),
    ];
    const searched = [
      { ...coverage(child, 'riverside-police', 'declined'), envelopeId: id(100) },
      { ...coverage(mother, 'riverside-police', 'not_known'), envelopeId: id(101) },
      { ...coverage(child, 'riverside-police', 'not_known'), envelopeId: id(102) },
    ];
    const requestOfEnvelope = new Map([
      [id(100), police],
      [id(101), police],
      [id(102), id(9)],
    ]);
    const owed = {
      ...second,
      lines: second.lines.map((line) => (line.personId === mother ? { ...line, state: 'issued' as const } : line)),
    };
    const [card] = pictureView(
      given({ requests: [first, owed], requestOfEnvelope, released: released([], searched) }),
    ).cards;
    expect(card).toMatchObject({ state: 'Declined to say', isGap: true });
    expect(card?.lines.map((line) => line.split('.')[0])).toEqual([
      'Kian Marlowe: declined to say',
      'Dawn Marlowe: not known',
      'Kian Marlowe: not known',
      'No answer yet about Dawn Marlowe',
    ]);
  });

  test('tells "no answer yet", late, from "not asked" and from "not known", loudest first', () => {
    const silent = request(health, 'riverside-health-trust', 'Riverside NHS Trust', {
      ...{ state: 'open', late: true, dueAt: '2026-11-23T13:00:00.000Z' },
    });
    const all = [
      coverage(child, 'riverside-police', 'known_current'),
      coverage(mother, 'riverside-police', 'not_known'),
    ];
    const view = pictureView(
      given({
        requests: [request(police, 'riverside-police', 'Riverside Police'), silent],
        planned: [
          { agencyId: 'riverside-homes', agencyName: 'Riverside Homes' },
          { agencyId: 'a-refuge', agencyName: 'The Refuge', askedNotShown: true },
        ],
        released: released([], all),
      }),
    );
    expect(view.heading).toBe('1 of 2 agencies have answered, 1 late');
    expect(view.cards.map(({ state }) => state)).toEqual([
      'No answer yet, 40 min late',
      'Not asked',
      'Whether it was asked is not shown to you',
      'Known to them now',
    ]);
  });
});

describe('The picture: professionals', () => {
  test('are named, and of a child whose places must be kept secret that there may be some', () => {
    const person = aChild({ displayName: 'Kian Marlowe', school: 'Meadow Lane', gp: 'Mill Street' });
    const professionals = (...people: Parameters<typeof aChild>[0][]) =>
      pictureView(given({ roster: aRoster(people.map((one) => ({ ...person, ...one }))) })).professionals;
    expect(professionals({})).toMatchObject([{ value: 'School: Meadow Lane\nGP: Mill Street' }]);
    expect(professionals({ addressProtected: true }, { addressProtected: true, kind: 'adult' })).toEqual([
      { key: 'Kian Marlowe', value: 'School and GP: kept secret' },
    ]);
  });
});

describe('The picture: chronology', () => {
  test('shows the newest twelve, and all on request', () => {
    const items = Array.from({ length: 14 }, (_, index) => item(index + 1));
    const view = pictureView(given({ released: released(items) }));
    expect(view.chronology).toMatchObject({ caption: 'The newest 12 of 14', hasMore: true });
    expect(view.chronology.rows[0]).toMatchObject({ when: '14 October 2026', text: 'Item 14', person: 'Kian Marlowe' });
    expect(view.allHref).toBe('/enquiries/E-7K2Q4X9/picture?all=yes#chronology');
    const all = pictureView(given({ released: released(items), filter: readFilter({ all: 'yes' }) }));
    expect(all.chronology).toMatchObject({ hasMore: false });
  });

  test('is filtered by person and agency, and no address says which agency', () => {
    const items = [item(1), item(2, { personId: mother }), item(3, { agencyId: 'riverside-health-trust' })];
    const filter = readFilter({ person: child, answer: police });
    const view = pictureView(given({ released: released(items), filter }));
    expect(view.chronology.rows.map(({ text }) => text)).toEqual(['Item 1']);
    expect(view.allHref).not.toMatch(/riverside|police/);
    expect(
      pictureView(given({ released: released(items), filter: readFilter({ answer: 'no-such' }) })).chronology.rows,
    ).toEqual([]);
  });

  test('keeps approximate dates in their own words, placed by their year', () => {
    expect(sortDay({ approx: 'winter 2023 or 2024' })).toBe('2024-00-00');
    expect(sortDay({ approx: 'long ago' })).toBe('');
    const items = [item(1), item(2, { content: { when: { approx: 'winter 2024' }, text: 'Older' } })];
    expect(pictureView(given({ released: released(items) })).chronology.rows.map(({ when }) => when)).toEqual([
      '1 October 2026',
      'winter 2024',
    ]);
  });

  test('puts protective orders first, and shows sanitised wording in the place of the text', () => {
    const order = item(9, {
      category: 'protective-orders',
      content: { text: 'secret words', sanitisedText: 'Bail until March' },
    });
    const view = pictureView(given({ released: released([item(1), order]) }));
    expect(view.orders.map(({ text }) => text)).toEqual(['Bail until March']);
    expect(JSON.stringify(view)).not.toContain('secret words');
  });

  test('sets two agencies that speak of the same thing side by side', () => {
    const view = pictureView(
      given({
        released: released([item(1), item(2, { agencyId: 'riverside-education' }), item(3, { personId: mother })]),
      }),
    );
    expect(view.sideBySide.map(({ about, sources }) => [about, sources.length])).toEqual([
      ['Kian Marlowe: incidents and call-outs', 2],
    ]);
  });
});

describe('The picture: what travels with an item, and what is unconfirmed', () => {
  test('says each warning beside the words', () => {
    const warned = item(1, { obligations: ['INFORM_PARENT', 'NOT_TELL_PARENT', 'CARRY_DO_NOT_ALERT'] });
    const [row] = pictureView(given({ released: released([warned]) })).chronology.rows;
    expect(row?.warnings).toEqual([
      expect.stringMatching(/^Unsafe to tell the parent/),
      expect.stringMatching(/^Do not alert/),
    ]);
  });

  test('asks for each warning of an agency once, for all the items that carry it', () => {
    const waits = (number: number, obligations: string[], changes: Partial<ReleasedItem> = {}) =>
      item(number, { visibility: 'withheld', acceptFirst: true, content: undefined, obligations, ...changes });
    const items = [
      waits(1, ['COURT_NOTICE']),
      waits(2, ['COURT_NOTICE', 'SHOW_CONDITION'], { condition: 'Read only.' }),
    ];
    const { accept, withheld: lines } = pictureView(given({ released: released(items) }));
    expect(accept.heading).toBe('Read and accept these, and 2 items show');
    expect(accept.lines).toEqual([
      expect.stringMatching(/^Riverside Police: Court papers/),
      'Riverside Police: Read only.',
    ]);
    expect(accept.values).toEqual([`${id(201)} COURT_NOTICE`, `${id(202)} COURT_NOTICE SHOW_CONDITION`]);
    expect(lines).toEqual([]);
  });

  test('what may be about somebody else stands apart, and is set beside nothing', () => {
    const doubtful = item(2, { agencyId: 'riverside-education', identity: 'possible', category: 'protective-orders' });
    const other = item(3, { agencyId: 'riverside-education', identity: 'possible' });
    const view = pictureView(given({ released: released([item(1), doubtful, other]) }));
    expect(view.chronology.rows).toHaveLength(1);
    expect([view.orders, view.sideBySide]).toEqual([[], []]);
    expect(view.unconfirmed.map(({ text }) => text)).toEqual(['Item 2', 'Item 3']);
  });
});

describe('The picture: why something is shown', () => {
  const law = ['UK GDPR 6(1)(e)', 'Children Act 2004 s16LA'];

  test('names the law and the rule of each item, and of the concern', () => {
    const concern = item(50, { itemId: contactId, envelopeId: contactId, content: { narrative: 'A bruise.' } });
    const items = [item(1, { lawfulBasis: law, rule: 'R-AGR-01' }), { ...concern, lawfulBasis: law, rule: 'R-THR-03' }];
    const view = pictureView(given({ released: released(items) }));
    expect(view.chronology.rows[0]?.basis).toEqual({ law, rule: 'Rule R-AGR-01', restsOn: [] });
    expect(view.concern.basis).toEqual({ law, rule: 'Rule R-THR-03', restsOn: [] });
  });

  test('names no rule that would give the cause away, and nothing where no law is cited', () => {
    const hidden = pictureView(given({ released: released([item(1, { lawfulBasis: law, rule: 'hidden' })]) }));
    expect(hidden.chronology.rows[0]?.basis).toEqual({ law, rule: undefined, restsOn: [] });
    expect(pictureView(given({ released: released([item(1)]) })).chronology.rows[0]?.basis).toBeUndefined();
  });
});

const wordsOf = (of: PictureGiven) => pictureView(of).withheld.map(({ words }) => words);

describe('The picture: what is withheld', () => {
  test('says who answers and by when, the soonest where several wait, and who has let it pass', () => {
    const waits = (dueAt: string, releaser: string) => ({ ...withheld, dueAt, releaser });
    const items = [
      waits('2026-11-23T15:30:00.000Z', 'The hub manager'),
      waits('2026-11-23T14:30:00.000Z', 'The hub manager'),
      waits('2026-11-23T13:00:00.000Z', 'Riverside Police'),
    ];
    const said = 'Riverside Police: withheld. They have set conditions on who may see it. Ask them.';
    expect(wordsOf(given({ released: released(items) }))).toEqual([
      `${said} Riverside Police was to answer by 13:00 today, and has not.`,
      `${said} The hub manager answers by 14:30 today.`,
    ]);
  });

  test('names all who have still to say yes, and by when the last of them is due', () => {
    const both = ['Riverside Police', 'Information governance'];
    const waits = { ...withheld, dueAt: '2026-11-23T15:30:00.000Z', releaser: 'Riverside Police', releasers: both };
    const said = (changes: Partial<ReleasedItem> = {}) =>
      wordsOf(given({ released: released([{ ...waits, ...changes }]) }))[0];
    expect(said()).toContain(
      'Riverside Police and information governance answer by 15:30 today. It needs a yes from both.',
    );
    expect(said({ dueAt: '2026-11-23T13:00:00.000Z' })).toContain('were to answer by 13:00 today, and have not.');
    expect(said({ releasers: [...both, 'The hub manager'] })).toContain(
      'Riverside Police, information governance and the hub manager answer by 15:30 today. It needs a yes from all of them.',
    );
  });

  test('says agency and sentence once, whatever the number; no date, category or count', () => {
    const view = pictureView(given({ released: released([withheld, { ...withheld, itemId: id(999) }]) }));
    expect(view.withheld).toEqual([
      { words: 'Riverside Police: withheld. They have set conditions on who may see it. Ask them.' },
    ]);
    expect(view.chronology.rows).toEqual([]);
  });

  test('leads a manager who may override to one refusal of the rules, whatever their number, and nobody else', () => {
    const refused = { ...withheld, outcome: 'DENY', overridable: true } as const;
    const items = [withheld, refused, { ...refused, itemId: id(999), decisionId: id(301) }];
    const lineFor = (mayOverride: boolean) => pictureView(given({ released: released(items), mayOverride })).withheld;
    expect(lineFor(true)).toEqual([{ words: expect.any(String) as string, overrideHref: `/overrides/of/${id(300)}` }]);
    expect(lineFor(false)).toEqual([{ words: expect.any(String) as string }]);
  });

  test('without the item the page is the same, but for that line', () => {
    const { withheld: _one, ...withIt } = pictureView(given({ released: released([item(1), withheld]) }));
    const { withheld: _none, ...without } = pictureView(given({ released: released([item(1)]) }));
    expect(withIt).toEqual(without);
  });

  test('always ends with the same sentence', () => {
    expect(pictureView(given()).mayBeMore).toBe('There may be information that we cannot tell you about.');
  });

  test('says aloud that something could not be opened', () => {
    const refused = [{ envelopeId: id(100), code: 'SEAL.HEADER_MISMATCH' }];
    expect(pictureView(given({ released: { ...released([]), refused } })).notHere).toEqual([
      'Riverside Police: something they sent could not be opened. Ask them to send it again.',
    ]);
  });

  test('says aloud, once for an agency, that what it answered is not there any more', () => {
    const missing = [1, 2].map((number) => ({ answerId: id(number), agencyId: 'riverside-police' }));
    expect(pictureView(given({ released: { ...released([]), missing } })).notHere).toEqual([
      'Riverside Police: an answer of theirs that was accepted is not there any more, and nothing of it is here. Ask them what they answered, and tell the service desk.',
    ]);
    expect(pictureView(given()).notHere).toEqual([]);
  });

  test('says of an answer that is being checked that it is not here yet', () => {
    const unchecked = [{ agencyName: 'Riverside Police', receivedAt: '2026-11-23T13:30:00.000Z' }];
    expect(pictureView(given({ unchecked })).notHere).toEqual([
      expect.stringMatching(/^Riverside Police: an answer came in .*13:30.* and is being checked/),
    ]);
  });

  test('shows the concern as far as it may be read, in its own place and not among what agencies know', () => {
    const concern = item(1, {
      envelopeId: contactId,
      itemId: contactId,
      agencyId: 'riverside-council',
      content: { narrative: 'He was cold.' },
    });
    const view = pictureView(given({ released: released([concern]) }));
    expect(view.concern).toMatchObject({ words: 'He was cold.', isGap: false });
    expect(view.chronology.rows).toEqual([]);
    const where = { ...concern, content: { narrative: 'He was cold.', whereIsTheChildNow: 'At a friend' } };
    const words = 'He was cold.\n\nWhere the child is now: At a friend';
    expect(pictureView(given({ released: released([where]) })).concern).toMatchObject({ words });
    expect(pictureView(given()).concern.isGap).toBe(true);
  });
});
