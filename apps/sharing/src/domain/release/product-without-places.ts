import { type OpenedProduct, PLACE_LEFT_OUT } from '@mash/contracts';
import type { RedactionCode } from '../decision';
import { isPlaceLeftOut, withoutPlacesOf } from './redact-item';

type Item = OpenedProduct['items'][number];

function itemWithoutPlaces(item: Item, redactions: readonly RedactionCode[]): Item {
  const hide = (words: string) => withoutPlacesOf(redactions, words);
  return {
    ...item,
    agencyName: hide(item.agencyName),
    text: isPlaceLeftOut(item.category, redactions) ? PLACE_LEFT_OUT : hide(item.text),
    ...(item.date !== undefined && { date: hide(item.date) }),
    ...(item.condition !== undefined && { condition: hide(item.condition) }),
  };
}

/** What is left out for one reader. */
export interface LeftOutOfProduct {
  /** Of its words, which are about everybody of the enquiry, handed over or not. */
  readonly ofAll: readonly RedactionCode[];
  /** Of what is about one person. */
  readonly about: ReadonlyMap<string, readonly RedactionCode[]>;
}

/**
 * A product as its reader may read it today: a place can have become protected since it was sealed, and the words of whoever made it are under the
 * rules as well (R-SAFE-01).
 */
export function productWithoutPlaces(product: OpenedProduct, { ofAll, about }: LeftOutOfProduct): OpenedProduct {
  return {
    ...product,
    words: withoutPlacesOf(ofAll, product.words),
    items: product.items.map((item) => itemWithoutPlaces(item, about.get(item.personId) ?? ofAll)),
  };
}
