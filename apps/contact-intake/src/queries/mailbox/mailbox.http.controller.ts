import type { PersonActor } from '@mash/authorisation';
import { AuditTrail } from '@mash/audit-client';
import { Mailbox } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { CapturedMailRepository } from '../../persistence/captured-mail.repository';

class MailboxAnswer extends createZodDto(Mailbox) {}

@Controller('mailbox')
export class MailboxController {
  constructor(
    private readonly mails: CapturedMailRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** The mail that was captured for the caller's own account, newest first. */
  @Get()
  @ZodResponse({ type: MailboxAnswer })
  async list(@CurrentPerson() actor: PersonActor) {
    const mails = await this.mails.listOf(actor.partnershipId, actor.id);
    const subject = { type: 'MailboxItem', id: actor.id };
    const counts = { messages: mails.length };
    await this.audit.recordRead({ actor, action: 'mailbox.read', subject, outcome: 'shown', counts });
    return {
      messages: mails.map(({ messageId, sentAt, subject: line, body }) => {
        return { messageId, sentAt: sentAt.toISOString(), subject: line, body };
      }),
    };
  }
}
