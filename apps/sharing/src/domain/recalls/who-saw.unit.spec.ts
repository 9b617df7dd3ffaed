import { whoSaw, type ShownLine } from './who-saw';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 10, 9, minute));
const line = (changes: Partial<ShownLine>): ShownLine => ({
  ...{ releaseId: 'r-1', fromAgencyId: 'police', recipientId: 'analyst', recipientAgencyId: 'council' },
  ...{
    mode: 'content',
    at: at(0),
    itemId: 'i-1',
    category: 'police-incidents',
    personId: 'p-1',
    sharingDecisionId: null,
    agreementRef: null,
    bySystem: false,
  },
  lawfulBasis: [],
  ...changes,
});
const recalled = { ids: new Set(['i-1', 'product']), productIds: new Set(['product']), askedUnder: new Set(['d-1']) };

describe('Who saw what is recalled', () => {
  test('each account once, with the first time', () => {
    expect(whoSaw([line({ at: at(5) }), line({ at: at(1) }), line({ recipientId: 'manager' })], recalled)).toEqual([
      { recipientId: 'manager', recipientAgencyId: 'council', shownAt: at(0) },
      { recipientId: 'analyst', recipientAgencyId: 'council', shownAt: at(1) },
    ]);
  });

  test('not who saw something else, not the holder itself, and not who put it into a product', () => {
    const others = [
      line({ itemId: 'i-2' }),
      line({ recipientAgencyId: 'police' }),
      line({ releaseId: 'product', mode: 'onward', recipientAgencyId: 'social-care' }),
    ];
    expect(whoSaw(others, recalled)).toEqual([]);
  });

  test('whoever opened a product with it, even of the agency that sent it', () => {
    const opened = line({ itemId: 'product', mode: 'onward', fromAgencyId: 'council', recipientId: 'team' });
    expect(whoSaw([opened], recalled)).toMatchObject([{ recipientId: 'team' }]);
  });

  test('in immediate protection the desk that was told', () => {
    const told = line({ mode: 'protect', recipientAgencyId: 'health' });
    expect(whoSaw([told], recalled)).toEqual([{ recipientId: null, recipientAgencyId: 'health', shownAt: at(0) }]);
  });

  test('a line whose sealed part does not open may have been it: they are told', () => {
    expect(whoSaw([line({ itemId: undefined })], recalled)).toHaveLength(1);
  });

  test('where it went to one wrong person, that person alone, and no desk', () => {
    const ofHealth = (changes: Partial<ShownLine>) => line({ recipientAgencyId: 'health', ...changes });
    const lines = [
      ofHealth({ recipientId: 'nurse' }),
      ofHealth({ recipientId: 'doctor' }),
      ofHealth({ recipientId: 'nurse', mode: 'protect' }),
    ];
    const only = { ...recalled, onlyAgencyId: 'health', onlyRecipientId: 'nurse' };
    expect(whoSaw(lines, only)).toMatchObject([{ recipientId: 'nurse' }]);
    expect(whoSaw(lines, { ...only, onlyAgencyId: 'police' })).toEqual([]);
  });

  test('of a question whoever opened it under one of its decisions; of what a system fetched the desk of its agency', () => {
    const question = (changes: Partial<ShownLine>) =>
      line({ mode: 'ask', itemId: 'q-1', fromAgencyId: 'council', sharingDecisionId: 'd-1', ...changes });
    const lines = [
      question({ recipientId: 'officer', recipientAgencyId: 'police' }),
      question({ recipientId: 'records-system', recipientAgencyId: 'health', bySystem: true }),
      question({ recipientId: 'teacher', recipientAgencyId: 'school', sharingDecisionId: 'd-2' }),
    ];
    expect(whoSaw(lines, recalled)).toEqual([
      { recipientId: 'officer', recipientAgencyId: 'police', shownAt: at(0) },
      { recipientId: null, recipientAgencyId: 'health', shownAt: at(0) },
    ]);
  });

  test('where it went to the wrong place, that place alone', () => {
    const lines = [line({}), line({ recipientId: 'nurse', recipientAgencyId: 'health' })];
    expect(whoSaw(lines, { ...recalled, onlyAgencyId: 'health' })).toMatchObject([{ recipientId: 'nurse' }]);
  });
});
