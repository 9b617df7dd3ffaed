import { AuditTrail } from '@mash/audit-client';
import { can, type PersonActor } from '@mash/authorisation';
import { CaseAccessRepository } from '@mash/case-access';
import { UnitOfWork } from '@mash/persistence';
import { Clock, CurrentPerson, notFound, UuidParam } from '@mash/service-host';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { HolderNoticeRepository } from '../../protection/holder-notice.repository';

@Controller('holder-notices/:noticeId/seen')
export class SeeHolderNoticeController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: HolderNoticeRepository,
    private readonly cases: CaseAccessRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Somebody of the holder has seen that it was told. Twice is once. @throws 404, audited */
  @Post()
  @HttpCode(204)
  async seen(@CurrentPerson() actor: PersonActor, @UuidParam('noticeId') noticeId: string): Promise<void> {
    const subject = { type: 'HolderNotice', id: noticeId };
    const entry = { actor, action: 'holder-notice.seen', subject } as const;
    const isFound = await this.unitOfWork.run(async (tx) => {
      const row = await this.notices.find(noticeId, tx);
      if (row === undefined) return false;
      const { partnershipId, agencyId, enquiryId } = row;
      const access = await this.cases.of(enquiryId, tx);
      const notice = { kind: 'HolderNotice', id: noticeId, partnershipId, agencyId, ...access } as const;
      if (!can(actor, 'acknowledge', notice)) return false;
      await this.notices.seen(tx, noticeId, actor.id, this.clock.now());
      await this.audit.record(tx, { ...entry, enquiryId, outcome: 'done' });
      return true;
    });
    if (isFound) return;
    await this.audit.recordRead({ ...entry, outcome: 'refused', reasonCode: 'NOT_FOUND_OR_NOT_ALLOWED' });
    throw notFound('HolderNotice');
  }
}
