import type { PersonActor } from '@mash/authorisation';
import { ProtectPlaces, Roster } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, Post } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { ReadRoster } from '../../queries/roster/read-roster';
import { ProtectPlacesHandler } from './protect-places.handler';

class ProtectPlacesBody extends createZodDto(ProtectPlaces) {}
class RosterAnswer extends createZodDto(Roster) {}

@Controller('enquiries')
export class ProtectPlacesController {
  constructor(
    private readonly handler: ProtectPlacesHandler,
    private readonly readRoster: ReadRoster,
  ) {}

  /** Keeps places of this person secret from now on. It only adds. Answers with the roster. */
  @Post(':enquiryId/mentions/:mentionId/protect-places')
  @ZodResponse({ type: RosterAnswer, status: 200 })
  async protect(
    @UuidParam('enquiryId') enquiryId: string,
    @UuidParam('mentionId') mentionId: string,
    @Body() { places }: ProtectPlacesBody,
    @CurrentPerson() actor: PersonActor,
  ) {
    await this.handler.execute({ enquiryId, mentionId, places, actor });
    return this.readRoster.execute(actor, enquiryId);
  }
}
