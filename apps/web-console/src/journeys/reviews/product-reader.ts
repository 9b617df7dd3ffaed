import { newId, type OpenedProduct, type Review } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import type { Asker } from '../../api-clients/service-http';
import { ProductOpener } from '../inbox/product-opener';

const HUB = ['mash-analyst', 'mash-manager'] as const;
/** What holds up a letter is its holder's: that REVIEW is about their item, and has a page of its own. */
const OF_ITS_HOLDER: readonly Review['releaser'][] = ['holder', 'holder_safeguarding_lead'];

/** Opens the letter or handover that a REVIEW would let go, for whoever of the hub decides whether it may. The look is in the ledger. */
@Injectable()
export class ProductReader {
  constructor(private readonly opener: ProductOpener) {}

  /** Undefined where the reader may not have it, it does not open, or its service is down: the page is answered without it. */
  async of(asker: Asker, { about, releaser }: Review): Promise<OpenedProduct | undefined> {
    if (about.kind !== 'product' || OF_ITS_HOLDER.includes(releaser)) return undefined;
    if (!HUB.some((role) => asker.person?.roles.includes(role) === true)) return undefined;
    return (await this.opener.open(asker, about.id, newId())).product;
  }
}
