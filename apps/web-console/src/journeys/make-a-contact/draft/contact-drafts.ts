import { Injectable } from '@nestjs/common';
import { ContactIntakeClient } from '../../../api-clients/contact-intake.client';
import { ServiceProblem } from '../../../api-clients/service-errors';
import type { Asker } from '../../../api-clients/service-http';
import { SharingClient } from '../../../api-clients/sharing.client';
import { LeasedKeys } from '../../../sealing/leased-keys';
import { plainJson } from '../../../sealing/plain-json';
import { SealingDesk } from '../../../sealing/sealing-desk';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { ContactDraft, newDraft } from './contact-draft';

/** A draft as it was read back, and when it was last kept. */
export interface KeptDraft {
  readonly draft: ContactDraft;
  readonly savedAt?: Date;
}

/** Unfinished concerns: sealed here, kept by contact-intake, opened by sharing for their author only. */
@Injectable()
export class ContactDrafts {
  constructor(
    private readonly intake: ContactIntakeClient,
    private readonly sharing: SharingClient,
    private readonly keys: LeasedKeys,
    private readonly desk: SealingDesk,
  ) {}

  /** The draft of that id, or a new one with a freshly leased key where there is none yet. */
  async open(asker: Asker, person: SignedInPerson, draftId: string): Promise<KeptDraft> {
    const kept = await this.intake.draft(asker, draftId).catch(ifNotFound);
    if (kept === undefined) return { draft: newDraft(await this.keys.take(person.partnershipId)) };
    const content = await this.sharing.openDraft(asker, { draftId, sealed: kept.sealed });
    return { draft: ContactDraft.parse(content), savedAt: new Date(kept.savedAt) };
  }

  async keep(asker: Asker, person: SignedInPerson, draftId: string, draft: ContactDraft): Promise<void> {
    const sealed = await this.desk.seal({
      author: person,
      header: { typ: 'draft', partnershipId: person.partnershipId, version: 1, draftId, authorId: person.accountId },
      facts: {},
      content: plainJson(draft),
      publicKey: draft.lease.publicKey,
    });
    await this.intake.saveDraft(asker, draftId, { kind: 'contact', sealed });
  }
}

function ifNotFound(error: unknown): undefined {
  if (error instanceof ServiceProblem && error.status === 404) return undefined;
  throw error;
}
