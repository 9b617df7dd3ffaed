import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { AgencyRequests, type AgencyRequest, type NotNamedRequest } from '@mash/contracts';
import { Clock, CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { NamedAgencies } from '../../access/named-agencies';
import { RequestAccess } from '../../access/request-access';
import { RequestRepository } from '../../persistence/request.repository';
import { everyLine, RequestViews } from '../request-views';

class EnquiryRequests extends createZodDto(AgencyRequests) {}

@Controller('enquiries/:enquiryId/requests')
export class EnquiryRequestsController {
  constructor(
    private readonly access: RequestAccess,
    private readonly requests: RequestRepository,
    private readonly named: NamedAgencies,
    private readonly views: RequestViews,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Whom the hub asked, what became of each line, who is late; of agencies that the reader may not know of, how many. */
  @Get()
  @ZodResponse({ type: EnquiryRequests })
  async list(@CurrentPerson() actor: PersonActor, @UuidParam('enquiryId') enquiryId: string) {
    await this.access.enquiryForHub(actor, enquiryId, 'request.list');
    const named = await this.named.of(actor, await this.requests.ofEnquiry(enquiryId));
    const now = this.clock.now();
    const [requests, others] = await Promise.all([
      this.views.of(named.requests, now, everyLine),
      this.views.of(named.notNamed, now, everyLine),
    ]);
    const subject = { type: 'Enquiry', id: enquiryId };
    await this.audit.recordRead({
      actor,
      action: 'request.list',
      subject,
      enquiryId,
      outcome: 'shown',
      counts: { requests: requests.length },
    });
    return { requests, notNamed: others.map(withoutName) };
  }
}

const withoutName = ({ requestId, state, issuedAt, late }: AgencyRequest): NotNamedRequest => ({
  ...{ requestId, state, late },
  issued: issuedAt !== undefined,
});
