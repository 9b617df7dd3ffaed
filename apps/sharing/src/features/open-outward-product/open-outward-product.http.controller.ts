import { AuditsRefusals } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { OpenedProduct, OpenProduct } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { OpenOutwardProductHandler } from '../../products/open-outward-product.handler';

class OpenProductBody extends createZodDto(OpenProduct) {}
class OpenedProductBody extends createZodDto(OpenedProduct) {}

@Controller('outward-products/:productId/open')
@AuditsRefusals('outward-product.open')
export class OpenOutwardProductController {
  constructor(private readonly handler: OpenOutwardProductHandler) {}

  @Post()
  @HttpCode(200)
  @ZodResponse({ type: OpenedProductBody, status: 200 })
  open(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('productId') productId: string,
    @Body() { releaseId }: OpenProductBody,
  ) {
    return this.handler.execute(actor, productId, releaseId);
  }
}
