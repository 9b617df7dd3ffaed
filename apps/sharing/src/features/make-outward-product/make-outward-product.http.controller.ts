import { AuditsRefusals } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { MakeOutwardProduct, OutwardProductMade } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { MakeOutwardProductHandler } from '../../products/make-outward-product.handler';

class MakeOutwardProductBody extends createZodDto(MakeOutwardProduct) {}
class OutwardProductMadeBody extends createZodDto(OutwardProductMade) {}

@Controller('outward-products')
@AuditsRefusals('outward-product.make')
export class MakeOutwardProductController {
  constructor(private readonly handler: MakeOutwardProductHandler) {}

  @Post()
  @HttpCode(200)
  @ZodResponse({ type: OutwardProductMadeBody, status: 200 })
  make(@CurrentPerson() actor: PersonActor, @Body() body: MakeOutwardProductBody) {
    return this.handler.execute(actor, body);
  }
}
