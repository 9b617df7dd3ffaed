import type { PersonActor } from '@mash/authorisation';
import { MatchMention, Roster } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, Post } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { ReadRoster } from '../../queries/roster/read-roster';
import { MatchMentionHandler } from './match-mention.handler';

class MatchMentionBody extends createZodDto(MatchMention) {}
class RosterAnswer extends createZodDto(Roster) {}

@Controller('enquiries')
export class MatchMentionController {
  constructor(
    private readonly handler: MatchMentionHandler,
    private readonly readRoster: ReadRoster,
  ) {}

  /** Same, different or cannot tell: a human says it of one candidate of a kept search. Answers with the roster. */
  @Post(':enquiryId/mentions/:mentionId/match')
  @ZodResponse({ type: RosterAnswer, status: 200 })
  async match(
    @UuidParam('enquiryId') enquiryId: string,
    @UuidParam('mentionId') mentionId: string,
    @Body() verdict: MatchMentionBody,
    @CurrentPerson() actor: PersonActor,
  ) {
    await this.handler.execute({ enquiryId, mentionId, verdict, actor });
    return this.readRoster.execute(actor, enquiryId);
  }
}
