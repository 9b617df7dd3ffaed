import type { PersonActor } from '@mash/authorisation';
import { RateEnquiry } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { RateEnquiryHandler, type RatingKept } from './rate-enquiry.handler';

class RateEnquiryBody extends createZodDto(RateEnquiry) {}

@Controller('enquiries/:enquiryId/ratings')
export class RateEnquiryController {
  constructor(private readonly handler: RateEnquiryHandler) {}

  /** Appends a rating and the threshold judged beside it. */
  @Post()
  rate(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('enquiryId') enquiryId: string,
    @Body() body: RateEnquiryBody,
  ): Promise<RatingKept> {
    return this.handler.rate(actor, enquiryId, body);
  }
}
