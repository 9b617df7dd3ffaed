import type { PersonActor } from '@mash/authorisation';
import { SendFeedback } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { SendFeedbackHandler, type FeedbackOnItsWay } from './send-feedback.handler';

class SendFeedbackBody extends createZodDto(SendFeedback) {}

@Controller('enquiries/:enquiryId/feedback')
export class SendFeedbackController {
  constructor(private readonly handler: SendFeedbackHandler) {}

  @Post()
  send(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('enquiryId') enquiryId: string,
    @Body() body: SendFeedbackBody,
  ): Promise<FeedbackOnItsWay> {
    return this.handler.send(actor, enquiryId, body);
  }
}
