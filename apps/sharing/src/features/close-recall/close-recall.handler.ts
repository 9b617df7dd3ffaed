import { AuditTrail } from '@mash/audit-client';
import { authorise, isRefusal, type PersonActor, type Subject } from '@mash/authorisation';
import type { CloseRecall } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { Clock, CodedError, conflict, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { EnquiryLife } from '../../erasure/enquiry-life';
import { WrittenReason } from '../../governance/written-reason';
import { RecallCloser } from '../../recalls/recall-closer';
import { RecallRepository, type RecallRow } from '../../recalls/recall.repository';
import { ReleaseGate } from '../../releases/release-gate';

const ACTION = 'recall.close';

/** A hub manager ends a recall that not everybody has confirmed, and says why: somebody has left, or paper cannot be found. */
@Injectable()
export class CloseRecallHandler {
  constructor(
    private readonly gate: ReleaseGate,
    private readonly recalls: RecallRepository,
    private readonly closer: RecallCloser,
    private readonly reason: WrittenReason,
    private readonly life: EnquiryLife,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws 404, 403, RECALL.CLOSED (409), SEAL.* (422): audited */
  async execute(actor: PersonActor, recallId: string, { sealedReason }: CloseRecall): Promise<void> {
    const recall = await this.recalls.find(recallId);
    const subject = { type: 'Recall', id: recallId };
    if (recall === undefined) {
      await this.audit.recordRead({ actor, action: ACTION, subject, outcome: 'refused', reasonCode: 'NOT_FOUND' });
      throw notFound('Recall');
    }
    const { enquiryId, partnershipId } = recall;
    await this.gate.admit(actor, enquiryId, ACTION);
    try {
      authorise(actor, 'close', subjectOf(recall));
      const place = { partnershipId, enquiryId, noteId: recallId, authorId: actor.id, version: 2 };
      await this.reason.check(place, sealedReason);
      await this.unitOfWork.run(async (tx) => {
        // Kept after the erasure, the reason would lie here for good.
        await this.life.holdOpen(tx, enquiryId);
        const its = { by: actor.id, at: this.clock.now(), how: 'manager', sealed: sealedReason } as const;
        if (!(await this.closer.close(tx, recall, its))) throw closed();
        await this.audit.record(tx, { actor, action: ACTION, subject, enquiryId, outcome: 'done' });
      });
    } catch (error) {
      const isCoded = (error instanceof CodedError && error.status < 500) || isRefusal(error);
      if (isCoded) await this.gate.note(actor, subject, { enquiryId, action: ACTION, reasonCode: error.code });
      throw error;
    }
  }
}

const closed = () => conflict('RECALL.CLOSED', 'This recall is closed.');

/** Whether it is open is not asked here: a second closing is a conflict, and no question of who may. */
const subjectOf = ({ recallId, partnershipId }: RecallRow): Subject<'Recall'> & { kind: 'Recall' } => ({
  ...{ kind: 'Recall', id: recallId, partnershipId, holderAgencyId: '', shownTo: [], sentTo: [], open: true },
});
