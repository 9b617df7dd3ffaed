import type { PersonActor } from '@mash/authorisation';
import { ConfirmOverride } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { ConfirmOverrideHandler } from './confirm-override.handler';

class ConfirmOverrideBody extends createZodDto(ConfirmOverride) {}

@Controller('overrides/:overrideId/confirm')
export class ConfirmOverrideController {
  constructor(private readonly handler: ConfirmOverrideHandler) {}

  @Post()
  @HttpCode(204)
  confirm(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('overrideId') overrideId: string,
    @Body() { answer }: ConfirmOverrideBody,
  ): Promise<void> {
    return this.handler.execute(actor, overrideId, answer);
  }
}
