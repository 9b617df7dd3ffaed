import type { PersonActor } from '@mash/authorisation';
import { RecordPersonFacts } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { RecordPersonFactsHandler } from './record-person-facts.handler';

class RecordPersonFactsBody extends createZodDto(RecordPersonFacts) {}

@Controller('enquiries')
export class RecordPersonFactsController {
  constructor(private readonly handler: RecordPersonFactsHandler) {}

  /** Competence, an objection, a dispute, proof of parental responsibility: as somebody says it, kept beside what was said before. */
  @Post(':enquiryId/people/:personId/facts')
  @HttpCode(204)
  record(
    @UuidParam('enquiryId') enquiryId: string,
    @UuidParam('personId') personId: string,
    @Body() facts: RecordPersonFactsBody,
    @CurrentPerson() actor: PersonActor,
  ): Promise<void> {
    return this.handler.execute({ enquiryId, personId, facts, actor });
  }
}
