import type { PersonActor } from '@mash/authorisation';
import { ConfirmRoster, Roster } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, Post } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { ReadRoster } from '../../queries/roster/read-roster';
import { ConfirmRosterHandler } from './confirm-roster.handler';

class ConfirmRosterBody extends createZodDto(ConfirmRoster) {}
class RosterAnswer extends createZodDto(Roster) {}

@Controller('enquiries')
export class ConfirmRosterController {
  constructor(
    private readonly handler: ConfirmRosterHandler,
    private readonly readRoster: ReadRoster,
  ) {}

  /** Confirms who lives there and who says so. 409 where the roster changed since `expectedVersion`. Answers with the new roster. */
  @Post(':enquiryId/roster')
  @ZodResponse({ type: RosterAnswer, status: 200 })
  async confirm(
    @UuidParam('enquiryId') enquiryId: string,
    @Body() confirmation: ConfirmRosterBody,
    @CurrentPerson() actor: PersonActor,
  ) {
    await this.handler.execute({ enquiryId, confirmation, actor });
    return this.readRoster.execute(actor, enquiryId);
  }
}
