import { ObligationLateV1 } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../access/this-service';
import { ObligationRepository } from '../../obligations/obligation.repository';

/** Says of every task that has passed its time, once, that it has. One task is one transaction. */
@Injectable()
export class LateAnnouncer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly obligations: ObligationRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @returns how many were announced */
  async announceAll(): Promise<number> {
    let announced = 0;
    while (await this.unitOfWork.run((tx) => this.announceNext(tx))) announced += 1;
    return announced;
  }

  private async announceNext(tx: Tx): Promise<boolean> {
    const now = this.clock.now();
    const late = await this.obligations.nextLate(tx, now);
    if (late === undefined) return false;
    const { obligationId, enquiryId, dueAt, partnershipId } = late;
    await this.obligations.lateAnnounced(tx, obligationId, now);
    const data = { enquiryId, obligationId, dueAt: dueAt.toISOString(), noticedAt: now.toISOString() };
    const context = { partnershipId, correlationId: enquiryId, actor: SYSTEM, occurredAt: now };
    await this.outbox.append(tx, ObligationLateV1, data, context);
    return true;
  }
}
