import { Controller, Get, Req } from '@nestjs/common';
import { ContactIntakeClient } from '../../api-clients/contact-intake.client';
import { Clock } from '../../clock';
import { page, type Answer } from '../../layout/page';
import type { ConsoleRequest } from '../../session/console-request';
import { mailboxView } from './mailbox.presenter';

/** Mail as it would have gone to the signed-in person's own address: captured, so that the demo can show it. */
@Controller('mailbox')
export class MailboxController {
  constructor(
    private readonly intake: ContactIntakeClient,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: ConsoleRequest): Promise<Answer> {
    const view = mailboxView(await this.intake.mailbox(request), this.clock.now());
    return page('journeys/mailbox/mailbox.njk', { title: 'Mail' }, view);
  }
}
