import type { PersonActor } from '@mash/authorisation';
import { Ledger } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Controller, Get, Query } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { z } from 'zod';
import { LedgerReader } from '../../ledger/ledger-reader';

class LedgerBody extends createZodDto(Ledger) {}
class LedgerQuery extends createZodDto(
  z.strictObject({
    enquiryId: z.uuid().optional(),
    personId: z.uuid().optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
) {}

@Controller('ledger')
export class LedgerController {
  constructor(private readonly reader: LedgerReader) {}

  /** What was disclosed, to whom, why, under which rule; what was refused. Never what it said. */
  @Get()
  @ZodResponse({ type: LedgerBody })
  list(@CurrentPerson() actor: PersonActor, @Query() question: LedgerQuery) {
    return this.reader.read(actor, question);
  }
}
