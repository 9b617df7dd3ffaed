import type { PersonActor } from '@mash/authorisation';
import { StateConsent } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { StateConsentHandler } from './state-consent.handler';

class StateConsentBody extends createZodDto(StateConsent) {}

@Controller('enquiries/:enquiryId/consents')
export class StateConsentController {
  constructor(private readonly handler: StateConsentHandler) {}

  /** A later statement about one consent of one person. The same again changes nothing; another under its id is refused (409). */
  @Post()
  @HttpCode(204)
  state(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('enquiryId') enquiryId: string,
    @Body() body: StateConsentBody,
  ): Promise<void> {
    return this.handler.execute(actor, enquiryId, body);
  }
}
