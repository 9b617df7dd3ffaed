import type { PersonActor } from '@mash/authorisation';
import { ConsentPreview, PreviewConsent } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { PreviewConsentHandler } from './preview-consent.handler';

class PreviewConsentBody extends createZodDto(PreviewConsent) {}
class ConsentPreviewBody extends createZodDto(ConsentPreview) {}

@Controller('enquiries/:enquiryId/consents/preview')
export class PreviewConsentController {
  constructor(private readonly handler: PreviewConsentHandler) {}

  /** What a statement would recall, hold or open, and who would be told. Nothing is kept but an audit entry. */
  @Post()
  @HttpCode(200)
  @ZodResponse({ type: ConsentPreviewBody, status: 200 })
  preview(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('enquiryId') enquiryId: string,
    @Body() body: PreviewConsentBody,
  ) {
    return this.handler.execute(actor, enquiryId, body);
  }
}
