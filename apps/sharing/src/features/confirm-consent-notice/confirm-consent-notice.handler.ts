import { AuditTrail } from '@mash/audit-client';
import { can, type PersonActor } from '@mash/authorisation';
import { CaseAccessRepository, type CaseAccess } from '@mash/case-access';
import type { ConfirmConsentNotice } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { Clock, conflict, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { ConsentNoticeRepository, type ConsentNoticeRow } from '../../consent/consent-notice.repository';
import { ConsentRepository } from '../../consent/consent.repository';
import { ObligationRepository } from '../../obligations/obligation.repository';

const TASKS = ['RECALL_REQUEST', 'TELL_RECIPIENTS'] as const;

/** A body says what became of what it held. Once all have, the telling is done. */
@Injectable()
export class ConfirmConsentNoticeHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: ConsentNoticeRepository,
    private readonly consents: ConsentRepository,
    private readonly obligations: ObligationRepository,
    private readonly cases: CaseAccessRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The same answer again changes nothing. @throws 404; CodedError CONSENT.NOTICE_CONFIRMED (409) where another was given */
  async execute(actor: PersonActor, noticeId: string, { did }: ConfirmConsentNotice): Promise<void> {
    const about = await this.notices.enquiryOf(noticeId);
    if (about === undefined) return this.refuse(actor, noticeId);
    const isFound = await this.unitOfWork.run(async (tx) => {
      // One after another, and after whoever is telling more: of the last two who confirm at once neither would see that all have.
      await this.consents.lock(tx, about);
      const notice = await this.notices.findForUpdate(tx, noticeId);
      const subjectToRules = notice && subjectOf(notice, await this.cases.of(notice.enquiryId, tx));
      if (!subjectToRules || !can(actor, 'read', subjectToRules)) return false;
      if (notice.confirmed === did) return true;
      if (!can(actor, 'confirm', subjectToRules))
        throw conflict('CONSENT.NOTICE_CONFIRMED', 'Somebody has confirmed this already.');
      const at = this.clock.now();
      const { enquiryId, personId } = notice;
      await this.notices.confirm(tx, noticeId, { did, by: actor.id, at });
      if (await this.notices.areAllConfirmed(tx, enquiryId))
        for (const task of TASKS) await this.obligations.systemHasDone(tx, enquiryId, task, at);
      await this.audit.record(tx, {
        ...{ actor, action: 'consent-notice.confirm', enquiryId, personIds: [personId], outcome: 'done' },
        subject: { type: 'ConsentNotice', id: noticeId },
        reasonCode: did.toUpperCase(),
      });
      return true;
    });
    if (!isFound) await this.refuse(actor, noticeId);
  }

  private async refuse(actor: PersonActor, noticeId: string): Promise<never> {
    const subject = { type: 'ConsentNotice', id: noticeId };
    const reasonCode = 'NOT_FOUND_OR_NOT_ALLOWED';
    await this.audit.recordRead({ actor, action: 'consent-notice.confirm', subject, outcome: 'refused', reasonCode });
    throw notFound('ConsentNotice');
  }
}

const subjectOf = ({ noticeId, partnershipId, agencyId, confirmed }: ConsentNoticeRow, access: CaseAccess) =>
  ({ kind: 'ConsentNotice', id: noticeId, partnershipId, agencyId, confirmed: confirmed !== null, ...access }) as const;
