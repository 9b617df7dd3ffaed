import { AuditTrail } from '@mash/audit-client';
import { CaseAccessRepository } from '@mash/case-access';
import type { PersonActor } from '@mash/authorisation';
import { EnquiryErasedV1 } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, CodedError, conflict, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { ConsentRepository } from '../../consent/consent.repository';
import { EnquiryLife } from '../../erasure/enquiry-life';
import { ErasureGuard } from '../../erasure/erasure-guard';
import { ErasureRepository, type ErasureRow } from '../../erasure/erasure.repository';
import { erasureSubject } from '../../erasure/erasure-subject';
import { GovernanceGate } from '../../governance/governance-gate';
import { WrittenReason } from '../../governance/written-reason';
import { KeyRepository } from '../../keys/key.repository';
import { LegalHoldRepository } from '../../legal-holds/legal-hold.repository';
import { ReleaseGate } from '../../releases/release-gate';
import { ReviewRepository } from '../../reviews/review.repository';

const ACTION = 'erasure.confirm';

/**
 * The second person agrees: every private key of the enquiry is destroyed, and what was sealed to them is gone everywhere at that moment.
 * The services then remove what is plain. It cannot be taken back.
 */
@Injectable()
export class ConfirmErasureHandler {
  constructor(
    private readonly gate: GovernanceGate,
    private readonly caseAccess: CaseAccessRepository,
    private readonly releaseGate: ReleaseGate,
    private readonly guard: ErasureGuard,
    private readonly life: EnquiryLife,
    private readonly reason: WrittenReason,
    private readonly unitOfWork: UnitOfWork,
    private readonly erasures: ErasureRepository,
    private readonly holds: LegalHoldRepository,
    private readonly keys: KeyRepository,
    private readonly reviews: ReviewRepository,
    private readonly consents: ConsentRepository,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws 403 ERASURE.SELF_CONFIRM; 403, 404; ERASURE.NOT_WAITING, ERASURE.UNDER_LEGAL_HOLD, ERASURE.ENQUIRY_OPEN, ERASURE.DOES_NOT_OPEN (409):
   *   all audited; SealRefusal where no key is at hand: it passes (503)
   */
  async execute(actor: PersonActor, erasureId: string): Promise<void> {
    const erasure = await this.erasures.find(erasureId);
    if (erasure === undefined) throw notFound('Erasure');
    const subject = erasureSubject(erasure);
    const its = { action: ACTION, enquiryId: erasure.enquiryId };
    await this.gate.admit(actor, 'read', subject, its);
    try {
      this.refuse(actor, erasure);
      await this.gate.admit(actor, 'confirm', subject, its);
      // A manager is let at no case through this door that is shut to them by another: restricted, or in conflict.
      if (!actor.roles.includes('ig-officer')) await this.releaseGate.admit(actor, erasure.enquiryId, ACTION);
      await this.guard.refuseHeld(erasure.enquiryId);
      await this.guard.refuseOpen(erasure.enquiryId);
      await this.refuseUnasked(erasure);
      await this.unitOfWork.run((tx) => this.erase(tx, actor, erasureId));
    } catch (error) {
      if (error instanceof CodedError && error.status !== 404 && error.status < 500)
        await this.gate.note(actor, subject, its, error.code);
      throw error;
    }
  }

  private refuse(actor: PersonActor, { requestedBy, state }: ErasureRow): void {
    if (state !== 'requested')
      throw conflict('ERASURE.NOT_WAITING', 'This erasure does not wait for anybody any more.');
    if (requestedBy === actor.id)
      throw new CodedError('ERASURE.SELF_CONFIRM', 403, 'You asked for this yourself: somebody else must confirm it.');
  }

  /** What cannot be taken back needs somebody who asked for it, in words that can be read today: a row that anybody else wrote has none by them. */
  private async refuseUnasked({
    erasureId,
    partnershipId,
    enquiryId,
    requestedBy,
    kid,
    envelope,
  }: ErasureRow): Promise<void> {
    const place = { partnershipId, enquiryId, noteId: erasureId, authorId: requestedBy, version: 1 };
    const { words } = await this.reason.read(place, { kid, envelope });
    if (words === undefined)
      throw conflict('ERASURE.DOES_NOT_OPEN', 'The reason of this request does not open. Withdraw it, and ask anew.');
  }

  private async erase(tx: Tx, actor: PersonActor, erasureId: string): Promise<void> {
    const known = await this.erasures.find(erasureId, tx);
    if (known === undefined) throw notFound('Erasure');
    const { enquiryId, partnershipId } = known;
    await this.life.takeAlone(tx, enquiryId);
    // Alone now: a hold that was placed, or a colleague who confirmed, in the meantime is seen here.
    const erasure = await this.erasures.find(erasureId, tx);
    if (erasure === undefined) throw notFound('Erasure');
    this.refuse(actor, erasure);
    await this.guard.refuseHeld(enquiryId, tx);
    // And an enquiry that the hub has opened again while others were waited for.
    await this.guard.refuseOpen(enquiryId);

    const at = this.clock.now();
    await this.caseAccess.forget(tx, enquiryId);
    const keyIds = await this.keys.destroyOf(tx, enquiryId, at);
    const rows =
      (await this.reviews.forgetWords(tx, enquiryId)) + (await this.consents.forgetOverflowWords(tx, enquiryId));
    await this.erasures.decide(tx, { erasureId, state: 'erased', by: actor.id, at, keysDestroyed: keyIds.length });
    await this.erasures.addPart(tx, erasureId, { service: 'sharing', doneAt: at, rows: keyIds.length + rows });
    const heldEnquiryIds = await this.holds.heldEnquiries(tx, partnershipId);
    const announced = { enquiryId, erasureId, keyIds, heldEnquiryIds, erasedAt: at.toISOString() };
    const by = { id: actor.id, kind: actor.kind, agencyId: actor.agencyId };
    await this.outbox.append(tx, EnquiryErasedV1, announced, { partnershipId, correlationId: enquiryId, actor: by });
    const subject = { type: 'Erasure', id: erasureId };
    const counts = { keys: keyIds.length };
    await this.audit.record(tx, { actor, action: ACTION, subject, enquiryId, outcome: 'done', counts });
  }
}
