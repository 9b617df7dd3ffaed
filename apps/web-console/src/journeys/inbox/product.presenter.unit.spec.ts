import { NOT_NAMED_AGENCY, type OpenedProduct } from '@mash/contracts';
import { productView } from './product.presenter';

const product: OpenedProduct = {
  ...{ productId: 'p', madeAt: '2026-11-24T10:00:00.000Z', words: 'Please help.', items: [] },
  kind: 'handover',
  people: [{ personId: 'wren', displayName: 'Wren Quillfeather' }],
};
const reason = { code: 'CONSENT_WITHDRAWN', sentence: 'Consent was withdrawn.' };

describe('A handover, as its receiver reads it', () => {
  test('says what is not shown to you since consent changed, and why', () => {
    const withheld: OpenedProduct['withheld'] = [
      { what: 'items', count: 2, reason },
      { what: 'items', count: 1, reason },
      { what: 'words', count: 1, reason },
    ];
    const view = productView({ ...product, people: [], words: '', withheld });
    expect(view.withheld).toEqual([
      '2 items are not shown to you. Consent was withdrawn.',
      '1 item is not shown to you. Consent was withdrawn.',
      'What the hub wrote is not shown to you. Consent was withdrawn.',
    ]);
  });

  test('says that somebody whom it named was somebody else', () => {
    const lines = (recalledPeople: number) => productView({ ...product, recalledPeople }).recalled;
    expect(lines(1)).toEqual([
      '1 person whom this named was not who the hub took them for. Do not go by what the words say of them: ask the hub.',
    ]);
    expect(lines(2)[0]).toContain('2 people whom this named were not who');
  });

  test('names the law that each item is told under', () => {
    const item = { itemId: 'i', agencyName: 'Riverside Police', personId: 'wren', kind: 'fact', text: 'Seen in May.' };
    const items = [{ ...item, category: 'police-incidents' as const, lawfulBasis: ['UK GDPR 6(1)(e)'] }];
    expect(productView({ ...product, items }).items[0]?.basis).toMatchObject({ law: ['UK GDPR 6(1)(e)'] });
  });

  test('says nothing of the kind where nothing changed', () => {
    expect(productView(product)).toMatchObject({ withheld: [], closed: undefined, alone: undefined });
  });

  test('tells the hub that whom it is for may not read it today: it would be told by telephone', () => {
    expect(productView({ ...product, closedToRecipient: reason }).closed).toBe(
      'Do not pass this on: whom it is for may not read it today. Consent was withdrawn.',
    );
  });

  test('tells the hub that its words were left out, and why', () => {
    const wordsLeftOut = { code: 'NOTHING_AGREED', sentence: 'Nothing was agreed.' };
    expect(productView({ ...product, words: '', people: [], wordsLeftOut }).alone).toBe(
      'The items went alone: the hub’s words and the names were left out. Nothing was agreed.',
    );
  });

  test('names no agency that its reader may not know of', () => {
    const item = { itemId: 'i', agencyName: NOT_NAMED_AGENCY, personId: 'wren', kind: 'fact', text: 'A fall.' };
    const view = productView({
      ...product,
      items: [{ ...item, category: 'health-injuries' }],
      toAccept: [{ itemId: 'j', agencyName: NOT_NAMED_AGENCY, obligations: ['COURT_NOTICE'] }],
    });
    expect(view.items[0]?.source).toBe('An agency that is not named to you');
    expect(view.toAccept.lines[0]).toContain('An agency that is not named to you');
  });
});
