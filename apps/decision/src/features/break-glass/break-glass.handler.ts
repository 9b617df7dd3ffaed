import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { GlassBrokenV1, type BreakGlass, type GlassBroken } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Clock, conflict, notFound } from '@mash/service-host';
import { loadPack } from '@mash/threshold-packs';
import { Injectable } from '@nestjs/common';
import { byThisService } from '../../access/by-this-service';
import { EnquiryGate, openToYou } from '../../access/enquiry-gate';
import { checkGlassReason } from '../../access/sealed-id';
import { glassEndsAt } from '../../domain/broken-glass';
import { BrokenGlassRepository } from '../../persistence/broken-glass.repository';
import { EnquiryRepository } from '../../persistence/enquiry.repository';
import { AccessAnnouncer } from '../announce-access/access-announcer';

/**
 * Opens a restricted enquiry for a short time to somebody of the hub or the emergency duty team whom nobody named (docs/security/who-may-see-a-case.md), with a
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
    private readonly outbox: Outbox,
    private readonly auditTrail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** All of it or nothing. @throws Refusal ENQUIRY.NOT_FOUND, audited; ENQUIRY.OPEN_TO_YOU, ENQUIRY.GLASS_EXISTS (409); SEAL.* */
  async break(actor: PersonActor, { glassId, reference, reason, sealedReason }: BreakGlass): Promise<GlassBroken> {
    const { partnershipId } = actor;
    checkGlassReason(sealedReason, { glassId, partnershipId, id: actor.id });
    const { enquiryId } = await this.gate.admitToBreakGlass(actor, reference);
    return this.unitOfWork.run(async (tx) => {
      const enquiry = await this.enquiries.getForUpdate(tx, enquiryId);
      if (enquiry === undefined) throw notFound('Enquiry');
      const now = this.clock.now();
      const live = await this.glass.liveFor(enquiryId, actor.id, now, tx);
      if (live?.glassId === glassId) return { glassId, enquiryId, endsAt: live.endsAt.toISOString() };
      if (live !== undefined || (await this.gate.isNamed(actor, enquiryId))) throw openToYou();
      if ((await this.glass.find(glassId, tx)) !== undefined)
        throw conflict('ENQUIRY.GLASS_EXISTS', 'There is another record with this id.');
      const { limits } = loadPack(enquiry.pack.id, enquiry.pack.version);
      const endsAt = glassEndsAt(now, limits.brokenGlassMinutes.value);
      const broken = { glassId, enquiryId, partnershipId, accountId: actor.id, reason, brokenAt: now, endsAt };
      await this.glass.add(tx, broken, sealedReason);
      await this.announcer.announce(tx, enquiry, now);
      const sealedAs = { enquiryId, glassId, keyId: sealedReason.kid };
      await this.outbox.append(tx, GlassBrokenV1, sealedAs, byThisService(enquiry, now));
      const subject = { type: 'BrokenGlass', id: glassId };
      const entry = { actor, action: 'enquiry.break-glass', subject, enquiryId, outcome: 'done' } as const;
      await this.auditTrail.record(tx, { ...entry, reasonCode: reason.toUpperCase() });
      return { glassId, enquiryId, endsAt: endsAt.toISOString() };
    });
  }
}
