import { categoryTyped, readPastedTable, type PastedFor } from './paste-table';

const given: PastedFor = {
  personId: '0198cccc-0000-7000-8000-000000000004',
  categories: ['police-incidents', 'police-convictions', 'domestic-abuse'],
  source: 'Records management system',
  handling: 'P',
  bar: 'none',
  today: '2026-11-23',
};

describe('A pasted table', () => {
  test('becomes items, with source and handling carried over', () => {
    const pasted =
      '3/11\tIncidents and call-outs\tfact\tCalled to a disturbance\nwinter 2024\tDomestic abuse\tO\t"Said ""no"""\tDomestic abuse desk';
    const { items, errors } = readPastedTable(pasted, given);
    expect(errors).toEqual([]);
    expect(items).toMatchObject([
      {
        category: 'police-incidents',
        when: { date: '2026-11-03' },
        kind: 'fact',
        source: 'Records management system',
        handling: 'P',
      },
      {
        category: 'domestic-abuse',
        when: { approx: 'winter 2024' },
        kind: 'opinion',
        text: 'Said "no"',
        source: 'Domestic abuse desk',
      },
    ]);
  });

  test('is taken in whole or not at all, and every row that is wrong is named', () => {
    const pasted =
      '3/11\tIncidents\tfact\tFine\n31/2\tIncidents\tfact\tNo such day\nt\tHealth visiting\tfact\tNot asked\nt\tIncidents\tmaybe\tx\nt\tIncidents\tfact\t';
    const { items, errors } = readPastedTable(pasted, given);
    expect(items).toEqual([]);
    expect(errors.map(({ text }) => text.slice(0, 6))).toEqual(['Row 2:', 'Row 3:', 'Row 4:', 'Row 5:']);
  });

  test('of nothing, or of too much, is refused', () => {
    expect(readPastedTable(' \n', given).errors).toHaveLength(1);
    expect(readPastedTable('t\tIncidents\tfact\tx\n'.repeat(101), given).errors).toHaveLength(1);
  });

  test('needs a source in each row where none is given above', () => {
    expect(readPastedTable('t\tIncidents\tfact\tx', { ...given, source: '' }).errors[0]?.text).toContain(
      'Row 1: say where',
    );
  });

  test('knows a category by code or by the beginning of its label, and never guesses between two', () => {
    expect(categoryTyped('police-convictions', given.categories)).toBe('police-convictions');
    expect(categoryTyped('incid', given.categories)).toBe('police-incidents');
    expect(categoryTyped('', given.categories)).toBeUndefined();
    expect(categoryTyped('police', ['police-intelligence', 'police-incidents'])).toBe('police-intelligence');
    expect(categoryTyped('health', ['health-attendance', 'health-injuries'])).toBe('health-attendance');
  });
});
