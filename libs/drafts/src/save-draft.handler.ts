import type { PersonActor } from '@mash/authorisation';
import { AuditTrail } from '@mash/audit-client';
import type { Draft, SaveDraft } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { Clock, CodedError, notFound } from '@mash/service-host';
import { Inject, Injectable } from '@nestjs/common';
import { DRAFT_KINDS, type DraftKinds } from './draft-kinds';
import { requireMayKeepDraft } from './draft-subject';
import { draftOf } from './draft.record';
import { DraftRepository } from './draft.repository';

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
    private readonly drafts: DraftRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    @Inject(DRAFT_KINDS) private readonly kinds: DraftKinds,
  ) {}

  async execute({ draftId, draft, actor }: SaveDraftCommand): Promise<Draft> {
    requireMayKeepDraft(actor, draftId);
    if (!this.kinds.includes(draft.kind)) {
      throw new CodedError('DRAFT.KIND', 422, 'Drafts of this kind are kept by the service that will own the result.');
    }
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
