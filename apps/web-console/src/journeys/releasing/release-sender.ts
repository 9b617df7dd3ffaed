import { newId } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { SharingClient } from '../../api-clients/sharing.client';
import type { Asker } from '../../api-clients/service-http';
import { Clock } from '../../clock';
import { SealingDesk } from '../../sealing/sealing-desk';
import type { SignedInPerson } from '../../session/signed-in-person';
import { EnquiryKeys } from '../enquiry/shared';
import type { ReleaseAnswer } from './release.form';
import type { ReleaseMatter } from './release-matter';

/** Seals what a holder states, and sends it: as the answer to the question that waits, or by itself. */
@Injectable()
export class ReleaseSender {
  constructor(
    private readonly sharing: SharingClient,
    private readonly keys: EnquiryKeys,
    private readonly desk: SealingDesk,
    private readonly clock: Clock,
  ) {}

  async send(asker: Asker, person: SignedInPerson, matter: ReleaseMatter, answer: ReleaseAnswer): Promise<void> {
    const { enquiryId, itemId, review } = matter;
    const publicKey = await this.keys.publicKeyOf(asker, enquiryId, person.partnershipId);
    const statement = await this.seal(person, matter, answer, publicKey);
    if (review === undefined) return this.sharing.stateAboutItem(asker, { ...statement, enquiryId, itemId });
    const { ground, condition, content } = answer;
    const ids = { partnershipId: person.partnershipId, version: 1, enquiryId, reviewId: review.reviewId };
    const reason = { reason: content.reason, ground, ...(condition !== undefined && { condition }) };
    const sealedReason = await this.desk.seal({
      ...{ author: person, header: { typ: 'review', ...ids } as const, facts: {}, content: reason, publicKey },
    });
    return this.sharing.answerReview(asker, review.reviewId, {
      answer: answer.answer,
      ground,
      sealedReason,
      statement,
    });
  }

  private async seal(
    person: SignedInPerson,
    { enquiryId, itemId }: ReleaseMatter,
    { facts, content }: ReleaseAnswer,
    publicKey: unknown,
  ) {
    const statementId = newId(this.clock.now().getTime());
    const { partnershipId, agencyId, accountId: authorId } = person;
    const ids = { partnershipId, version: 1, enquiryId, statementId, itemId, agencyId, authorId };
    const header = { typ: 'statement', ...ids } as const;
    return { statementId, sealed: await this.desk.seal({ author: person, header, facts, content, publicKey }) };
  }
}
