import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { newId } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { Clock, conflict } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { RequestAccess } from '../../access/request-access';
import { isStillOwed } from '../../domain/request-state';
import { RequestRepository } from '../../persistence/request.repository';

/** A second press of the same person within this is the same chaser: nobody is chased twice for a slow page. */
const AT_ONCE_MS = 60_000;

/** The hub chases an agency: it stands on the agency's worklist and in the request's story. */
@Injectable()
export class ChaseAgencyHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: RequestAccess,
    private readonly requests: RequestRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(actor: PersonActor, requestId: string): Promise<void> {
    const { enquiryId, issuedAt, complete } = await this.access.requestForHub(actor, requestId, 'request.chase');
    await this.unitOfWork.run(async (tx) => {
      const lines = await this.requests.linesOf([requestId], tx);
      const isOwed = isStillOwed(lines.map(({ state }) => state));
      if (issuedAt === null || complete || !isOwed)
        throw conflict('REQUESTS.NOTHING_OWED', 'This agency owes nothing here.');
      const chaser = { chaserId: newId(), requestId, at: this.clock.now(), by: actor.id };
      if (!(await this.requests.addChaserOnce(tx, chaser, AT_ONCE_MS))) return;
      const subject = { type: 'AgencyRequest', id: requestId };
      await this.audit.record(tx, { actor, action: 'request.chase', subject, enquiryId, outcome: 'done' });
    });
  }
}
