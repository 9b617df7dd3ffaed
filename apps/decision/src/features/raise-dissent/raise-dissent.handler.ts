import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import type { RaiseDissent } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { Clock, conflict, notFound } from '@mash/service-host';
import { loadPack } from '@mash/threshold-packs';
import { Injectable } from '@nestjs/common';
import { EnquiryGate } from '../../access/enquiry-gate';
import { sealedId } from '../../access/sealed-id';
import { dissentClock } from '../../domain/dissent-clock';
import { DecisionRepository, type DissentRecord } from '../../persistence/decision.repository';

export interface DissentKept {
  readonly dissentId: string;
  readonly dueAt: string;
}

/** A disagreement stands beside the decision, with a date by which it is looked at. It stops nothing. */
@Injectable()
export class RaiseDissentHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gate: EnquiryGate,
    private readonly decisions: DecisionRepository,
    private readonly auditTrail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Sent again with its id it changes nothing. @throws CodedError ENQUIRY.NOT_FOUND, DECISION.NOT_FOUND, DECISION.DISSENT_EXISTS (409), SEAL.* */
  async raise(actor: PersonActor, enquiryId: string, decisionId: string, command: RaiseDissent): Promise<DissentKept> {
    const enquiry = await this.gate.admitDissenter(actor, enquiryId);
    const { sealed, ground, stage } = command;
    const dissentId = sealedId(sealed, enquiry, { typ: 'note', authorId: actor.id });
    const raisedAt = this.clock.now();
    const { dueAt } = dissentClock(loadPack(enquiry.pack.id, enquiry.pack.version), raisedAt);
    const by = { agencyId: actor.agencyId, raisedBy: actor.id, raisedAt, dueAt };
    return this.unitOfWork.run(async (tx) => {
      const known = await this.decisions.claimDissent(tx, dissentId);
      if (known !== undefined) return again(known, actor, decisionId);
      const isThere = (await this.decisions.of(enquiryId, tx)).some((one) => one.decisionId === decisionId);
      if (!isThere) throw notFound('Decision');
      await this.decisions.addDissent(tx, { dissentId, decisionId, enquiryId, ground, stage, ...by, ...sealed });
      const subject = { type: 'Decision', id: decisionId };
      await this.auditTrail.record(tx, {
        actor,
        action: 'decision.dissent',
        subject,
        enquiryId,
        outcome: 'done',
        reasonCode: ground,
      });
      return { dissentId, dueAt: dueAt.toISOString() };
    });
  }
}

function again({ dissentId, dueAt, ...known }: DissentRecord, actor: PersonActor, decisionId: string): DissentKept {
  if (known.raisedBy !== actor.id || known.decisionId !== decisionId)
    throw conflict('DECISION.DISSENT_EXISTS', 'There is another differing view with this id.');
  return { dissentId, dueAt: dueAt.toISOString() };
}
