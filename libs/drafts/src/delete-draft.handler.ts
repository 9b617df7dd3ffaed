import type { PersonActor } from '@mash/authorisation';
import { AuditTrail } from '@mash/audit-client';
import { UnitOfWork } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { requireOwnDraft } from './draft-subject';
import { DraftRepository } from './draft.repository';

@Injectable()
export class DeleteDraftHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: DraftRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** Throws "not found" where it is not the actor's own. */
  async execute(draftId: string, actor: PersonActor): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const draft = requireOwnDraft(actor, 'discard', await this.drafts.byId(draftId, tx));
      await this.drafts.remove(tx, draft);
      await this.audit.record(tx, {
        actor,
        action: 'draft.delete',
        subject: { type: 'Draft', id: draftId },
        outcome: 'done',
      });
    });
  }
}
