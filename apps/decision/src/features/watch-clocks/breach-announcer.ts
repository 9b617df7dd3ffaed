import { ClockBreachedV1 } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import { readRows, UnitOfWork, type Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { byThisService } from '../../access/by-this-service';
import type { ClockRecord } from '../../persistence/clock.repository';
import { notErased } from '@mash/erasure';

type Breached = Pick<ClockRecord, 'clockId' | 'enquiryId' | 'code' | 'dueAt'> & { readonly partnershipId: string };

/** A clock that another instance is announcing at this moment is passed over, and is announced then. */
const NEXT = `
  SELECT clock.clock_id, clock.enquiry_id, clock.code, clock.due_at, enquiry.partnership_id
    FROM clock JOIN enquiry USING (enquiry_id)
   WHERE clock.met_at IS NULL AND clock.breach_announced_at IS NULL AND clock.due_at < $1 AND ${notErased('clock.enquiry_id')}
   ORDER BY clock.due_at LIMIT 1 FOR UPDATE OF clock SKIP LOCKED`;

/** Says of every obligation that has passed its time, once, that it has. One clock is one transaction. */
@Injectable()
export class BreachAnnouncer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @returns how many clocks were announced */
  async announceAll(): Promise<number> {
    let announced = 0;
    while (await this.unitOfWork.run((tx) => this.announceNext(tx))) announced += 1;
    return announced;
  }

  private async announceNext(tx: Tx): Promise<boolean> {
    const now = this.clock.now();
    const [breached] = await readRows<Breached>(tx, NEXT, [now]);
    if (breached === undefined) return false;
    const { clockId, enquiryId, code, dueAt } = breached;
    await tx.query('UPDATE clock SET breach_announced_at = $2 WHERE clock_id = $1', [clockId, now]);
    const event = { enquiryId, clock: code, dueAt: dueAt.toISOString(), breachedAt: now.toISOString() };
    await this.outbox.append(tx, ClockBreachedV1, event, byThisService(breached, now));
    return true;
  }
}
