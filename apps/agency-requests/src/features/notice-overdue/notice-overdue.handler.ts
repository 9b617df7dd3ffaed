import { AuditTrail } from '@mash/audit-client';
import { newId, RequestOverdueV1 } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../access/this-service';
import { RequestRepository } from '../../persistence/request.repository';

/** Silence is shown, not hidden: a request past its time is announced once and chased at once. */
@Injectable()
export class NoticeOverdueHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly requests: RequestRepository,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns how many were noticed */
  execute(): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const overdue = await this.requests.takeOverdue(tx, now);
      for (const { requestId, enquiryId, agencyId, partnershipId, dueAt } of overdue) {
        await this.requests.noticeOverdue(tx, requestId, now);
        await this.requests.addChaser(tx, { chaserId: newId(), requestId, at: now, by: SYSTEM.id });
        const announced = {
          enquiryId,
          requestId,
          agencyId,
          dueAt: (dueAt ?? now).toISOString(),
          noticedAt: now.toISOString(),
        };
        await this.outbox.append(tx, RequestOverdueV1, announced, {
          partnershipId,
          correlationId: enquiryId,
          actor: SYSTEM,
        });
        const subject = { type: 'AgencyRequest', id: requestId };
        const entry = {
          actor: SYSTEM,
          partnershipId,
          action: 'request.overdue',
          subject,
          enquiryId,
          outcome: 'done',
        } as const;
        await this.audit.record(tx, entry, { evenIfUnsent: true });
      }
      return overdue.length;
    });
  }
}
