import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import type { RequestErasure } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { Clock, CodedError, conflict, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { ErasureGuard } from '../../erasure/erasure-guard';
import { ErasureRepository } from '../../erasure/erasure.repository';
import { erasureSubject } from '../../erasure/erasure-subject';
import { GovernanceGate } from '../../governance/governance-gate';
import { GovernedEnquiryFinder } from '../../governance/governed-enquiry-finder';
import { WrittenReason } from '../../governance/written-reason';

const ACTION = 'erasure.request';

/** Information governance asks that an enquiry be erased, by a rule of its retention schedule. Nothing happens before a second person. */
@Injectable()
export class RequestErasureHandler {
  constructor(
    private readonly gate: GovernanceGate,
    private readonly enquiries: GovernedEnquiryFinder,
    private readonly guard: ErasureGuard,
    private readonly reason: WrittenReason,
    private readonly unitOfWork: UnitOfWork,
    private readonly erasures: ErasureRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws 403, 404; SEAL.* (422); ERASURE.UNDER_LEGAL_HOLD, ERASURE.ENQUIRY_OPEN, ERASURE.WAITING_ALREADY, ERASURE.DONE (409):
   *   all audited. Sent again with the same id it changes nothing.
   */
  async execute(
    actor: PersonActor,
    { erasureId, enquiryId, retentionRule, sealedReason }: RequestErasure,
  ): Promise<void> {
    const { partnershipId, id: requestedBy } = actor;
    const subject = erasureSubject({ erasureId, partnershipId, requestedBy: '', state: 'none' });
    await this.gate.admit(actor, 'request', subject, { action: ACTION, enquiryId });
    const enquiry = await this.enquiries.find(actor, enquiryId);
    if (enquiry === undefined) throw notFound('Enquiry');
    const known = await this.erasures.find(erasureId);
    if (known?.enquiryId === enquiryId && known.requestedBy === requestedBy) return;
    try {
      await this.refuseStanding(enquiryId);
      await this.guard.refuseHeld(enquiryId);
      await this.guard.refuseOpen(enquiryId);
      await this.reason.check(
        { partnershipId, enquiryId, noteId: erasureId, authorId: requestedBy, version: 1 },
        sealedReason,
      );
      await this.unitOfWork.run(async (tx) => {
        const row = { erasureId, partnershipId, enquiryId, retentionRule, ...sealedReason, requestedBy };
        if (!(await this.erasures.add(tx, { ...row, requestedAt: this.clock.now() })))
          throw conflict('ERASURE.WAITING_ALREADY', 'Somebody asked for this just now.');
        const about = { type: 'Erasure', id: erasureId };
        await this.audit.record(tx, { actor, action: ACTION, subject: about, enquiryId, outcome: 'done' });
      });
    } catch (error) {
      if (error instanceof CodedError && error.status < 500)
        await this.gate.note(actor, subject, { action: ACTION, enquiryId }, error.code);
      throw error;
    }
  }

  private async refuseStanding(enquiryId: string): Promise<void> {
    const standing = (await this.erasures.ofEnquiry(enquiryId)).find(({ state }) => state !== 'withdrawn');
    if (standing?.state === 'erased') throw conflict('ERASURE.DONE', 'This enquiry was erased.');
    if (standing !== undefined)
      throw conflict('ERASURE.WAITING_ALREADY', 'An erasure of this enquiry waits for its second person.');
  }
}
