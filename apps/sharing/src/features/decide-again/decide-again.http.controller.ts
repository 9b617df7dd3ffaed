import type { PersonActor } from '@mash/authorisation';
import { DecidedAgain } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { DecideAgainHandler } from './decide-again.handler';

class DecidedAgainBody extends createZodDto(DecidedAgain) {}

@Controller('enquiries/:enquiryId/lines/:lineId/decide-again')
export class DecideAgainController {
  constructor(private readonly handler: DecideAgainHandler) {}

  @Post()
  @HttpCode(200)
  @ZodResponse({ type: DecidedAgainBody, status: 200 })
  decide(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('enquiryId') enquiryId: string,
    @UuidParam('lineId') lineId: string,
  ) {
    return this.handler.execute(actor, enquiryId, lineId);
  }
}
