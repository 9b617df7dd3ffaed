import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import type { BreakGlass, GlassBroken } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { Clock, conflict, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { EnquiryGate } from '../../access/enquiry-gate';
import { sealedId } from '../../access/sealed-id';
import { glassEndsAt } from '../../domain/broken-glass';
import { BrokenGlassRepository } from '../../persistence/broken-glass.repository';
import { EnquiryRepository } from '../../persistence/enquiry.repository';
import { AccessAnnouncer } from '../announce-access/access-announcer';

/**
 * Opens a restricted enquiry for a short time to somebody of the hub or the emergency duty team whom nobody named (design.md section 8), with a
 * reason that information governance reads afterwards. Never over a conflict of interest.
 */
@Injectable()
export class BreakGlassHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gate: EnquiryGate,
    private readonly enquiries: EnquiryRepository,
    private readonly glass: BrokenGlassRepository,
    private readonly announcer: AccessAnnouncer,
    private readonly auditTrail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal ENQUIRY.NOT_FOUND, audited; ENQUIRY.OPEN_TO_YOU, ENQUIRY.GLASS_EXISTS (409); SEAL.* */
  async break(
    actor: PersonActor,
    enquiryId: string,
    { glassId, reason, sealedReason }: BreakGlass,
  ): Promise<GlassBroken> {
    const { partnershipId } = await this.gate.admit(actor, 'break-glass', enquiryId);
    sealedId(sealedReason, { enquiryId, partnershipId, id: glassId });
    return this.unitOfWork.run(async (tx) => {
      if ((await this.enquiries.getForUpdate(tx, enquiryId)) === undefined) throw notFound('Enquiry');
      const now = this.clock.now();
      const live = await this.glass.liveFor(tx, enquiryId, actor.id, now);
      if (live?.glassId === glassId) return { glassId, endsAt: live.endsAt.toISOString() };
      if (live !== undefined || (await this.gate.isNamed(actor, enquiryId)))
        throw conflict('ENQUIRY.OPEN_TO_YOU', 'This enquiry is open to you already.');
      if ((await this.glass.find(glassId, tx)) !== undefined)
        throw conflict('ENQUIRY.GLASS_EXISTS', 'There is another record with this id.');
      const endsAt = glassEndsAt(now);
      const broken = { glassId, enquiryId, partnershipId, accountId: actor.id, reason, brokenAt: now, endsAt };
      await this.glass.add(tx, broken, sealedReason);
      await this.announcer.announce(tx, { enquiryId, partnershipId }, now);
      const subject = { type: 'BrokenGlass', id: glassId };
      const entry = { actor, action: 'enquiry.break-glass', subject, enquiryId, outcome: 'done' } as const;
      await this.auditTrail.record(tx, { ...entry, reasonCode: reason.toUpperCase() });
      return { glassId, endsAt: endsAt.toISOString() };
    });
  }
}
