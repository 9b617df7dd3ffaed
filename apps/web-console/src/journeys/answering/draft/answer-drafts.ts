import type { RequestDetail } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { AgencyRequestsClient } from '../../../api-clients/agency-requests.client';
import { ServiceProblem } from '../../../api-clients/service-errors';
import type { Asker } from '../../../api-clients/service-http';
import { SharingClient } from '../../../api-clients/sharing.client';
import { plainJson } from '../../../sealing/plain-json';
import { SealingDesk } from '../../../sealing/sealing-desk';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { derivedId } from '../../asking/words/derived-id';
import { AnswerKeys } from '../asked/answer-keys';
import { AnswerDraft, newAnswerDraft } from './answer-draft';

export interface KeptAnswerDraft {
  readonly draft: AnswerDraft;
  readonly savedAt?: Date;
}

/** Unfinished answers: sealed here to the key of the request, kept by agency-requests, opened by sharing for their author only. */
@Injectable()
export class AnswerDrafts {
  constructor(
    private readonly agencyRequests: AgencyRequestsClient,
    private readonly sharing: SharingClient,
    private readonly desk: SealingDesk,
    private readonly keys: AnswerKeys,
  ) {}

  async open(asker: Asker, person: SignedInPerson, requestId: string): Promise<KeptAnswerDraft> {
    const draftId = draftIdOf(person, requestId);
    const kept = await this.agencyRequests.draft(asker, draftId).catch(ifNotFound);
    if (kept === undefined) return { draft: newAnswerDraft() };
    const content = await this.sharing.openDraft(asker, { draftId, sealed: kept.sealed });
    return { draft: AnswerDraft.parse(content), savedAt: new Date(kept.savedAt) };
  }

  /** @throws SealRefusal SEAL.LEASE_* where the offered key is not `sharing`'s own: nothing is sealed, nothing is kept */
  async keep(asker: Asker, person: SignedInPerson, detail: RequestDetail, draft: AnswerDraft): Promise<void> {
    const { requestId, enquiryId } = detail;
    const draftId = draftIdOf(person, requestId);
    const { partnershipId, accountId: authorId } = person;
    const sealed = await this.desk.seal({
      author: person,
      header: { typ: 'draft', partnershipId, version: 1, draftId, authorId, enquiryId, requestId },
      facts: {},
      content: plainJson(draft),
      publicKey: await this.keys.of(detail, partnershipId),
    });
    await this.agencyRequests.saveDraft(asker, draftId, { kind: 'answer', about: requestId, sealed });
  }

  /** After sending. One that is gone already is as good as thrown away. */
  async throwAway(asker: Asker, person: SignedInPerson, requestId: string): Promise<void> {
    await this.agencyRequests.deleteDraft(asker, draftIdOf(person, requestId)).catch(ifNotFound);
  }
}

/** One draft for each author and request, found again without an address that would have to carry its id. */
const draftIdOf = ({ accountId }: SignedInPerson, requestId: string): string =>
  derivedId('answer-draft', accountId, requestId);

function ifNotFound(error: unknown): undefined {
  if (error instanceof ServiceProblem && error.status === 404) return undefined;
  throw error;
}
