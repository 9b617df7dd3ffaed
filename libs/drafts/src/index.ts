export { draftsMigration } from './create-drafts.migration';
export { DraftRepository } from './draft.repository';
export { DraftsModule } from './drafts.module';
