import { AuditTrail } from '@mash/audit-client';
import { couldEver, type PersonActor } from '@mash/authorisation';
import { HolderNotices } from '@mash/contracts';
import { CodedError, CurrentPerson } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { HolderNoticeRepository } from '../../protection/holder-notice.repository';

class HolderNoticesBody extends createZodDto(HolderNotices) {}

@Controller('holder-notices')
export class HolderNoticesController {
  constructor(
    private readonly notices: HolderNoticeRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** What of the actor's own agency was told in immediate protection, not seen first. */
  @Get()
  @ZodResponse({ type: HolderNoticesBody })
  async list(@CurrentPerson() actor: PersonActor) {
    if (!couldEver(actor, 'read', 'HolderNotice'))
      throw new CodedError('AUTH.ROLE', 403, 'Only liaison staff are told.');
    const { partnershipId, agencyId } = actor;
    const rows = await this.notices.ofAgency(partnershipId, agencyId, actor.id);
    await this.audit.recordRead({
      ...{ actor, action: 'holder-notice.list', subject: { type: 'Agency', id: agencyId }, outcome: 'shown' },
      counts: { notices: rows.length },
    });
    const notices = rows.map((row) => ({
      ...{ noticeId: row.noticeId, enquiryId: row.enquiryId, enquiryReference: row.enquiryReference, items: row.items },
      ...{ toAgencyId: row.toAgencyId, toAudience: row.audience, reason: 'immediate_protection' as const },
      toldAt: row.toldAt.toISOString(),
      ...(row.seenAt !== null && { seenAt: row.seenAt.toISOString() }),
    }));
    return { notices };
  }
}
