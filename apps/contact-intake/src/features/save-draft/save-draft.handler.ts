import type { PersonActor } from '@mash/authorisation';
import { AuditTrail } from '@mash/audit-client';
import type { Draft, SaveDraft } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { Clock, CodedError, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { IntakeAccess } from '../../access/intake-access';
import { draftOf } from '../../persistence/draft.record';
import { DraftRepository } from '../../persistence/draft.repository';

/** Keep this draft of mine, in the place of what was there before. */
export interface SaveDraftCommand {
  readonly draftId: string;
  readonly draft: SaveDraft;
  readonly actor: PersonActor;
}

@Injectable()
export class SaveDraftHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: IntakeAccess,
    private readonly drafts: DraftRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute({ draftId, draft, actor }: SaveDraftCommand): Promise<Draft> {
    this.access.requireMayKeepDraft(actor, draftId);
    if (draft.kind !== 'contact') throw new CodedError('DRAFT.KIND', 422, 'Only drafts of contacts are kept here.');
    const record = {
      draftId,
      partnershipId: actor.partnershipId,
      authorId: actor.id,
      kind: draft.kind,
      about: draft.about,
      keyId: draft.sealed.kid,
      envelope: draft.sealed.envelope,
      savedAt: this.clock.now(),
    };
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.drafts.save(tx, record))) throw notFound('Draft');
      const entry = { actor, action: 'draft.save', subject: { type: 'Draft', id: draftId }, outcome: 'done' as const };
      await this.audit.record(tx, entry, { evenIfUnsent: true }); // taking in a contact never waits
    });
    return draftOf(record);
  }
}
