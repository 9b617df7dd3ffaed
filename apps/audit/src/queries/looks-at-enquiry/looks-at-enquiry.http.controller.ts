import type { PersonActor } from '@mash/authorisation';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { ZodResponse } from 'nestjs-zod';
import { AuditReader } from '../../access/audit-reader';
import { FindLooks } from './find-looks';
import { LooksAtEnquiry } from './looks.view';

@Controller('looks')
export class LooksAtEnquiryController {
  constructor(
    private readonly findLooks: FindLooks,
    private readonly reader: AuditReader,
  ) {}

  /** Who has been in this enquiry, by day and worker. An enquiry of another partnership has no lines. */
  @Get(':enquiryId')
  @ZodResponse({ type: LooksAtEnquiry })
  async looks(@CurrentPerson() actor: PersonActor, @UuidParam('enquiryId') enquiryId: string) {
    const look = { action: 'audit-entry.looks', enquiryId };
    await this.reader.admit(actor, look);
    const found = await this.findLooks.execute(actor.partnershipId, enquiryId);
    await this.reader.logLook(actor, look, { lines: found.looks.length });
    return { enquiryId, ...found };
  }
}
