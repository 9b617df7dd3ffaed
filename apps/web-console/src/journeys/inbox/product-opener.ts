import type { OpenedProduct } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { ServiceDown, ServiceProblem } from '../../api-clients/service-errors';
import type { Asker } from '../../api-clients/service-http';
import { SharingClient } from '../../api-clients/sharing.client';

/** A product, or that it was recalled: when, and whom to ask. */
export interface OpenedOrNot {
  readonly product?: z.infer<typeof OpenedProduct>;
  readonly recalled?: string;
}

/** Opens an outward product for its reader, through `sharing`, which writes the ledger first. */
@Injectable()
export class ProductOpener {
  constructor(private readonly sharing: SharingClient) {}

  /** Not there where it may not be opened, or not now: the rest of the page stands, and says so where it was recalled. @throws AuditIsDown */
  async open(asker: Asker, productId: string, releaseId: string): Promise<OpenedOrNot> {
    try {
      return { product: await this.sharing.openProduct(asker, productId, releaseId) };
    } catch (error) {
      if (error instanceof ServiceProblem && error.code === 'SHARING.PRODUCT_RECALLED')
        return { recalled: error.detail };
      if (error instanceof ServiceProblem || error instanceof ServiceDown) return {};
      throw error;
    }
  }
}
