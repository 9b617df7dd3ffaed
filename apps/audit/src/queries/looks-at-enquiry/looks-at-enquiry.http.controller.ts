import type { PersonActor } from '@mash/authorisation';
import { LooksAtEnquiry } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { AuditReader } from '../../access/audit-reader';
import { FindLooks } from './find-looks';

class LooksBody extends createZodDto(LooksAtEnquiry) {}

@Controller('looks')
export class LooksAtEnquiryController {
  constructor(
    private readonly findLooks: FindLooks,
    private readonly reader: AuditReader,
  ) {}

  /** Who has been in this enquiry, by day and worker. An enquiry of another partnership has no lines. */
  @Get(':enquiryId')
  @ZodResponse({ type: LooksBody })
  async looks(@CurrentPerson() actor: PersonActor, @UuidParam('enquiryId') enquiryId: string) {
    const look = { action: 'audit-entry.looks', enquiryId };
    await this.reader.admit(actor, look);
    const found = await this.findLooks.execute(actor.partnershipId, enquiryId);
    await this.reader.logLook(actor, look, { lines: found.looks.length });
    return { enquiryId, ...found };
  }
}
