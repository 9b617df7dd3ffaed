import type { OpenedProduct } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { ServiceDown, ServiceProblem } from '../../api-clients/service-errors';
import type { Asker } from '../../api-clients/service-http';
import { SharingClient } from '../../api-clients/sharing.client';

/** Opens an outward product for its reader, through `sharing`, which writes the ledger first. */
@Injectable()
export class ProductOpener {
  constructor(private readonly sharing: SharingClient) {}

  /** Undefined where it may not be opened, or not now: the rest of the page stands. @throws AuditIsDown */
  async open(asker: Asker, productId: string, releaseId: string): Promise<z.infer<typeof OpenedProduct> | undefined> {
    try {
      return await this.sharing.openProduct(asker, productId, releaseId);
    } catch (error) {
      if (error instanceof ServiceProblem || error instanceof ServiceDown) return undefined;
      throw error;
    }
  }
}
