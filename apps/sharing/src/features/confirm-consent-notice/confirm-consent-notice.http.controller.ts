import type { PersonActor } from '@mash/authorisation';
import { ConfirmConsentNotice } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { ConfirmConsentNoticeHandler } from './confirm-consent-notice.handler';

class ConfirmConsentNoticeBody extends createZodDto(ConfirmConsentNotice) {}

@Controller('consent-notices/:noticeId/confirm')
export class ConfirmConsentNoticeController {
  constructor(private readonly handler: ConfirmConsentNoticeHandler) {}

  @Post()
  @HttpCode(204)
  confirm(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('noticeId') noticeId: string,
    @Body() body: ConfirmConsentNoticeBody,
  ): Promise<void> {
    return this.handler.execute(actor, noticeId, body);
  }
}
