import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import type { PlaceLegalHold } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { Clock, CodedError, conflict, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { EnquiryLife } from '../../erasure/enquiry-life';
import { ErasureRepository } from '../../erasure/erasure.repository';
import { GovernanceGate } from '../../governance/governance-gate';
import { GovernedEnquiryFinder } from '../../governance/governed-enquiry-finder';
import { WrittenReason } from '../../governance/written-reason';
import { LegalHoldRepository } from '../../legal-holds/legal-hold.repository';

const ACTION = 'legal-hold.place';

/** From now on nothing of this enquiry is erased, an erasure that waits for its second person included. */
@Injectable()
export class PlaceLegalHoldHandler {
  constructor(
    private readonly gate: GovernanceGate,
    private readonly enquiries: GovernedEnquiryFinder,
    private readonly reason: WrittenReason,
    private readonly life: EnquiryLife,
    private readonly erasures: ErasureRepository,
    private readonly holds: LegalHoldRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws 403, 404; SEAL.* (422); LEGAL_HOLD.ENQUIRY_ERASED, LEGAL_HOLD.ID_TAKEN (409): audited. Sent again with its id it changes nothing. */
  async execute(actor: PersonActor, { holdId, enquiryId, reference, sealedReason }: PlaceLegalHold): Promise<void> {
    const { partnershipId, id: placedBy } = actor;
    const subject = { kind: 'LegalHold', id: holdId, partnershipId, standing: false } as const;
    const its = { action: ACTION, enquiryId };
    await this.gate.admit(actor, 'place', subject, its);
    if ((await this.enquiries.find(actor, enquiryId)) === undefined) throw notFound('Enquiry');
    const known = await this.holds.find(holdId);
    if (known?.enquiryId === enquiryId && known.placedBy === placedBy) return;
    try {
      if (await this.erasures.isErased(enquiryId)) throw erased();
      await this.reason.check(
        { partnershipId, enquiryId, noteId: holdId, authorId: placedBy, version: 1 },
        sealedReason,
      );
      await this.unitOfWork.run(async (tx) => {
        await this.life.takeAlone(tx, enquiryId);
        if (await this.erasures.isErased(enquiryId, tx)) throw erased();
        const row = { holdId, partnershipId, enquiryId, reference, ...sealedReason, placedBy };
        if (!(await this.holds.add(tx, { ...row, placedAt: this.clock.now() })))
          throw conflict('LEGAL_HOLD.ID_TAKEN', 'A hold with this id is there already.');
        const about = { type: 'LegalHold', id: holdId };
        await this.audit.record(tx, { actor, action: ACTION, subject: about, enquiryId, outcome: 'done' });
      });
    } catch (error) {
      if (error instanceof CodedError && error.status < 500) await this.gate.note(actor, subject, its, error.code);
      throw error;
    }
  }
}

const erased = () => conflict('LEGAL_HOLD.ENQUIRY_ERASED', 'This enquiry was erased: there is nothing left to hold.');
