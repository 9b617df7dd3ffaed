import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, conflict, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { EnquiryGate } from '../../access/enquiry-gate';
import type { EnquiryRecord } from '../../persistence/enquiry.record';
import { EnquiryRepository } from '../../persistence/enquiry.repository';
import { StandingKeeper } from '../../persistence/standing.keeper';

/** One person works on an enquiry at a time, so that no two do the same and none is left to nobody. */
@Injectable()
export class ClaimEnquiryHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gate: EnquiryGate,
    private readonly enquiries: EnquiryRepository,
    private readonly standing: StandingKeeper,
    private readonly auditTrail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Claiming again what is one's own changes nothing. @throws CodedError DECISION.CLAIMED_MEANWHILE */
  async claim(actor: PersonActor, enquiryId: string): Promise<void> {
    await this.change(actor, enquiryId, 'enquiry.claim', async (tx, { ownerId }) => {
      const isManager = actor.roles.includes('mash-manager');
      if (ownerId !== undefined && ownerId !== actor.id && !isManager)
        throw conflict(
          'DECISION.CLAIMED_MEANWHILE',
          'Somebody else is working on this enquiry. A manager can take it over.',
        );
      await this.enquiries.saveOwner(tx, enquiryId, actor.id, this.clock.now());
    });
  }

  /** Gives it back to the queue: the owner, or a manager for somebody who is away. */
  async release(actor: PersonActor, enquiryId: string): Promise<void> {
    await this.change(actor, enquiryId, 'enquiry.release', async (tx, { ownerId }) => {
      if (ownerId === undefined) return;
      if (ownerId !== actor.id && !actor.roles.includes('mash-manager'))
        throw conflict('DECISION.NOT_YOUR_CLAIM', 'Somebody else is working on this enquiry.');
      await this.enquiries.saveOwner(tx, enquiryId, undefined, this.clock.now());
    });
  }

  private async change(
    actor: PersonActor,
    enquiryId: string,
    action: string,
    work: (tx: Tx, enquiry: EnquiryRecord) => Promise<void>,
  ): Promise<void> {
    await this.gate.admit(actor, 'screen', enquiryId);
    await this.unitOfWork.run(async (tx) => {
      const enquiry = await this.enquiries.getForUpdate(tx, enquiryId);
      if (enquiry === undefined) throw notFound('Enquiry');
      await work(tx, enquiry);
      await this.standing.refresh(tx, enquiryId);
      await this.auditTrail.record(tx, {
        actor,
        action,
        subject: { type: 'Enquiry', id: enquiryId },
        enquiryId,
        outcome: 'done',
      });
    });
  }
}
