import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { NoticeReceivedV1 } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { byPerson } from '../../access/event-context';
import { noticeReader } from '../../access/notice-reader';
import { ClockRepository } from '../../persistence/clock.repository';
import { EnquiryRepository } from '../../persistence/enquiry.repository';
import { ProtectionRepository, type NoticeRecord } from '../../persistence/protection.repository';
import { StandingKeeper } from '../../persistence/standing.keeper';

/** The recipient confirms that a person has the notice. The first receipt counts; later ones change nothing. */
@Injectable()
export class ReceiveNoticeHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly enquiries: EnquiryRepository,
    private readonly protections: ProtectionRepository,
    private readonly clocks: ClockRepository,
    private readonly standing: StandingKeeper,
    private readonly outbox: Outbox,
    private readonly auditTrail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws CodedError NOTICE.NOT_FOUND */
  async receive(actor: PersonActor, noticeId: string): Promise<void> {
    const notice = await this.protections.noticeFor(noticeReader(actor), noticeId);
    if (notice === undefined) throw notFound('Notice');
    const { enquiryId } = notice;
    await this.unitOfWork.run(async (tx) => {
      await this.enquiries.getForUpdate(tx, enquiryId);
      const now = this.clock.now();
      const isFirst = await this.protections.receive(tx, noticeId, actor.id, now);
      await this.clocks.meet(tx, enquiryId, 'protection-receipt', now, noticeId);
      await this.standing.refresh(tx, enquiryId);
      if (isFirst) await this.announce(tx, actor, notice, now);
      const subject = { type: 'Notice', id: noticeId };
      const entry = { actor, action: 'notice.receive', subject, enquiryId, outcome: 'done' } as const;
      await this.auditTrail.record(tx, entry, { evenIfUnsent: true });
    });
  }

  private async announce(tx: Tx, actor: PersonActor, notice: NoticeRecord, at: Date): Promise<void> {
    const { enquiryId, noticeId, agencyId } = notice;
    const received = { enquiryId, noticeId, agencyId, receivedAt: at.toISOString() };
    await this.outbox.append(tx, NoticeReceivedV1, received, byPerson(notice, actor, at));
  }
}
