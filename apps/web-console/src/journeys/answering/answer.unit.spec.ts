import type { RequestDetail } from '@mash/contracts';
import {
  addItem,
  categoriesOf,
  changeItem,
  pasteTable,
  removeItem,
  sameCoverageForAll,
  takenIn,
  unfinishedErrors,
} from './answer-actions';
import { answerPageView } from './answer.presenter';
import { askedPeople } from './asked/asked-person';
import { newAnswerDraft } from './draft/answer-draft';
import { answerReceiptView } from './receipt.presenter';

const child = '0198cccc-0000-7000-8000-000000000004';
const mother = '0198cccc-0000-7000-8000-000000000005';
const now = new Date('2026-11-23T13:40:00.000Z');
const line = (number: number, personId: string, existenceOnly = false) =>
  ({
    lineId: `0198cccc-0000-7000-8000-00000000010${number}`,
    personId,
    category: 'police-incidents',
    existenceOnly,
    state: 'issued',
  }) as const;
const detail = (changes: Partial<RequestDetail> = {}): RequestDetail => ({
  requestId: '0198cccc-0000-7000-8000-000000000001',
  enquiryId: '0198cccc-0000-7000-8000-000000000002',
  enquiryReference: 'E-7K2Q4X9',
  agencyId: 'riverside-police',
  agencyName: 'Riverside Police',
  purpose: 'S47',
  colour: 'red',
  state: 'open',
  proposedAt: '2026-11-23T12:00:00.000Z',
  proposedBy: 'x',
  late: false,
  chasers: [],
  decided: false,
  lines: [line(1, child), line(2, mother)],
  envelopes: [],
  ...changes,
});
const hubManager = '0198cccc-0000-7000-8000-0000000000a2';
const acting = { detail: detail(), today: '2026-11-23', grades: true, nameable: [hubManager] };
const fields = {
  [`state-${child}`]: 'known_current',
  [`systems-${child}`]: 'Records system',
  [`ids-${child}`]: ['name'],
  [`from-${child}`]: '2019',
  'item-person': child,
  'item-category': 'police-incidents',
  'item-when': 't',
  'item-kind': 'fact',
  'item-text': 'Seen at home.',
  'item-source': 'Records system',
  'item-handling': 'P',
  'item-thirds': 'none',
  'item-bar': 'none',
};
const draft = takenIn(newAnswerDraft(), fields, detail());
const content = {
  purpose: 'S47',
  purposeText: 'We make enquiries under section 47.',
  person: {
    names: ['Kian Marlowe'],
    aliases: ['KJ'],
    birthDate: { year: 2018, month: 5, day: 3 },
    addresses: ['4 Tanner Row, RV1 4TT'],
  },
  questions: [],
} as const;
const people = askedPeople(
  detail().lines,
  new Map([
    [
      child,
      {
        content: {
          ...content,
          person: { ...content.person, names: ['Kian Marlowe'], aliases: ['KJ'], addresses: ['4 Tanner Row, RV1 4TT'] },
          questions: [],
        },
      },
    ],
  ]),
);
const NAMEABLE = [{ value: hubManager, text: 'Helen Okafor (MASH manager)' }];
const page = (changes: Partial<RequestDetail> = {}, its = draft, nameable = NAMEABLE) =>
  answerPageView({
    detail: detail(changes),
    people,
    draft: its,
    grades: true,
    pasted: '',
    errors: [],
    now,
    nameable,
  });

describe('Presses of the answer page', () => {
  test('take in all that was typed, whichever button it was', () => {
    expect(draft.coverage[child]).toMatchObject({ state: 'known_current', systems: 'Records system' });
    expect(draft.unfinished).toMatchObject({ 'item-text': 'Seen at home.' });
    expect(unfinishedErrors(draft)).toHaveLength(1);
  });

  test('add an item and leave the editor ready for the next', () => {
    const acted = addItem(draft, fields, acting);
    expect(acted.errors).toEqual([]);
    expect(acted.draft.items).toHaveLength(1);
    expect(unfinishedErrors(acted.draft)).toEqual([]);
  });

  test('keep an item that has something wrong in the editor', () => {
    const wrong = addItem(draft, { ...fields, 'item-when': '31/2' }, acting);
    expect(wrong.errors).toMatchObject([{ field: 'item-when' }]);
    expect(wrong.draft).toEqual(draft);
  });

  test('keep whom an item was for, also where they cannot be told any more', () => {
    const c = { ...fields, 'item-handling': 'C', 'item-condition': 'NAMED', 'item-named': hubManager };
    const { draft: added } = addItem(draft, c, acting);
    expect(page({}, added).items[0]?.guards).toBe('Handling C: only for the people ticked');
    const again = changeItem(added, added.items[0]!.itemId).draft;
    const nobody = { ...acting, nameable: [] };
    const saved = addItem(again, { ...again.unfinished }, nobody);
    expect(saved.errors).toEqual([]);
    expect(saved.draft.items).toEqual(added.items);
  });

  test('keep an item in the editor where not everybody for whom it is can be told', () => {
    const c = { ...fields, 'item-handling': 'C', 'item-condition': 'NAMED' };
    const { draft: added } = addItem(draft, { ...c, 'item-named': hubManager }, acting);
    const both = { ...c, 'item-named': [hubManager, '0198cccc-0000-7000-8000-00000000beef'] };
    const unfinished = takenIn(added, both, detail()).unfinished;
    const late = addItem({ ...added, unfinished }, both, { ...acting, nameable: [] });
    expect(late.errors).toMatchObject([{ field: 'item-named' }]);
    expect(late.draft).toEqual({ ...added, unfinished });
  });

  test('change an item only when nothing stands half written', () => {
    const { draft: added } = addItem(draft, fields, acting);
    const [item] = added.items;
    expect(changeItem(added, item!.itemId).draft.unfinished).toMatchObject({ 'item-id': item!.itemId });
    const busy = { ...added, unfinished: { 'item-text': 'Another one' } };
    expect(changeItem(busy, item!.itemId).errors).toHaveLength(1);
    expect(changeItem(added, 'no-such-item')).toEqual({ draft: added, errors: [] });
    expect(removeItem(added, item!.itemId).items).toEqual([]);
  });

  test('copy what was searched to everybody, and leave what each already said', () => {
    const said = {
      ...draft,
      coverage: { ...draft.coverage, [mother]: { ...draft.coverage[mother]!, state: 'not_known' as const } },
    };
    const same = sameCoverageForAll(said, detail());
    expect(same.coverage[mother]).toMatchObject({ state: 'not_known', systems: 'Records system', from: '2019' });
  });

  test('copy no result to somebody of whom nothing was said: that each is known or not is said of each', () => {
    const own = sameCoverageForAll(draft, detail()).coverage[mother];
    expect(own).toEqual({
      systems: 'Records system',
      identifiersUsed: own?.identifiersUsed,
      from: '2019',
      to: own?.to,
      note: '',
    });
    expect(page({}, { ...draft, coverage: { ...draft.coverage, [mother]: own! } }).heading).toContain('1 of 2 people');
  });

  test('paste a table for one person, never under handling C', () => {
    const row = { ...fields, paste: 't\tIncidents\tfact\tSeen at home' };
    expect(pasteTable(draft, row, acting).draft.items).toHaveLength(1);
    expect(pasteTable(draft, { ...row, 'item-handling': 'C' }, acting).errors).toMatchObject([
      { field: 'item-handling' },
    ]);
    expect(pasteTable(draft, { paste: 'x' }, acting).errors.map(({ field }) => field)).toEqual([
      'item-person',
      'item-handling',
      'item-bar',
    ]);
  });

  test('paste rows under what was said of a law that limits them, and ask it again of the next item', () => {
    const row = { ...fields, 'item-bar': 'adoption', paste: 't\tIncidents\tfact\tSeen at home' };
    const { draft: pasted } = pasteTable(takenIn(draft, row, detail()), row, acting);
    expect(pasted.items).toMatchObject([{ bar: 'adoption' }]);
    expect(pasted.unfinished).toMatchObject({ 'item-handling': 'P' });
    expect(pasted.unfinished).not.toHaveProperty('item-bar');
  });

  test('take no items for a question whether somebody is known', () => {
    expect(categoriesOf(detail({ lines: [line(1, child, true)] })).size).toBe(0);
  });
});

describe('The answer page', () => {
  test('says how far the answer is, and what each person is asked by', () => {
    expect(page().heading).toBe('1 of 2 people searched, 0 items entered');
    expect(page().purpose).toBe('We make enquiries under section 47.');
    expect(page().people[0]).toMatchObject({ name: 'Kian Marlowe', place: 'Person 1 of 2' });
    expect(page().people[0]?.copy).toBe(
      'Name: Kian Marlowe\nOther names: KJ\nBorn: 3 May 2018 (8 years)\nAddress: 4 Tanner Row, RV1 4TT',
    );
  });

  test('is loud about somebody whose envelope did not open', () => {
    expect(page().people[1]).toMatchObject({ name: 'Person 2', copy: '' });
    expect(page().people[1]?.rows[0]?.isGap).toBe(true);
  });

  test('says that a part answer now beats a full one later, and that an answer flags the decision', () => {
    expect(page({ late: true, decided: true }).notices).toEqual([
      'This is late. A part answer now beats a full one later.',
      'The hub has decided. You can still answer: this will flag the decision.',
    ]);
  });

  test('offers people of the hub for whom alone an item may be, and keeps whom it was for', () => {
    const named = (its: object) => JSON.stringify(page({}, { ...draft, unfinished: { ...its } }).editor?.folded[0]);
    expect(named({})).toContain('Helen Okafor (MASH manager)');
    const gone = '0198cccc-0000-7000-8000-0000000000a9';
    expect(named({ 'item-named': [gone] })).toContain('Somebody whom you ticked before');
    expect(named({ 'item-named': [gone] })).toContain(gone);
    expect(named({})).not.toContain('cannot be had');
    expect(JSON.stringify(page({}, draft, []).editor?.folded[0])).toContain('cannot be had at the moment');
  });

  test('has no item editor where only "do you know them" is asked', () => {
    const only = [line(1, child, true)];
    const view = answerPageView({
      detail: detail({ lines: only }),
      people: askedPeople(only, new Map()),
      draft: newAnswerDraft(),
      grades: true,
      pasted: '',
      errors: [],
      now,
      nameable: [],
    });
    expect(view.editor).toBeUndefined();
    expect(view.people[0]?.questions).toEqual(['Incidents and call-outs: only whether you know them']);
  });
});

describe('The receipt of an answer', () => {
  test('says full or part, in time or late, and names nobody', () => {
    const full = answerReceiptView(detail({ state: 'answered', answeredAt: '2026-11-23T13:30:00.000Z' }), now);
    expect(full).toMatchObject({ heading: 'Your answer is sent', restHref: undefined });
    expect(full.lines).toContain('It is in time.');
    const part = answerReceiptView(detail({ state: 'part_answered', late: true, decided: true }), now);
    expect(part.heading).toBe('Your part answer is sent');
    expect(part.restHref).toMatch(/answer$/);
    expect(part.lines.join(' ')).toContain('flags the decision');
  });
});
