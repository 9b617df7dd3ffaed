import type { OpenedProduct } from '@mash/contracts';
import { stillToAccept, type AcceptedSoFar } from '../domain/release/accepted-so-far';

/** A product as this reader has accepted it: an item that carries a warning or a notice shows once they have, and names its agency until then. */
export function productUntilAccepted(product: OpenedProduct, accepted: AcceptedSoFar): OpenedProduct {
  const isWaiting = ({ itemId, obligations = [] }: OpenedProduct['items'][number]) =>
    stillToAccept(accepted, itemId, obligations).length > 0;
  const toAccept = product.items.filter(isWaiting).map(({ itemId, agencyName, obligations = [] }) => ({
    itemId,
    agencyName,
    obligations,
  }));
  if (toAccept.length === 0) return product;
  return { ...product, items: product.items.filter((item) => !isWaiting(item)), toAccept };
}
