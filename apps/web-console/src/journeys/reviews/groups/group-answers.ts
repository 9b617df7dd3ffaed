import type { Review } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { AuditIsDown, ServiceDown, ServiceProblem } from '../../../api-clients/service-errors';
import type { Asker } from '../../../api-clients/service-http';
import { SharingClient } from '../../../api-clients/sharing.client';
import { SealingDesk } from '../../../sealing/sealing-desk';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { EnquiryKeys } from '../../enquiry/shared';
import type { GroupAnswer } from './group-answer.form';

/** What became of one line. */
export interface LineOutcome {
  readonly review: Review;
  /** Why it did not go; absent where it went. */
  readonly because?: string;
}

/** Gives one answer to several reviews: each with a sealed reason of its own, and a call of its own, so that each goes or fails alone. */
@Injectable()
export class GroupAnswers {
  constructor(
    private readonly sharing: SharingClient,
    private readonly keys: EnquiryKeys,
    private readonly desk: SealingDesk,
  ) {}

  async give(asker: Asker, person: SignedInPerson, { lines, answer }: GroupAnswer): Promise<LineOutcome[]> {
    const outcomes: LineOutcome[] = [];
    for (const review of lines) {
      const because = await this.giveOne(asker, person, review, answer).then(() => undefined, whyNot);
      outcomes.push({ review, ...(because !== undefined && { because }) });
    }
    return outcomes;
  }

  private async giveOne(
    asker: Asker,
    person: SignedInPerson,
    { reviewId, enquiryId }: Review,
    { reason, ...answer }: GroupAnswer['answer'],
  ): Promise<void> {
    const publicKey = await this.keys.publicKeyOf(asker, enquiryId, person.partnershipId);
    const ids = { partnershipId: person.partnershipId, version: 1, enquiryId, reviewId };
    const header = { typ: 'review', ...ids } as const;
    const { ground, condition } = answer;
    const content = { reason, ground, ...(condition !== undefined && { condition }) };
    const sealedReason = await this.desk.seal({ author: person, header, facts: {}, content, publicKey });
    await this.sharing.answerReview(asker, reviewId, { ...answer, sealedReason });
  }
}

/** A line that fails holds no other up; a fault of our own is not a reason to give anybody. */
function whyNot(error: unknown): string {
  if (error instanceof ServiceProblem)
    return error.status === 404 ? 'It is not yours to answer any more.' : error.detail;
  if (error instanceof AuditIsDown) return 'The record of who answered cannot be written now, so it was not answered.';
  if (error instanceof ServiceDown) return 'No answer came back: look at it again before you try once more.';
  throw error;
}
