import { Posted } from '../../../forms/posted';
import { DraftCoverage } from '../draft/answer-draft';
import { checkedCoverage, readCoverage } from './coverage.form';

const id = '0198cccc-0000-7000-8000-000000000004';
const today = '2026-11-23';
const typed = (changes: object) =>
  DraftCoverage.parse({ state: 'not_known', systems: 'Records system', identifiersUsed: ['name'], ...changes });
const fieldsWrong = (changes: object): string[] =>
  checkedCoverage(typed(changes), id, 'Person 1', today).errors.map(({ field }) => field.replace(`-${id}`, ''));

describe('Coverage of one person', () => {
  test('is read as it was typed, unchecked, so that a draft keeps it', () => {
    const posted = new Posted({
      [`state-${id}`]: 'part_searched',
      [`systems-${id}`]: 'A\r\nB',
      [`ids-${id}`]: ['name', 'nonsense'],
      [`from-${id}`]: 'whenever',
    });
    expect(readCoverage(posted, id)).toEqual({
      state: 'part_searched',
      systems: 'A\nB',
      identifiersUsed: ['name'],
      from: 'whenever',
      to: '',
      note: '',
    });
  });

  test('is sealed with its systems, identifiers and dates', () => {
    const reading = checkedCoverage(typed({ from: '2019', to: 't' }), id, 'Person 1', today);
    expect(reading).toEqual({
      coverage: {
        state: 'not_known',
        systems: [{ name: 'Records system' }],
        identifiersUsed: ['name'],
        datesFrom: '2019-01-01',
        datesTo: '2026-11-23',
      },
      identity: 'confirmed',
      errors: [],
    });
  });

  test('"not known" without what was searched is not an answer', () => {
    expect(fieldsWrong({ systems: '', identifiersUsed: [] })).toEqual(['systems', 'ids']);
  });

  test('nothing said at all is not an answer either', () => {
    expect(fieldsWrong({ state: undefined })).toEqual(['state']);
  });

  test('part searched says what was left out, declined says why, and needs no systems', () => {
    expect(fieldsWrong({ state: 'part_searched', identity: 'confirmed' })).toEqual(['note']);
    expect(fieldsWrong({ state: 'declined', systems: '', identifiersUsed: [], note: 'Ask our lawyer' })).toEqual([]);
    expect(fieldsWrong({ state: 'declined', systems: '' })).toEqual(['note']);
  });

  test('somebody known must be known how surely', () => {
    expect(fieldsWrong({ state: 'known_current' })).toEqual(['identity']);
    expect(fieldsWrong({ state: 'known_current', identity: 'possible' })).toEqual([]);
  });

  test('dates that are none, or run backwards, are said at their field', () => {
    expect(fieldsWrong({ from: 'whenever' })).toEqual(['from']);
    expect(fieldsWrong({ to: 'soon' })).toEqual(['to']);
    expect(fieldsWrong({ from: '2020', to: '2019' })).toEqual(['to']);
  });

  test('no error names the person', () => {
    expect(checkedCoverage(typed({ systems: '' }), id, 'Person 2', today).errors[0]?.text).toMatch(/^Person 2: /);
  });
});
