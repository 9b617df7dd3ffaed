import { BreachClockReachedV1, DestructionLateV1 } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../access/this-service';
import { BreachRepository } from '../../breaches/breach.repository';
import { breachDue, breachDueSoon } from '../../domain/breaches/breach-due';
import { RecallRepository } from '../../recalls/recall.repository';

/** From a moment at which 24 hours are left to the end of the 72. */
const SOON_MS = breachDue(new Date(0)).getTime() - breachDueSoon(breachDue(new Date(0))).getTime();

/** Says once of each notice that its destruction is late, and of each breach that its 72 hours come to their end and that they have passed; of a breach anew once its clock was set going again. */
@Injectable()
export class RecallClock {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recalls: RecallRepository,
    private readonly breaches: BreachRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** One announcement is one transaction. @returns how many were made */
  async announceAll(): Promise<number> {
    let announced = 0;
    const steps = [
      (tx: Tx) => this.lateNotice(tx),
      (tx: Tx) => this.reached(tx, 'due_soon'),
      (tx: Tx) => this.reached(tx, 'passed'),
    ];
    for (const step of steps) while (await this.unitOfWork.run(step)) announced += 1;
    return announced;
  }

  private async lateNotice(tx: Tx): Promise<boolean> {
    const now = this.clock.now();
    const late = await this.recalls.nextLate(tx, now);
    if (late === undefined) return false;
    const { noticeId, recallId, enquiryId, partnershipId, dueAt } = late;
    await this.recalls.lateAnnounced(tx, noticeId, now);
    const data = { enquiryId, recallId, noticeId, dueAt: dueAt.toISOString(), noticedAt: now.toISOString() };
    const context = { partnershipId, correlationId: enquiryId, actor: SYSTEM, occurredAt: now };
    await this.outbox.append(tx, DestructionLateV1, data, context);
    return true;
  }

  private async reached(tx: Tx, reached: 'due_soon' | 'passed'): Promise<boolean> {
    const now = this.clock.now();
    // Of one that has passed nobody says any more that 24 hours are left.
    const due = reached === 'passed' ? { before: now } : { from: now, before: new Date(now.getTime() + SOON_MS) };
    const breach = await this.breaches.nextReached(tx, reached, due);
    if (breach === undefined) return false;
    const { breachId, enquiryId, partnershipId, dueAt } = breach;
    await this.breaches.announced(tx, breachId, reached, now);
    const data = { enquiryId, breachId, reached, dueAt: dueAt.toISOString(), noticedAt: now.toISOString() };
    const context = { partnershipId, correlationId: enquiryId, actor: SYSTEM, occurredAt: now };
    await this.outbox.append(tx, BreachClockReachedV1, data, context);
    return true;
  }
}
