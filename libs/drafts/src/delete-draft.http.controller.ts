import type { PersonActor } from '@mash/authorisation';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, Delete, HttpCode } from '@nestjs/common';
import { DeleteDraftHandler } from './delete-draft.handler';

@Controller('drafts')
export class DeleteDraftController {
  constructor(private readonly handler: DeleteDraftHandler) {}

  /** Throws the caller's own draft away. */
  @Delete(':draftId')
  @HttpCode(204)
  delete(@UuidParam('draftId') draftId: string, @CurrentPerson() actor: PersonActor): Promise<void> {
    return this.handler.execute(draftId, actor);
  }
}
