import { newId, type MakeOutwardProduct, type OutwardProductMade } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { ServiceProblem } from '../../../api-clients/service-errors';
import type { Asker } from '../../../api-clients/service-http';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';

type Made = z.infer<typeof OutwardProductMade>;

/** What came of it: the product, or why the rules or the words stand against it, for the field in which the words were typed; `code` is whose refusal it is. */
export type Making = { readonly made: Made } | { readonly refusal: string; readonly code?: string };

/** The same product was put together before. */
export const REPEATED = 'SHARING.RELEASE_REPEATED';

/** Has `sharing` put a handover or a letter together. A refusal never costs the manager what they typed. */
@Injectable()
export class ProductMaker {
  constructor(
    private readonly sharing: SharingClient,
    private readonly clock: Clock,
  ) {}

  /** @param productId of a form that may be pressed twice (`onceId`): the second press is refused as REPEATED */
  async make(
    asker: Asker,
    wanted: Omit<MakeOutwardProduct, 'productId'>,
    productId = newId(this.clock.now().getTime()),
  ): Promise<Making> {
    try {
      const made = await this.sharing.makeProduct(asker, { productId, ...wanted });
      if (made.state !== 'refused') return { made };
      const { sentence = 'The rules do not let this go out. Change your words', code } = made.reason ?? {};
      return { refusal: sentence, ...(code !== undefined && { code }) };
    } catch (error) {
      if (error instanceof ServiceProblem && (error.status === 422 || error.status === 409))
        return { refusal: error.detail, code: error.code };
      throw error;
    }
  }
}
