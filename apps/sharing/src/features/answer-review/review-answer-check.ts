import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import type { AnswerReview } from '@mash/contracts';
import { SealRefusal } from '@mash/sealing';
import { fieldRefused, type CodedError } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import type { DecisionRow } from '../../asking/sharing-decision.repository';
import { startOfLondonDay } from '../../domain/decision';
import { fitsReview } from '../../domain/holder/fits-review';
import { StatementCheck, type CheckedStatement } from '../../holder/statement-check';
import { keyRing } from '../../keys/key-ring';
import { KeyStore } from '../../keys/key-store';
import { ReviewDesk } from '../../reviews/review-desk';
import { ReviewReason, type OpenedReason } from '../../reviews/review-reason';
import type { ReviewRow } from '../../reviews/review.repository';

const wrong = (code: string, field: string, detail: string): CodedError =>
  fieldRefused(code, field, detail, 'does_not_agree');

/** A hub manager answers a legal question on advice: whose, and of a day that has come. */
function requireAdvice(advice: OpenedReason['advice'], at: Date): void {
  if (advice === undefined || startOfLondonDay(advice.on) > at.getTime())
    throw wrong(
      'SHARING.ADVICE_NEEDED',
      'advice',
      'No lawyer is named: say who gave the legal advice, and on which day.',
    );
}

/** Opens what a releaser sealed before it counts: their own reason for this very review, and a statement that says what they answer. */
@Injectable()
export class ReviewAnswerCheck {
  constructor(
    private readonly reasons: ReviewReason,
    private readonly statements: StatementCheck,
    private readonly desk: ReviewDesk,
    private readonly keyStore: KeyStore,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @throws CodedError SHARING.REASON_DOES_NOT_AGREE, SHARING.CONDITION_NEEDED, SHARING.ADVICE_NEEDED, SHARING.STATEMENT_NEEDED, SHARING.STATEMENT_DOES_NOT_AGREE (422),
   *   those that hint at forgery audited; SealRefusal where no key is at hand: it passes (503)
   */
  async check(
    actor: PersonActor,
    { review, decision, at }: { review: ReviewRow; decision: DecisionRow; at: Date },
    answer: AnswerReview,
  ): Promise<{ statement: CheckedStatement | undefined; condition: string | undefined }> {
    const { condition, ground, advice } = await this.reasonOf(actor, review, answer);
    if (await this.desk.needsAdvice(review)) requireAdvice(advice, at);
    if (decision.aboutKind !== 'request-line' && ground !== answer.ground)
      throw wrong(
        'SHARING.REASON_DOES_NOT_AGREE',
        'sealedReason',
        'The ground of an answer about an item is sealed with its reason.',
      );
    if ((answer.answer === 'release_with_conditions') !== (condition !== undefined))
      throw wrong(
        'SHARING.CONDITION_NEEDED',
        'condition',
        'A release with conditions has one, and no other answer has.',
      );
    return { statement: await this.statementOf(actor, review, decision, answer), condition };
  }

  private async reasonOf(actor: PersonActor, review: ReviewRow, { sealedReason }: AnswerReview): Promise<OpenedReason> {
    try {
      const reason = await this.reasons.open(review, sealedReason, keyRing(this.keyStore, review));
      if (reason.writtenBy !== actor.id) throw new SealRefusal('SEAL.CLAIM_MISMATCH', ['sealedBy']);
      return reason;
    } catch (error) {
      if (!(error instanceof SealRefusal) || error.passing) throw error;
      const subject = { type: 'Review', id: review.reviewId };
      const entry = {
        actor,
        action: 'review.answer',
        subject,
        enquiryId: review.enquiryId,
        outcome: 'refused',
      } as const;
      await this.audit.recordRead({ ...entry, reasonCode: error.code });
      throw wrong(
        'SHARING.REASON_DOES_NOT_AGREE',
        'sealedReason',
        'The sealed reason is not of this review and person.',
      );
    }
  }

  private async statementOf(
    actor: PersonActor,
    { rule, releaser, releaserAgencyId, enquiryId, isOfHub }: ReviewRow,
    decision: DecisionRow,
    { answer, statement }: AnswerReview,
  ): Promise<CheckedStatement | undefined> {
    const isHolders = (releaser === 'H' || releaser === 'S') && !isOfHub;
    if (statement === undefined) {
      if (decision.aboutKind !== 'product' || !isHolders) return undefined;
      throw wrong('SHARING.STATEMENT_NEEDED', 'statement', '"Do not alert" is cleared or renewed by a statement.');
    }
    const posted = { ...statement, enquiryId, itemId: decision.aboutId };
    const mayState = isHolders && decision.aboutKind !== 'request-line' && releaserAgencyId === actor.agencyId;
    if (!mayState) return this.statements.refuse(actor, posted);
    const checked = await this.statements.open(actor, posted);
    const fits = fitsReview(checked.facts, answer !== 'refuse', { ...decision, rule });
    return fits ? checked : this.statements.refuse(actor, posted);
  }
}
