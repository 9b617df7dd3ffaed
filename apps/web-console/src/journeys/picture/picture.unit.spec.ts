import type { ReleasedItem } from '@mash/contracts';
import { aChild, aRoster } from '../enquiry/testing/an-enquiry';
import { pictureView } from './picture.presenter';
import { readFilter } from './picture-filter';
import { sortDay } from './sort-day';
import { child, coverage, given, health, id, item, mother, police, released, request } from './testing/a-picture';

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
