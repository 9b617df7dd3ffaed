import type { PersonActor } from '@mash/authorisation';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { ConfirmErasureHandler } from './confirm-erasure.handler';

@Controller('erasures/:erasureId/confirm')
export class ConfirmErasureController {
  constructor(private readonly handler: ConfirmErasureHandler) {}

  @Post()
  @HttpCode(204)
  confirm(@CurrentPerson() actor: PersonActor, @UuidParam('erasureId') erasureId: string): Promise<void> {
    return this.handler.execute(actor, erasureId);
  }
}
