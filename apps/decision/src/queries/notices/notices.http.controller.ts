import { AuditTrail, type AuditEntry } from '@mash/audit-client';
import type { Actor, PersonActor } from '@mash/authorisation';
import { Notice, Notices } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { CurrentActor, CurrentPerson, notFound, PeopleToo, RequiresScope, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import type { z } from 'zod';
import { noticeReader } from '../../access/notice-reader';
import { ProtectionRepository, type NoticeWithReference } from '../../persistence/protection.repository';

class NoticeView extends createZodDto(Notice) {}
class NoticesView extends createZodDto(Notices) {}

const viewOf = ({
  sentAt,
  receiptDueAt,
  receivedAt,
  recalledAt,
  kid,
  envelope,
  ...notice
}: NoticeWithReference): Notice => ({
  ...{ noticeId: notice.noticeId, enquiryId: notice.enquiryId, reference: notice.reference, team: notice.team },
  ...{ sentAt: sentAt.toISOString(), receiptDueAt: receiptDueAt.toISOString() },
  ...(receivedAt && { receivedAt: receivedAt.toISOString() }),
  ...(recalledAt && { recalledAt: recalledAt.toISOString() }),
  sealed: { kid, envelope },
});

/** Notices of immediate protection, for the police and social care of the agency they were sent to. Their words are sealed. */
@Controller('notices')
export class NoticesController {
  constructor(
    private readonly protections: ProtectionRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly auditTrail: AuditTrail,
  ) {}

  @Get()
  @ZodResponse({ type: NoticesView })
  @RequiresScope('notices:read')
  @PeopleToo()
  async list(@CurrentActor() actor: Actor): Promise<z.infer<typeof Notices>> {
    const notices = (await this.noticesFor(actor)).map(viewOf);
    const subject = { type: 'Notice', id: actor.agencyId ?? actor.id };
    await this.note({
      actor,
      action: 'notice.list',
      subject,
      outcome: 'shown',
      counts: { notices: notices.length },
    });
    return { notices };
  }

  @Get(':noticeId')
  @ZodResponse({ type: NoticeView })
  async one(@CurrentPerson() actor: PersonActor, @UuidParam('noticeId') noticeId: string): Promise<Notice> {
    const notice = await this.protections.noticeFor(noticeReader(actor), noticeId);
    if (notice === undefined) throw notFound('Notice');
    const subject = { type: 'Notice', id: noticeId };
    const { enquiryId } = notice;
    await this.note({ actor, action: 'notice.read', subject, enquiryId, outcome: 'shown' });
    return viewOf(notice);
  }

  /** An agency's system sees that there are notices; that a person has one is for a person to confirm. */
  private noticesFor(actor: Actor): Promise<NoticeWithReference[]> {
    if (actor.kind === 'person') return this.protections.noticesFor(noticeReader(actor));
    const { agencyId, partnershipId } = actor;
    if (agencyId === undefined || partnershipId === undefined) throw notFound('Notice');
    return this.protections.noticesOfAgency(partnershipId, agencyId);
  }

  /** The entry is kept before the notice is shown; that earlier ones have not left yet must not keep it from those who act. */
  private async note(entry: AuditEntry): Promise<void> {
    await this.unitOfWork.run((tx) => this.auditTrail.record(tx, entry, { evenIfUnsent: true }));
  }
}
