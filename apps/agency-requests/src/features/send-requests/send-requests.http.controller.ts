import { AuditsRefusals } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { AgencyRequests, SendRequests } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { SendRequestsHandler } from './send-requests.handler';

class SendRequestsBody extends createZodDto(SendRequests) {}
class SentRequests extends createZodDto(AgencyRequests) {}

@AuditsRefusals('request.send')
@Controller('enquiries/:enquiryId/requests')
export class SendRequestsController {
  constructor(private readonly handler: SendRequestsHandler) {}

  /** Nothing is asked yet when this answers: each line waits for its sharing decision. */
  @Post()
  @HttpCode(202)
  @ZodResponse({ type: SentRequests, status: 202 })
  async send(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('enquiryId') enquiryId: string,
    @Body() body: SendRequestsBody,
  ) {
    return { requests: await this.handler.execute(actor, enquiryId, body) };
  }
}
