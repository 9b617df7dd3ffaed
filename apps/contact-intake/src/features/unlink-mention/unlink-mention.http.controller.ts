import type { PersonActor } from '@mash/authorisation';
import { Roster, UnlinkMention } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, Post } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { ReadRoster } from '../../queries/roster/read-roster';
import { UnlinkMentionHandler } from './unlink-mention.handler';

class UnlinkMentionBody extends createZodDto(UnlinkMention) {}
class RosterAnswer extends createZodDto(Roster) {}

@Controller('enquiries')
export class UnlinkMentionController {
  constructor(
    private readonly handler: UnlinkMentionHandler,
    private readonly readRoster: ReadRoster,
  ) {}

  /** The mention stands for nobody in the index again; who had linked it and who un-linked it stays on record. Answers with the roster. */
  @Post(':enquiryId/mentions/:mentionId/unlink')
  @ZodResponse({ type: RosterAnswer, status: 200 })
  async unlink(
    @UuidParam('enquiryId') enquiryId: string,
    @UuidParam('mentionId') mentionId: string,
    @Body() { reason }: UnlinkMentionBody,
    @CurrentPerson() actor: PersonActor,
  ) {
    await this.handler.execute({ enquiryId, mentionId, reason, actor });
    return this.readRoster.execute(actor, enquiryId);
  }
}
