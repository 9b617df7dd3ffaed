import type { PersonActor } from '@mash/authorisation';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { ReceiveNoticeHandler } from './receive-notice.handler';

@Controller('notices/:noticeId/receipt')
export class ReceiveNoticeController {
  constructor(private readonly handler: ReceiveNoticeHandler) {}

  @Post()
  @HttpCode(204)
  async receive(@CurrentPerson() actor: PersonActor, @UuidParam('noticeId') noticeId: string): Promise<void> {
    await this.handler.receive(actor, noticeId);
  }
}
