import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { Consents } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { EnquiryAccess } from '../../access/enquiry-access';
import { ConsentRepository } from '../../consent/consent.repository';

class ConsentsBody extends createZodDto(Consents) {}

@Controller('enquiries/:enquiryId/consents')
export class ConsentsController {
  constructor(
    private readonly access: EnquiryAccess,
    private readonly consents: ConsentRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** What each person has agreed to, three separate things, newest first. */
  @Get()
  @ZodResponse({ type: ConsentsBody })
  async list(@CurrentPerson() actor: PersonActor, @UuidParam('enquiryId') enquiryId: string) {
    await this.access.forHub(actor, enquiryId, 'consent.list');
    const rows = await this.consents.ofEnquiry(enquiryId);
    await this.audit.recordRead({
      actor,
      action: 'consent.list',
      subject: { type: 'Enquiry', id: enquiryId },
      enquiryId,
      outcome: 'shown',
    });
    const statements = rows.map(({ statementId, personId, kind, state, ground, givenBy, statedAt, recordedBy }) => ({
      ...{ statementId, personId, kind, state, givenBy, recordedBy },
      ...(ground !== null && { ground }),
      statedAt: statedAt.toISOString(),
    }));
    return { statements };
  }
}
