import { AuditsRefusals } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { OpenDraft, OpenedDraft } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { OpenDraftHandler } from './open-draft.handler';

class OpenDraftBody extends createZodDto(OpenDraft) {}
class OpenedDraftBody extends createZodDto(OpenedDraft) {}

@Controller('drafts/open')
@AuditsRefusals('draft.open')
export class OpenDraftController {
  constructor(private readonly handler: OpenDraftHandler) {}

  @Post()
  @HttpCode(200)
  @ZodResponse({ type: OpenedDraftBody, status: 200 })
  open(@CurrentPerson() actor: PersonActor, @Body() body: OpenDraftBody) {
    return this.handler.execute(actor, body);
  }
}
