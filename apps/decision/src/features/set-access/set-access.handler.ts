import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { UnitOfWork } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { EnquiryGate } from '../../access/enquiry-gate';
import { AccessRepository } from '../../persistence/access.repository';
import { EnquiryRepository } from '../../persistence/enquiry.repository';
import type { SetAccess } from './set-access.body';

/** Restricts an enquiry to named people of the hub, and keeps those in conflict out of it. Whoever sets it stays in. */
@Injectable()
export class SetAccessHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gate: EnquiryGate,
    private readonly enquiries: EnquiryRepository,
    private readonly access: AccessRepository,
    private readonly auditTrail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async set(actor: PersonActor, enquiryId: string, { restricted, named, conflicts }: SetAccess): Promise<void> {
    await this.gate.admit(actor, 'restrict', enquiryId);
    await this.unitOfWork.run(async (tx) => {
      await this.enquiries.getForUpdate(tx, enquiryId);
      const lists = {
        restricted,
        named: restricted ? [...named, actor.id] : named,
        conflicts: conflicts.filter((id) => id !== actor.id),
      };
      await this.access.save(tx, enquiryId, actor.id, this.clock.now(), lists);
      const counts = { named: named.length, conflicts: conflicts.length };
      const subject = { type: 'Enquiry', id: enquiryId };
      await this.auditTrail.record(tx, {
        actor,
        action: 'enquiry.restrict',
        subject,
        enquiryId,
        outcome: 'done',
        counts,
      });
    });
  }
}
