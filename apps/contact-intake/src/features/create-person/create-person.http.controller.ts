import type { PersonActor } from '@mash/authorisation';
import { CreatePerson, Roster } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, Post } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { ReadRoster } from '../../queries/roster/read-roster';
import { CreatePersonHandler } from './create-person.handler';

class CreatePersonBody extends createZodDto(CreatePerson) {}
class RosterAnswer extends createZodDto(Roster) {}

@Controller('enquiries')
export class CreatePersonController {
  constructor(
    private readonly handler: CreatePersonHandler,
    private readonly readRoster: ReadRoster,
  ) {}

  /** 409 INTAKE.SEARCH_FIRST until a search was made for this mention and its likely and possible candidates ruled out. Answers with the roster. */
  @Post(':enquiryId/mentions/:mentionId/create-person')
  @ZodResponse({ type: RosterAnswer, status: 200 })
  async create(
    @UuidParam('enquiryId') enquiryId: string,
    @UuidParam('mentionId') mentionId: string,
    @Body() { searchId }: CreatePersonBody,
    @CurrentPerson() actor: PersonActor,
  ) {
    await this.handler.execute({ enquiryId, mentionId, searchId, actor });
    return this.readRoster.execute(actor, enquiryId);
  }
}
