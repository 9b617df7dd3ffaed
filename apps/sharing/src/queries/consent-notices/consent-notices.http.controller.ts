import { AuditTrail } from '@mash/audit-client';
import { couldEver, type PersonActor } from '@mash/authorisation';
import { ConsentNotices } from '@mash/contracts';
import { CodedError, CurrentPerson } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { ConsentNoticeRepository } from '../../consent/consent-notice.repository';
import { noticeView } from './notice-view';

class ConsentNoticesBody extends createZodDto(ConsentNotices) {}

@Controller('consent-notices')
export class ConsentNoticesController {
  constructor(
    private readonly notices: ConsentNoticeRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** What the actor's own body was told of consent that changed, not confirmed first. */
  @Get()
  @ZodResponse({ type: ConsentNoticesBody })
  async list(@CurrentPerson() actor: PersonActor) {
    if (!couldEver(actor, 'read', 'ConsentNotice'))
      throw new CodedError('AUTH.ROLE', 403, 'Only liaison staff and receiving teams are told.');
    const { partnershipId, agencyId } = actor;
    const rows = await this.notices.ofAgency(partnershipId, agencyId, actor.id);
    await this.audit.recordRead({
      ...{ actor, action: 'consent-notice.list', subject: { type: 'Agency', id: agencyId }, outcome: 'shown' },
      counts: { notices: rows.length },
    });
    const notices = rows.map((row) => ({
      ...noticeView(row),
      enquiryId: row.enquiryId,
      enquiryReference: row.enquiryReference,
    }));
    return { notices };
  }
}
