import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import type { Taken } from '@mash/contracts';
import { readRows, UnitOfWork, type Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { loadCurrentPack } from '@mash/threshold-packs';
import { Inject, Injectable } from '@nestjs/common';
import { stepsFor } from '../../domain/steps-for';
import { PACK_ID } from '../../pack-id';
import { enquiryOf, type EnquiryRecord, type EnquiryRow } from '../../persistence/enquiry.record';
import { EnquiryRepository } from '../../persistence/enquiry.repository';
import { IN_REACH, QUEUE_ORDER } from '../../persistence/queue-order';
import { StandingKeeper } from '../../persistence/standing.keeper';

/** A row that somebody else is taking at this very moment is passed over, so two who press at once get two enquiries. */
const TOP = `
  SELECT * FROM enquiry WHERE ${IN_REACH} AND owner_id IS NULL AND stage <> 'closed' AND next_step = ANY($4::text[])
   ORDER BY ${QUEUE_ORDER} LIMIT 1 FOR UPDATE OF enquiry SKIP LOCKED`;

@Injectable()
export class TakeNextHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly enquiries: EnquiryRepository,
    private readonly standing: StandingKeeper,
    private readonly auditTrail: AuditTrail,
    private readonly clock: Clock,
    @Inject(PACK_ID) private readonly packId: string,
  ) {}

  /** Claims the top row that waits for a step this person can do. Undefined where nothing waits. */
  async take(actor: PersonActor): Promise<Taken | undefined> {
    return this.unitOfWork.run(async (tx) => {
      const top = await this.top(tx, actor);
      if (top === undefined) return undefined;
      const { enquiryId, reference, nextStep } = top;
      await this.enquiries.saveOwner(tx, enquiryId, actor.id, this.clock.now());
      await this.standing.refresh(tx, enquiryId);
      const subject = { type: 'Enquiry', id: enquiryId };
      await this.auditTrail.record(tx, { actor, action: 'enquiry.take', subject, enquiryId, outcome: 'done' });
      return { enquiryId, reference, nextStep };
    });
  }

  private async top(tx: Tx, actor: PersonActor): Promise<EnquiryRecord | undefined> {
    const steps = stepsFor(loadCurrentPack(this.packId), actor);
    const parameters = [actor.partnershipId, actor.id, this.clock.now(), steps];
    const [row] = await readRows<EnquiryRow>(tx, TOP, parameters);
    return row && enquiryOf(row);
  }
}
