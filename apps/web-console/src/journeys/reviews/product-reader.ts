import { newId, type OpenedProduct, type Review } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import type { Asker } from '../../api-clients/service-http';
import { isHub } from '../enquiry/shared/is-hub';
import { ProductOpener } from '../inbox/product-opener';

/** What holds up a letter is its holder's: that REVIEW is about their item, and has a page of its own. */
const OF_ITS_HOLDER: readonly Review['releaser'][] = ['holder', 'holder_safeguarding_lead'];

/** What would be sent; or that it cannot be shown, or was recalled: whoever decides is not left to think that there is nothing to read. Neither of whatever is no business of the reader. */
export interface ProductToDecide {
  readonly product?: OpenedProduct;
  readonly notShown?: 'cannot' | 'recalled';
}

/** Opens the letter or handover that a REVIEW would let go, for whoever of the hub decides whether it may. The look is in the ledger. */
@Injectable()
export class ProductReader {
  constructor(private readonly opener: ProductOpener) {}

  /** The page is answered also where it does not open, or its service is down. */
  async of(asker: Asker, { about, releaser }: Pick<Review, 'about' | 'releaser'>): Promise<ProductToDecide> {
    if (about.kind !== 'product' || OF_ITS_HOLDER.includes(releaser)) return {};
    if (asker.person === undefined || !isHub(asker.person)) return {};
    const { product, recalled } = await this.opener.open(asker, about.id, newId());
    if (product !== undefined) return { product };
    return { notShown: recalled === undefined ? 'cannot' : 'recalled' };
  }
}
