import type { OpenedProduct } from '@mash/contracts';
import type { RedactionCode } from '../decision';
import { PLACE_LEFT_OUT } from './mask-places';
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

/**
 * A product as its reader may read it today: a place can have become protected since it was sealed, and the words of whoever made it are under the
 * rules as well (R-SAFE-01). The words are about everybody in it.
 * @param redactionsOf what is left out for this reader of what is about one person
 */
export function productWithoutPlaces(
  product: OpenedProduct,
  redactionsOf: ReadonlyMap<string, readonly RedactionCode[]>,
): OpenedProduct {
  const ofAll = [...redactionsOf.values()].flat();
  return {
    ...product,
    words: withoutPlacesOf(ofAll, product.words),
    items: product.items.map((item) => itemWithoutPlaces(item, redactionsOf.get(item.personId) ?? ofAll)),
  };
}
