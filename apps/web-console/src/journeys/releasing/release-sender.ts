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
import { StatementSealer } from './statement-sealer';

/** Seals what a holder states, and sends it: as the answer to the question that waits, or by itself. */
@Injectable()
export class ReleaseSender {
  constructor(
    private readonly sharing: SharingClient,
    private readonly keys: EnquiryKeys,
    private readonly desk: SealingDesk,
    private readonly sealer: StatementSealer,
    private readonly clock: Clock,
  ) {}

  async send(asker: Asker, person: SignedInPerson, matter: ReleaseMatter, answer: ReleaseAnswer): Promise<void> {
    const { enquiryId, itemId } = matter;
    const review = answer.facts.says === 'condition_met' ? matter.call : matter.review;
    const publicKey = await this.keys.publicKeyOf(asker, enquiryId, person.partnershipId);
    const statementId = newId(this.clock.now().getTime());
    const { facts, content: said } = answer;
    const statement = await this.sealer.seal(
      person,
      { statementId, enquiryId, itemId, facts, content: said },
      publicKey,
    );
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
}
