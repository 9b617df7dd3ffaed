import type { Category } from '@mash/contracts';
import { Posted } from '../../../forms/posted';
import { carriedOver, editorFieldsOf, fieldsOfItem, isHalfWritten } from './fields-of-item';
import { readItem, type AskedFor } from './item.form';

const child = '0198cccc-0000-7000-8000-000000000004';
const mother = '0198cccc-0000-7000-8000-000000000005';
const police: readonly Category[] = ['police-incidents', 'police-intelligence'];
const analyst = '0198cccc-0000-7000-8000-0000000000a1';
const manager = '0198cccc-0000-7000-8000-0000000000a2';
const asked: AskedFor = {
  categories: new Map([
    [child, police],
    [mother, ['police-convictions']],
  ]),
  today: '2026-11-23',
  grades: true,
  nameable: [analyst, manager],
};
const whole = {
  'item-person': child,
  'item-category': 'police-incidents',
  'item-when': '3/11',
  'item-kind': 'fact',
  'item-text': 'Called to the house by a neighbour.',
  'item-source': 'Records management system',
  'item-handling': 'P',
  'item-thirds': 'none',
  'item-bar': 'none',
};
const read = (fields: object = {}) => readItem(new Posted({ ...whole, ...fields }), asked);
const fieldsWrong = (fields: object): string[] => read(fields).errors.map(({ field }) => field);

describe('The item editor', () => {
  test('reads an item that could be sealed as it is', () => {
    expect(read().errors).toEqual([]);
    expect(read().item).toMatchObject({
      personId: child,
      category: 'police-incidents',
      when: { date: '2026-11-03' },
      handling: 'P',
      grading: { scheme: 'none' },
      flags: [],
      bar: 'none',
    });
  });

  test('says all that is missing at once', () => {
    expect(readItem(new Posted({}), asked).errors.map(({ field }) => field)).toEqual([
      'item-person',
      'item-category',
      'item-when',
      'item-kind',
      'item-text',
      'item-source',
      'item-handling',
      'item-bar',
      'item-thirds',
    ]);
  });

  test('takes no silence for "no law limits it", and asks it of each item anew', () => {
    expect(fieldsWrong({ 'item-bar': '' })).toEqual(['item-bar']);
    expect(read({ 'item-bar': 'adoption' }).item).toMatchObject({ bar: 'adoption' });
    expect(carriedOver(read().item!)).not.toHaveProperty('item-bar');
  });

  test('takes only a category that was asked about that person, and only persons who were asked about', () => {
    expect(fieldsWrong({ 'item-person': mother })).toEqual(['item-category']);
    expect(fieldsWrong({ 'item-person': '0198cccc-0000-7000-8000-00000000dead' })).toContain('item-person');
    expect(fieldsWrong({ 'item-category': 'health-injuries' })).toEqual(['item-category']);
  });

  test('needs a condition for handling C: roles, a day, or one that says it all', () => {
    const c = { 'item-handling': 'C' };
    expect(fieldsWrong(c)).toEqual(['item-condition']);
    expect(fieldsWrong({ ...c, 'item-condition': 'ROLES' })).toEqual(['item-roles']);
    expect(fieldsWrong({ ...c, 'item-condition': 'UNTIL', 'item-until': 'soon' })).toEqual(['item-until']);
    expect(read({ ...c, 'item-condition': 'CALL_FIRST' }).item?.condition).toEqual({ kind: 'CALL_FIRST' });
    expect(
      read({ ...c, 'item-condition': 'ROLES', 'item-roles': ['mash-manager', 'everyone'] }).item?.condition,
    ).toEqual({
      kind: 'ROLES',
      roles: ['mash-manager'],
    });
    expect(read({ ...c, 'item-condition': 'UNTIL', 'item-until': '3/11/2027' }).item?.condition).toEqual({
      kind: 'UNTIL',
      date: '2027-11-03',
    });
  });

  test('keeps an item for people whom its officer names, of those who can be named, and names one at least', () => {
    const c = { 'item-handling': 'C', 'item-condition': 'NAMED' };
    expect(read(c).errors).toEqual([{ field: 'item-named', text: 'Tick whom it is for' }]);
    expect(fieldsWrong({ ...c, 'item-named': ['0198cccc-0000-7000-8000-00000000dead'] })).toEqual(['item-named']);
    const named = read({ ...c, 'item-named': [manager] }).item;
    expect(named?.condition).toEqual({ kind: 'NAMED', personIds: [manager] });
    expect(readItem(new Posted(fieldsOfItem(named!)), asked).item).toEqual(named);
    expect(carriedOver(named!)).toMatchObject({ 'item-condition': 'NAMED', 'item-named': [manager] });
  });

  test('loses nobody who was ticked: where one cannot be told at the moment nothing is added', () => {
    const c = { ...whole, 'item-handling': 'C', 'item-condition': 'NAMED', 'item-named': [analyst, manager] };
    const late = readItem(new Posted(c), { ...asked, nameable: [], namedBefore: [manager] });
    expect(late.item).toBeUndefined();
    expect(late.errors).toMatchObject([{ field: 'item-named', text: expect.stringContaining('cannot be told') }]);
    const known = readItem(new Posted(c), { ...asked, nameable: [analyst], namedBefore: [manager] });
    expect(known.item?.condition).toEqual({ kind: 'NAMED', personIds: [analyst, manager] });
  });

  test('leads to the condition where there is nobody to tick', () => {
    const c = { ...whole, 'item-handling': 'C', 'item-condition': 'NAMED' };
    const none = readItem(new Posted(c), { ...asked, nameable: [], namedBefore: [manager] });
    expect(none.errors).toMatchObject([
      { field: 'item-named', href: '#item-condition', text: expect.stringContaining('cannot be had') },
    ]);
  });

  test('says where nobody can be named now, and names no more than the condition holds', () => {
    const c = { ...whole, 'item-handling': 'C', 'item-condition': 'NAMED' };
    const none = readItem(new Posted(c), { ...asked, nameable: [] });
    expect(none.errors).toMatchObject([{ field: 'item-named', text: expect.stringContaining('cannot be had') }]);
    const many = Array.from({ length: 21 }, (_none, index) => `0198cccc-0000-7000-8000-0000000001${index + 10}`);
    const all = readItem(new Posted({ ...c, 'item-named': many }), { ...asked, nameable: many });
    expect(all.errors).toEqual([{ field: 'item-named', text: 'Name 20 people or fewer' }]);
  });

  test('sanitised wording goes with "may identify a source", and marks itself', () => {
    expect(fieldsWrong({ 'item-sanitised': 'Police hold concerns' })).toEqual(['item-flags']);
    const item = read({ 'item-sanitised': 'Police hold concerns', 'item-flags': 'source_risk' }).item;
    expect(item).toMatchObject({ flags: ['source_risk', 'sanitised'], sanitisedText: 'Police hold concerns' });
  });

  test('words about somebody else are copied exactly, or the item says that it makes no sense without them', () => {
    const personal = { 'item-thirds': 'personal' };
    expect(fieldsWrong(personal)).toEqual(['item-third-words']);
    expect(fieldsWrong({ ...personal, 'item-third-words': 'the neighbour Jo' })).toEqual(['item-third-words']);
    expect(read({ ...personal, 'item-third-words': 'a neighbour' }).item?.thirdPartyWords).toEqual(['a neighbour']);
    expect(read({ ...personal, 'item-redaction': 'yes' }).item).toMatchObject({ redactionDefeats: true });
    expect(fieldsWrong({ 'item-third-words': 'a neighbour' })).toEqual(['item-thirds']);
  });

  test('grades both source and information, or neither; only police are asked', () => {
    expect(fieldsWrong({ 'item-grade-source': '1' })).toEqual(['item-grade-assessment']);
    expect(fieldsWrong({ 'item-grade-assessment': 'B' })).toEqual(['item-grade-source']);
    expect(read({ 'item-grade-source': '1', 'item-grade-assessment': 'B' }).item?.grading).toEqual({
      scheme: '3x5x2',
      source: '1',
      assessment: 'B',
    });
    expect(readItem(new Posted(whole), { ...asked, grades: false }).item).not.toHaveProperty('grading');
  });

  test('refuses more words than an item holds', () => {
    expect(fieldsWrong({ 'item-text': 'x'.repeat(8001) })).toEqual(['item-text']);
  });

  test('goes back into the editor as it was, and the next item keeps person, kind, source and handling', () => {
    const { item } = read({ 'item-flags': 'not_family', 'item-grade-source': '1', 'item-grade-assessment': 'B' });
    const again = readItem(new Posted(fieldsOfItem(item!)), asked);
    expect(again).toEqual({ item, errors: [] });
    expect(carriedOver(item!)).toEqual({
      'item-person': child,
      'item-kind': 'fact',
      'item-source': 'Records management system',
      'item-handling': 'P',
    });
    expect(isHalfWritten(carriedOver(item!))).toBe(false);
    expect(isHalfWritten(fieldsOfItem(item!))).toBe(true);
  });

  test('keeps with the draft only fields of its own', () => {
    expect(editorFieldsOf({ 'item-text': 'x', 'item-when': '', _csrf: 'token', 'item-flags': ['a', 1] })).toEqual({
      'item-text': 'x',
      'item-flags': ['a'],
    });
  });
});
