import type { PersonActor } from '@mash/authorisation';
import { Draft, SaveDraft } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, Put } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { SaveDraftHandler } from './save-draft.handler';

class SaveDraftBody extends createZodDto(SaveDraft) {}
class DraftAnswer extends createZodDto(Draft) {}

@Controller('drafts')
export class SaveDraftController {
  constructor(private readonly handler: SaveDraftHandler) {}

  /** Keeps a sealed draft of the caller's own. Another author's id reads as not found. */
  @Put(':draftId')
  @ZodResponse({ type: DraftAnswer, status: 200 })
  save(@UuidParam('draftId') draftId: string, @Body() draft: SaveDraftBody, @CurrentPerson() actor: PersonActor) {
    return this.handler.execute({ draftId, draft, actor });
  }
}
