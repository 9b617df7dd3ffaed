import { type OpenedProduct, PLACE_LEFT_OUT } from '@mash/contracts';
import type { RedactionCode } from '../decision';
import { productWithoutPlaces } from './product-without-places';

const PLACES: readonly RedactionCode[] = ['PLACE', 'AREA', 'SCHOOL', 'SURGERY'];
const item: OpenedProduct['items'][number] = {
  ...{ itemId: 'one', agencyName: 'Meadow Lane Primary', personId: 'child', kind: 'fact', date: 'When in RV1 4QT' },
  ...{
    category: 'education-attendance',
    text: 'Late at Meadow Lane Primary.',
    condition: 'First ring Mill Street Surgery.',
  },
};
const product: OpenedProduct = {
  ...{ productId: 'it', kind: 'handover', madeAt: '2026-11-24T10:00:00Z', words: 'She is in RV1 4QT.' },
  ...{ people: [{ personId: 'child', displayName: 'Wren Road' }], items: [item, { ...item, personId: 'father' }] },
};

const leftOut = (ofAll: readonly RedactionCode[], ...about: [string, readonly RedactionCode[]][]) => ({
  ...{ ofAll, about: new Map(about) },
});

describe('A product as its reader may read it', () => {
  test('is as it was made where nothing must go', () => {
    expect(productWithoutPlaces(product, leftOut([], ['child', []]))).toEqual(product);
  });

  test('loses places in the words, and in everything of the items about whom they must not be told', () => {
    const cut = productWithoutPlaces(product, leftOut(PLACES, ['child', PLACES], ['father', []]));
    expect(cut.words).toBe(`She is in ${PLACE_LEFT_OUT}.`);
    expect(cut.people).toEqual(product.people);
    expect(cut.items[0]).toEqual({
      ...{ ...item, agencyName: PLACE_LEFT_OUT, date: `When in ${PLACE_LEFT_OUT}` },
      ...{ text: `Late at ${PLACE_LEFT_OUT}.`, condition: `First ring ${PLACE_LEFT_OUT}.` },
    });
    expect(cut.items[1]).toEqual(product.items[1]);
  });

  test('loses places in its words also where nobody of it has one to hide', () => {
    const cut = productWithoutPlaces(product, leftOut(PLACES, ['child', []], ['father', []]));
    expect(cut).toEqual({ ...product, words: `She is in ${PLACE_LEFT_OUT}.` });
  });

  test('loses all words of an item that is a place', () => {
    const enrolled = { ...item, category: 'education-enrolment', text: 'The one by the mill.' } as const;
    const cut = productWithoutPlaces({ ...product, items: [enrolled] }, leftOut(PLACES, ['child', PLACES]));
    expect(cut.items[0]?.text).toBe(PLACE_LEFT_OUT);
  });
});
