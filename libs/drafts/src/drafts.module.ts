import { Module, type DynamicModule } from '@nestjs/common';
import { DeleteDraftHandler } from './delete-draft.handler';
import { DeleteDraftController } from './delete-draft.http.controller';
import { DRAFT_KINDS, type DraftKinds } from './draft-kinds';
import { DraftRepository } from './draft.repository';
import { DraftsController } from './drafts.http.controller';
import { SaveDraftHandler } from './save-draft.handler';
import { SaveDraftController } from './save-draft.http.controller';

/**
 * Sealed drafts in the service that will own their result (docs/security/sealing.md): `PUT`, `GET`, `DELETE /drafts/:draftId` and `GET /drafts`. They open
 * through `sharing`, to their author's token only.
 */
@Module({})
export class DraftsModule {
  static forKinds(...kinds: DraftKinds): DynamicModule {
    return {
      module: DraftsModule,
      controllers: [DeleteDraftController, DraftsController, SaveDraftController],
      providers: [{ provide: DRAFT_KINDS, useValue: kinds }, DraftRepository, DeleteDraftHandler, SaveDraftHandler],
      exports: [DraftRepository],
    };
  }
}
