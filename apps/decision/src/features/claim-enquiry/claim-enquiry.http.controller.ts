import type { PersonActor } from '@mash/authorisation';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { ClaimEnquiryHandler } from './claim-enquiry.handler';

@Controller('enquiries/:enquiryId')
export class ClaimEnquiryController {
  constructor(private readonly handler: ClaimEnquiryHandler) {}

  @Post('claim')
  @HttpCode(204)
  async claim(@CurrentPerson() actor: PersonActor, @UuidParam('enquiryId') enquiryId: string): Promise<void> {
    await this.handler.claim(actor, enquiryId);
  }

  @Post('release')
  @HttpCode(204)
  async release(@CurrentPerson() actor: PersonActor, @UuidParam('enquiryId') enquiryId: string): Promise<void> {
    await this.handler.release(actor, enquiryId);
  }
}
