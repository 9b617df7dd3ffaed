import { AuditTrail } from '@mash/audit-client';
import { authorise, can, reasonCodeFor, type ActionOn, type PersonActor } from '@mash/authorisation';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { AgreementShelf } from '../agreements/agreement-shelf';

/** Admits the partnership's administrator to its register, and makes the change with its audit entry. Refusals are audited too. */
@Injectable()
export class RegisterKeeper {
  constructor(
    private readonly shelf: AgreementShelf,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @param what the part of the register, as it stands in the audit log: `register.amend` */
  async amend(
    actor: PersonActor,
    what: string,
    counts: Readonly<Record<string, number>>,
    change: (tx: Tx, at: Date) => Promise<void>,
  ): Promise<void> {
    await this.demand(actor, 'amend', what);
    const { partnershipId } = actor;
    const subject = { type: 'AgencyRegister', id: partnershipId };
    await this.unitOfWork.run(async (tx) => {
      await this.shelf.lock(tx, partnershipId);
      await change(tx, this.clock.now());
      await this.audit.record(tx, { actor, action: what, subject, outcome: 'done', counts });
    });
  }

  async demand(actor: PersonActor, action: ActionOn<'AgencyRegister'>, what: string): Promise<void> {
    const { partnershipId } = actor;
    const register = { kind: 'AgencyRegister', id: partnershipId, partnershipId } as const;
    if (can(actor, action, register)) return;
    const subject = { type: 'AgencyRegister', id: partnershipId };
    const reasonCode = reasonCodeFor(actor, register);
    await this.audit.recordRead({ actor, action: what, subject, outcome: 'refused', reasonCode });
    authorise(actor, action, register);
  }
}
