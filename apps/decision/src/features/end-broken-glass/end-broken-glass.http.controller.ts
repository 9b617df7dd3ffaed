import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { UnitOfWork } from '@mash/persistence';
import { Clock, CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { GlassGate } from '../../access/glass-gate';
import { BrokenGlassRepository } from '../../persistence/broken-glass.repository';
import { EnquiryRepository } from '../../persistence/enquiry.repository';
import { AccessAnnouncer } from '../announce-access/access-announcer';

@Controller('broken-glass/:glassId/end')
export class EndBrokenGlassController {
  constructor(
    private readonly gate: GlassGate,
    private readonly glass: BrokenGlassRepository,
    private readonly enquiries: EnquiryRepository,
    private readonly announcer: AccessAnnouncer,
    private readonly unitOfWork: UnitOfWork,
    private readonly auditTrail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Shuts it before its time: by whoever broke it, or information governance. Twice is once. */
  @Post()
  @HttpCode(204)
  async end(@CurrentPerson() actor: PersonActor, @UuidParam('glassId') glassId: string): Promise<void> {
    const { enquiryId, partnershipId } = await this.gate.admit(actor, 'end', glassId);
    await this.unitOfWork.run(async (tx) => {
      await this.enquiries.getForUpdate(tx, enquiryId);
      const now = this.clock.now();
      if (!(await this.glass.end(tx, glassId, actor.id, now))) return;
      await this.announcer.announce(tx, { enquiryId, partnershipId }, now);
      const subject = { type: 'BrokenGlass', id: glassId };
      await this.auditTrail.record(tx, { actor, action: 'broken-glass.end', subject, enquiryId, outcome: 'done' });
    });
  }
}
