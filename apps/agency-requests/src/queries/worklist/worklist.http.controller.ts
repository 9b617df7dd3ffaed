import { AuditTrail } from '@mash/audit-client';
import type { Actor } from '@mash/authorisation';
import { AgencyRequests } from '@mash/contracts';
import { Clock, CurrentActor, PeopleToo, RequiresScope } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { RequestAccess } from '../../access/request-access';
import { RequestRepository } from '../../persistence/request.repository';
import { issuedLines, RequestViews } from '../request-views';

class Worklist extends createZodDto(AgencyRequests) {}

@Controller('worklist')
export class WorklistController {
  constructor(
    private readonly access: RequestAccess,
    private readonly requests: RequestRepository,
    private readonly views: RequestViews,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What the actor's own agency owes, soonest first. Lines that still wait for a decision are not there. */
  @Get()
  @ZodResponse({ type: Worklist })
  @RequiresScope('requests:read')
  @PeopleToo()
  async list(@CurrentActor() actor: Actor) {
    const { agencyId, partnershipId } = this.access.answeringAgency(actor);
    const now = this.clock.now();
    const rows = await this.requests.worklist(partnershipId, agencyId, now);
    const requests = await this.views.of(rows, now, issuedLines);
    const subject = { type: 'Agency', id: agencyId };
    await this.audit.recordRead({
      actor,
      action: 'worklist.read',
      subject,
      outcome: 'shown',
      counts: { requests: requests.length },
    });
    return { requests };
  }
}
