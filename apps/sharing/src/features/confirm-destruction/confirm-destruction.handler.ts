import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import type { ConfirmDestruction } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { Clock, CodedError, conflict, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { GovernanceGate } from '../../governance/governance-gate';
import { RecallCloser } from '../../recalls/recall-closer';
import { noticeSubject } from '../../recalls/notice-subject';
import { RecallRepository, type RecallNoticeRow } from '../../recalls/recall.repository';

const ACTION = 'recall-notice.confirm';

/** Whoever saw what was recalled says that nothing of it is left with them. The last of them ends the recall. */
@Injectable()
export class ConfirmDestructionHandler {
  constructor(
    private readonly gate: GovernanceGate,
    private readonly recalls: RecallRepository,
    private readonly closer: RecallCloser,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws 404, audited, for anybody else's notice; RECALL.CONFIRMED_ALREADY, RECALL.CLOSED (409), audited */
  async execute(actor: PersonActor, noticeId: string, { how }: ConfirmDestruction): Promise<void> {
    const notice = await this.recalls.findNotice(noticeId);
    const its = { action: ACTION, ...(notice && { enquiryId: notice.enquiryId }) };
    if (notice === undefined) {
      await this.gate.note(actor, { kind: 'RecallNotice', id: noticeId }, its, 'NOT_FOUND');
      throw notFound('RecallNotice');
    }
    const subject = noticeSubject(notice);
    await this.gate.admit(actor, 'confirm', subject, its);
    try {
      await this.confirm(actor, notice, how);
    } catch (error) {
      if (error instanceof CodedError && error.status < 500) await this.gate.note(actor, subject, its, error.code);
      throw error;
    }
  }

  private async confirm(
    actor: PersonActor,
    { noticeId, recallId, enquiryId }: RecallNoticeRow,
    how: ConfirmDestruction['how'],
  ): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const recall = await this.recalls.lock(tx, recallId);
      if (recall === undefined) throw notFound('RecallNotice');
      const at = this.clock.now();
      const isClosed = recall.closedAt !== null;
      if (!(await this.recalls.destroyed(tx, noticeId, { by: actor.id, at, how })))
        throw conflict('RECALL.CONFIRMED_ALREADY', 'This was confirmed already.');
      if (isClosed) throw conflict('RECALL.CLOSED', 'This recall is closed: nothing is to be destroyed for it.');
      const notices = await this.recalls.notices([recallId], tx);
      if (notices.every(({ destroyedAt }) => destroyedAt !== null))
        await this.closer.close(tx, recall, { by: actor.id, at, how: 'all_confirmed' });
      const subject = { type: 'RecallNotice', id: noticeId };
      await this.audit.record(tx, { actor, action: ACTION, subject, enquiryId, outcome: 'done' });
    });
  }
}
