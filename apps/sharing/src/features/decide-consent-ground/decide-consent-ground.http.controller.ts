import type { PersonActor } from '@mash/authorisation';
import { DecideConsentGround } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { DecideConsentGroundHandler } from './decide-consent-ground.handler';

class DecideConsentGroundBody extends createZodDto(DecideConsentGround) {}

@Controller('enquiries/:enquiryId/consents/:statementId/ground')
export class DecideConsentGroundController {
  constructor(private readonly handler: DecideConsentGroundHandler) {}

  @Post()
  @HttpCode(204)
  decide(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('enquiryId') enquiryId: string,
    @UuidParam('statementId') statementId: string,
    @Body() body: DecideConsentGroundBody,
  ): Promise<void> {
    return this.handler.execute(actor, { enquiryId, statementId }, body);
  }
}
