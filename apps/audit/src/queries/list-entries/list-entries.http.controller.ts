import type { PersonActor } from '@mash/authorisation';
import { AuditEntries } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { AuditReader } from '../../access/audit-reader';
import { AUDIT_LOG, type AuditLog } from '../../domain/audit-log';
import { viewOf } from './entry.view';
import { ENTRIES_ON_A_PAGE, ListEntriesQuery } from './list-entries.query';

class EntriesPage extends createZodDto(AuditEntries) {}

@Controller('entries')
export class ListEntriesController {
  constructor(
    @Inject(AUDIT_LOG) private readonly log: AuditLog,
    private readonly reader: AuditReader,
  ) {}

  /** Who looked at what and who changed what, in the reader's own partnership, newest first. */
  @Get()
  @ZodResponse({ type: EntriesPage })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: ListEntriesQuery) {
    const { page, enquiryId, personId, formerly, actorId, from, to } = query;
    const look = { action: 'audit-entry.list', enquiryId, ...(personId !== undefined && { personIds: [personId] }) };
    await this.reader.admit(actor, look);
    const window = { limit: ENTRIES_ON_A_PAGE + 1, offset: (page - 1) * ENTRIES_ON_A_PAGE };
    const found = await this.log.find(actor.partnershipId, {
      enquiryId,
      personId,
      formerly,
      actorId,
      from,
      to,
      ...window,
    });
    const entries = found.slice(0, ENTRIES_ON_A_PAGE).map(viewOf);
    await this.reader.logLook(actor, look, { entries: entries.length });
    return { entries, page, hasMore: found.length > ENTRIES_ON_A_PAGE };
  }
}
