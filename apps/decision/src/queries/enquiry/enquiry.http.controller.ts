import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { EnquiryView } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, Get, Param } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { EnquiryGate } from '../../access/enquiry-gate';
import type { EnquiryRecord } from '../../persistence/enquiry.record';
import { FindEnquiryView } from './find-enquiry-view';

class EnquiryPage extends createZodDto(EnquiryView) {}

@Controller('enquiries')
export class EnquiryController {
  constructor(
    private readonly gate: EnquiryGate,
    private readonly views: FindEnquiryView,
    private readonly auditTrail: AuditTrail,
  ) {}

  @Get('by-reference/:reference')
  @ZodResponse({ type: EnquiryPage })
  async byReference(@CurrentPerson() actor: PersonActor, @Param('reference') reference: string): Promise<EnquiryView> {
    return this.show(actor, await this.gate.admitByReference(actor, reference));
  }

  @Get(':enquiryId')
  @ZodResponse({ type: EnquiryPage })
  async byId(@CurrentPerson() actor: PersonActor, @UuidParam('enquiryId') enquiryId: string): Promise<EnquiryView> {
    return this.show(actor, await this.gate.admit(actor, 'read', enquiryId));
  }

  /** The look is in the audit log before anything of it is returned. */
  private async show(actor: PersonActor, enquiry: EnquiryRecord): Promise<EnquiryView> {
    const { enquiryId } = enquiry;
    const view = await this.views.find(enquiry, actor);
    const subject = { type: 'Enquiry', id: enquiryId };
    const personIds = view.people.map(({ personId }) => personId);
    await this.auditTrail.recordRead({
      actor,
      action: 'enquiry.read',
      subject,
      enquiryId,
      personIds,
      outcome: 'shown',
    });
    return view;
  }
}
