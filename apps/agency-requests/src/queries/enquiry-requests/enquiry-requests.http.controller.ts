import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { AgencyRequests } from '@mash/contracts';
import { Clock, CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { RequestAccess } from '../../access/request-access';
import { RequestRepository } from '../../persistence/request.repository';
import { everyLine, RequestViews } from '../request-views';

class EnquiryRequests extends createZodDto(AgencyRequests) {}

@Controller('enquiries/:enquiryId/requests')
export class EnquiryRequestsController {
  constructor(
    private readonly access: RequestAccess,
    private readonly requests: RequestRepository,
    private readonly views: RequestViews,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Whom the hub asked, what became of each line, who is late. */
  @Get()
  @ZodResponse({ type: EnquiryRequests })
  async list(@CurrentPerson() actor: PersonActor, @UuidParam('enquiryId') enquiryId: string) {
    await this.access.enquiryForHub(actor, enquiryId, 'request.list');
    const requests = await this.views.of(await this.requests.ofEnquiry(enquiryId), this.clock.now(), everyLine);
    const subject = { type: 'Enquiry', id: enquiryId };
    await this.audit.recordRead({
      actor,
      action: 'request.list',
      subject,
      enquiryId,
      outcome: 'shown',
      counts: { requests: requests.length },
    });
    return { requests };
  }
}
