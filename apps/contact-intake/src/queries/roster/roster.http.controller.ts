import type { PersonActor } from '@mash/authorisation';
import { Roster } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { ReadRoster } from './read-roster';

class RosterAnswer extends createZodDto(Roster) {}

@Controller('enquiries')
export class RosterController {
  constructor(private readonly readRoster: ReadRoster) {}

  /** Who is on the roster, with names: for the hub. */
  @Get(':enquiryId/roster')
  @ZodResponse({ type: RosterAnswer })
  read(@UuidParam('enquiryId') enquiryId: string, @CurrentPerson() actor: PersonActor) {
    return this.readRoster.execute(actor, enquiryId);
  }
}
