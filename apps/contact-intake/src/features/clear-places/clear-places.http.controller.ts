import type { PersonActor } from '@mash/authorisation';
import { ClearPlaces, Roster } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, Post } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { ReadRoster } from '../../queries/roster/read-roster';
import { ClearPlacesHandler } from './clear-places.handler';

class ClearPlacesBody extends createZodDto(ClearPlaces) {}
class RosterAnswer extends createZodDto(Roster) {}

@Controller('enquiries')
export class ClearPlacesController {
  constructor(
    private readonly handler: ClearPlacesHandler,
    private readonly readRoster: ReadRoster,
  ) {}

  /** They need not be kept secret any more, says a hub manager, and why. 409 where the roster changed since `expectedVersion`. Answers with the roster. */
  @Post(':enquiryId/mentions/:mentionId/clear-places')
  @ZodResponse({ type: RosterAnswer, status: 200 })
  async clear(
    @UuidParam('enquiryId') enquiryId: string,
    @UuidParam('mentionId') mentionId: string,
    @Body() clearing: ClearPlacesBody,
    @CurrentPerson() actor: PersonActor,
  ) {
    await this.handler.execute({ enquiryId, mentionId, clearing, actor });
    return this.readRoster.execute(actor, enquiryId);
  }
}
