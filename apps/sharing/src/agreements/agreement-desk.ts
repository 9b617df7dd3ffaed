import { AuditTrail } from '@mash/audit-client';
import { authorise, can, reasonCodeFor, type ActionOn, type PersonActor, type Subject } from '@mash/authorisation';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { conflict, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import type { AgreementVersion } from '../domain/agreements/agreement-version';
import type { AgreementsOfPartnership } from '../domain/agreements/agreements-of-partnership';
import { AgreementShelf } from './agreement-shelf';

/** Which version of the partnership a change is about; undefined where there is none. */
export type Pick = (agreements: AgreementsOfPartnership) => AgreementVersion | undefined;
export type Change<T> = (tx: Tx, version: AgreementVersion, agreements: AgreementsOfPartnership) => Promise<T>;

/** Admits a person to a change of an agreement, and makes it: one at a time in a partnership, on what is there then. */
@Injectable()
export class AgreementDesk {
  constructor(
    private readonly shelf: AgreementShelf,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws 404, 403 (audited); whatever `change` refuses */
  async change<T>(actor: PersonActor, action: ActionOn<'Agreement'>, pick: Pick, change: Change<T>): Promise<T> {
    const { partnershipId } = actor;
    const before = await this.shelf.of(partnershipId);
    await this.demand(actor, action, subjectIn(before, pick));
    return this.unitOfWork.run(async (tx) => {
      await this.shelf.lock(tx, partnershipId);
      const agreements = await this.shelf.of(partnershipId, tx);
      const version = pick(agreements);
      if (version === undefined || !can(actor, action, agreements.subjectOf(version)))
        throw conflict('SHARING.AGREEMENT_CHANGED', 'Somebody changed this just now. Look again.');
      return change(tx, version, agreements);
    });
  }

  /** Refusals are audited before they are said. */
  async demand(
    actor: PersonActor,
    action: ActionOn<'Agreement'>,
    subject: Subject<'Agreement'> | undefined,
  ): Promise<void> {
    if (subject !== undefined && can(actor, action, subject)) return;
    const reasonCode = subject === undefined ? 'NOT_FOUND' : reasonCodeFor(actor, subject);
    await this.audit.recordRead({
      ...{ actor, action: `agreement.${action}`, outcome: 'refused', reasonCode },
      subject: { type: 'Agreement', id: subject?.id ?? 'none' },
    });
    if (subject === undefined) throw notFound('Agreement');
    authorise(actor, action, subject);
  }
}

const subjectIn = (agreements: AgreementsOfPartnership, pick: Pick): Subject<'Agreement'> | undefined => {
  const version = pick(agreements);
  return version && agreements.subjectOf(version);
};
