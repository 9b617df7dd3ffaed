import {
  ReleasedReviews,
  ProtectionStandIn,
  Agencies,
  AskPreview,
  BoundKey,
  ConsentNotices,
  ConsentPreview,
  Consents,
  DecidedAgain,
  HolderItem,
  DetrimentAuthors,
  HolderNotices,
  HolderTasks,
  OwnItemsOpened,
  Obligations,
  OpenedDraft,
  HandoversWaiting,
  OpenedProduct,
  OutwardProductMade,
  OverrideDetail,
  OverrideOptions,
  OverrideProposed,
  Overrides,
  Released,
  Releasers,
  Review,
  Reviews,
  ReviewsWaiting,
  SharingDecisions,
  type AcceptConditions,
  SystemKeys,
  type AnswerReview,
  type KeyRevocationReason,
  type Appoint,
  type CompleteObligation,
  type EndAppointment,
  type JudgeOverride,
  type ConfirmConsentNotice,
  type DecideConsentGround,
  type MakeHolderStatement,
  type MakeOutwardProduct,
  ObligationView,
  type OpenDraft,
  type OverrideView,
  type AuthoriseDetriment,
  type EndDetrimentAuthority,
  type OpenHolderItem,
  type OpenOwnItems,
  type PreviewAsk,
  type RegisterSystemKey,
  type ProposeOverride,
  type PreviewConsent,
  type Release,
  type SharingDecisionView,
  type StateConsent,
  type TaskStep,
} from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { NO_ANSWER, ServiceHttp, type Asker } from './service-http';

const SERVICE = 'sharing';
const id = encodeURIComponent;

/** `sharing` as the pages use it; paths and shapes are in contracts `http/sharing.http.ts`. Every release is in the ledger first. */
@Injectable()
export class SharingClient {
  constructor(private readonly http: ServiceHttp) {}

  async openDraft(asker: Asker, body: OpenDraft): Promise<unknown> {
    return (await this.http.post(asker, SERVICE, '/drafts/open', body, OpenedDraft)).content;
  }

  release(asker: Asker, body: Release): Promise<Released> {
    return this.http.post(asker, SERVICE, '/releases', body, Released);
  }

  /** The key already bound to an enquiry, for sealing more to it. */
  keyOf(asker: Asker, enquiryId: string): Promise<z.infer<typeof BoundKey>> {
    return this.http.get(asker, SERVICE, `/enquiries/${id(enquiryId)}/key`, BoundKey);
  }

  previewAsk(asker: Asker, enquiryId: string, body: PreviewAsk): Promise<AskPreview> {
    return this.http.post(asker, SERVICE, `/enquiries/${id(enquiryId)}/ask-preview`, body, AskPreview);
  }

  async decisionsAbout(asker: Asker, enquiryId: string): Promise<SharingDecisionView[]> {
    return (await this.http.get(asker, SERVICE, `/enquiries/${id(enquiryId)}/sharing-decisions`, SharingDecisions))
      .decisions;
  }

  async reviews(asker: Asker): Promise<Review[]> {
    return (await this.http.get(asker, SERVICE, '/reviews', Reviews)).reviews;
  }

  /** What waits for this person's answer, and what they see waiting for others. */
  reviewsAndWatched(asker: Asker): Promise<z.infer<typeof Reviews>> {
    return this.http.get(asker, SERVICE, '/reviews', Reviews);
  }

  reviewsWaiting(asker: Asker): Promise<z.infer<typeof ReviewsWaiting>> {
    return this.http.get(asker, SERVICE, '/reviews/waiting', ReviewsWaiting);
  }

  releasers(asker: Asker): Promise<Releasers> {
    return this.http.get(asker, SERVICE, '/register/releasers', Releasers);
  }

  appoint(asker: Asker, body: Appoint): Promise<void> {
    return this.http.post(asker, SERVICE, '/register/releasers', body, NO_ANSWER);
  }

  endAppointment(asker: Asker, appointmentId: string, body: EndAppointment): Promise<void> {
    return this.http.post(asker, SERVICE, `/register/releasers/${id(appointmentId)}/end`, body, NO_ANSWER);
  }

  overrideOptions(asker: Asker, decisionId: string): Promise<z.infer<typeof OverrideOptions>> {
    return this.http.get(asker, SERVICE, `/sharing-decisions/${id(decisionId)}/override`, OverrideOptions);
  }

  proposeOverride(asker: Asker, decisionId: string, body: ProposeOverride): Promise<z.infer<typeof OverrideProposed>> {
    return this.http.post(asker, SERVICE, `/sharing-decisions/${id(decisionId)}/override`, body, OverrideProposed);
  }

  async overrides(asker: Asker): Promise<OverrideView[]> {
    return (await this.http.get(asker, SERVICE, '/overrides', Overrides)).overrides;
  }

  override(asker: Asker, overrideId: string): Promise<OverrideDetail> {
    return this.http.get(asker, SERVICE, `/overrides/${id(overrideId)}`, OverrideDetail);
  }

  confirmOverride(asker: Asker, overrideId: string, answer: 'confirm' | 'decline'): Promise<void> {
    return this.http.post(asker, SERVICE, `/overrides/${id(overrideId)}/confirm`, { answer }, NO_ANSWER);
  }

  judgeOverride(asker: Asker, overrideId: string, body: JudgeOverride): Promise<void> {
    return this.http.post(asker, SERVICE, `/overrides/${id(overrideId)}/judgement`, body, NO_ANSWER);
  }

  overrideSeen(asker: Asker, overrideId: string): Promise<void> {
    return this.http.post(asker, SERVICE, `/overrides/${id(overrideId)}/seen`, {}, NO_ANSWER);
  }

  review(asker: Asker, reviewId: string): Promise<Review> {
    return this.http.get(asker, SERVICE, `/reviews/${id(reviewId)}`, Review);
  }

  answerReview(asker: Asker, reviewId: string, body: AnswerReview): Promise<void> {
    return this.http.post(asker, SERVICE, `/reviews/${id(reviewId)}/answer`, body, NO_ANSWER);
  }

  /** One's own agency's item, as it was written. In the ledger first. */
  openHolderItem(asker: Asker, body: OpenHolderItem): Promise<HolderItem> {
    return this.http.post(asker, SERVICE, '/holder-items/open', body, HolderItem);
  }

  /** What one's own agency has answered in an enquiry, with what stands. In the ledger first. */
  openOwnItems(asker: Asker, body: OpenOwnItems): Promise<OwnItemsOpened> {
    return this.http.post(asker, SERVICE, '/holder-items/open-own', body, OwnItemsOpened);
  }

  detrimentAuthors(asker: Asker): Promise<DetrimentAuthors> {
    return this.http.get(asker, SERVICE, '/register/detriment-authors', DetrimentAuthors);
  }

  authoriseDetriment(asker: Asker, body: AuthoriseDetriment): Promise<void> {
    return this.http.post(asker, SERVICE, '/register/detriment-authors', body, NO_ANSWER);
  }

  endDetrimentAuthority(asker: Asker, body: EndDetrimentAuthority): Promise<void> {
    return this.http.post(asker, SERVICE, '/register/detriment-authors/end', body, NO_ANSWER);
  }

  stateAboutItem(asker: Asker, body: MakeHolderStatement): Promise<void> {
    return this.http.post(asker, SERVICE, '/holder-statements', body, NO_ANSWER);
  }

  /** What one's own agency is to do about its items, beside the reviews that wait. */
  async holderTasks(asker: Asker): Promise<HolderTasks['tasks']> {
    return (await this.http.get(asker, SERVICE, '/holder-tasks', HolderTasks)).tasks;
  }

  acceptConditions(asker: Asker, body: AcceptConditions): Promise<void> {
    return this.http.post(asker, SERVICE, '/condition-acceptances', body, NO_ANSWER);
  }

  makeProduct(asker: Asker, body: MakeOutwardProduct): Promise<z.infer<typeof OutwardProductMade>> {
    return this.http.post(asker, SERVICE, '/outward-products', body, OutwardProductMade);
  }

  /** Which handovers of an enquiry wait for somebody to let them go: another for the same team takes their place. */
  async handoversWaiting(asker: Asker, enquiryId: string): Promise<HandoversWaiting['waiting']> {
    return (await this.http.get(asker, SERVICE, `/enquiries/${id(enquiryId)}/handovers-waiting`, HandoversWaiting))
      .waiting;
  }

  openProduct(asker: Asker, productId: string, releaseId: string): Promise<z.infer<typeof OpenedProduct>> {
    return this.http.post(asker, SERVICE, `/outward-products/${id(productId)}/open`, { releaseId }, OpenedProduct);
  }

  async releasedReviews(asker: Asker): Promise<ReleasedReviews['released']> {
    return (await this.http.get(asker, SERVICE, '/released-reviews', ReleasedReviews)).released;
  }

  /** Whom immediate protection would tell, and the enquiry's id, while `decision` does not answer. */
  protectionStandIn(asker: Asker, reference: string): Promise<ProtectionStandIn> {
    return this.http.get(asker, SERVICE, `/protection-recipients/${id(reference)}`, ProtectionStandIn);
  }

  consents(asker: Asker, enquiryId: string): Promise<Consents> {
    return this.http.get(asker, SERVICE, `/enquiries/${id(enquiryId)}/consents`, Consents);
  }

  previewConsent(asker: Asker, enquiryId: string, body: PreviewConsent): Promise<ConsentPreview> {
    return this.http.post(asker, SERVICE, `/enquiries/${id(enquiryId)}/consents/preview`, body, ConsentPreview);
  }

  /** The same statement again changes nothing. */
  stateConsent(asker: Asker, enquiryId: string, body: StateConsent): Promise<void> {
    return this.http.post(asker, SERVICE, `/enquiries/${id(enquiryId)}/consents`, body, NO_ANSWER);
  }

  decideGround(asker: Asker, enquiryId: string, statementId: string, body: DecideConsentGround): Promise<void> {
    const path = `/enquiries/${id(enquiryId)}/consents/${id(statementId)}/ground`;
    return this.http.post(asker, SERVICE, path, body, NO_ANSWER);
  }

  /** "Ask again": one line, on today's facts. */
  decideAgain(asker: Asker, enquiryId: string, lineId: string): Promise<DecidedAgain> {
    const path = `/enquiries/${id(enquiryId)}/lines/${id(lineId)}/decide-again`;
    return this.http.post(asker, SERVICE, path, {}, DecidedAgain);
  }

  async consentNotices(asker: Asker): Promise<ConsentNotices['notices']> {
    return (await this.http.get(asker, SERVICE, '/consent-notices', ConsentNotices)).notices;
  }

  /** What of the asker's agency was told in immediate protection. */
  async holderNotices(asker: Asker): Promise<HolderNotices['notices']> {
    return (await this.http.get(asker, SERVICE, '/holder-notices', HolderNotices)).notices;
  }

  holderNoticeSeen(asker: Asker, noticeId: string): Promise<void> {
    return this.http.post(asker, SERVICE, `/holder-notices/${id(noticeId)}/seen`, {}, NO_ANSWER);
  }

  confirmConsentNotice(asker: Asker, noticeId: string, body: ConfirmConsentNotice): Promise<void> {
    return this.http.post(asker, SERVICE, `/consent-notices/${id(noticeId)}/confirm`, body, NO_ANSWER);
  }

  /** What was noted when tasks of an enquiry were done, or put off. */
  async taskSteps(asker: Asker, enquiryId: string): Promise<readonly TaskStep[]> {
    return (await this.http.get(asker, SERVICE, `/enquiries/${id(enquiryId)}/obligations`, Obligations)).steps ?? [];
  }

  obligation(asker: Asker, obligationId: string): Promise<ObligationView> {
    return this.http.get(asker, SERVICE, `/obligations/${id(obligationId)}`, ObligationView);
  }

  async obligations(asker: Asker, enquiryId: string): Promise<z.infer<typeof Obligations>['obligations']> {
    return (await this.http.get(asker, SERVICE, `/enquiries/${id(enquiryId)}/obligations`, Obligations)).obligations;
  }

  async myObligations(asker: Asker): Promise<ObligationView[]> {
    return (await this.http.get(asker, SERVICE, '/obligations', Obligations)).obligations;
  }

  completeObligation(asker: Asker, obligationId: string, body: CompleteObligation): Promise<void> {
    return this.http.post(asker, SERVICE, `/obligations/${id(obligationId)}/complete`, body, NO_ANSWER);
  }

  async agencies(asker: Asker): Promise<Agencies['agencies']> {
    return (await this.http.get(asker, SERVICE, '/agencies', Agencies)).agencies;
  }

  async systemKeys(asker: Asker): Promise<SystemKeys['keys']> {
    return (await this.http.get(asker, SERVICE, '/system-keys', SystemKeys)).keys;
  }

  registerSystemKey(asker: Asker, body: RegisterSystemKey): Promise<void> {
    return this.http.post(asker, SERVICE, '/system-keys', body, NO_ANSWER);
  }

  revokeSystemKey(asker: Asker, kid: string, reason: KeyRevocationReason): Promise<void> {
    return this.http.post(asker, SERVICE, `/system-keys/${id(kid)}/revoke`, { reason }, NO_ANSWER);
  }
}
