import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { Obligations } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { EnquiryAccess } from '../../access/enquiry-access';
import { isReadByAll, OBLIGATIONS } from '../../domain/decision';
import { ObligationRepository } from '../../reviews/obligation.repository';

class ObligationsBody extends createZodDto(Obligations) {}

@Controller('enquiries/:enquiryId/obligations')
export class ObligationsController {
  constructor(
    private readonly access: EnquiryAccess,
    private readonly obligations: ObligationRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** What sharing owes: dated tasks with an owner, open ones first; not what the holder owes on a cause that the hub may not read. */
  @Get()
  @ZodResponse({ type: ObligationsBody })
  async list(@CurrentPerson() actor: PersonActor, @UuidParam('enquiryId') enquiryId: string) {
    await this.access.forHub(actor, enquiryId, 'obligation.list');
    const rows = (await this.obligations.ofEnquiry(enquiryId)).filter(({ code }) => isReadByAll(code));
    await this.audit.recordRead({
      actor,
      action: 'obligation.list',
      subject: { type: 'Enquiry', id: enquiryId },
      enquiryId,
      outcome: 'shown',
    });
    const obligations = rows.map(({ obligationId, code, owner, dueAt, doneAt }) => ({
      ...{ obligationId, code, owner },
      words: OBLIGATIONS[code].what,
      dueAt: dueAt.toISOString(),
      ...(doneAt !== null && { doneAt: doneAt.toISOString() }),
    }));
    return { obligations };
  }
}
