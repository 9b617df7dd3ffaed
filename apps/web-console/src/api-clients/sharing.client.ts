import {
  Agencies,
  Agreements,
  AskPreview,
  BoundKey,
  Consents,
  EnvelopeRefusals,
  Ledger,
  Obligations,
  OpenedDraft,
  OpenedProduct,
  OutwardProductMade,
  Released,
  Review,
  Reviews,
  SharingDecisions,
  SystemKeys,
  type AnswerReview,
  type KeyRevocationReason,
  type MakeOutwardProduct,
  type OpenDraft,
  type PreviewAsk,
  type RegisterSystemKey,
  type Release,
  type SharingDecisionView,
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

  review(asker: Asker, reviewId: string): Promise<Review> {
    return this.http.get(asker, SERVICE, `/reviews/${id(reviewId)}`, Review);
  }

  answerReview(asker: Asker, reviewId: string, body: AnswerReview): Promise<void> {
    return this.http.post(asker, SERVICE, `/reviews/${id(reviewId)}/answer`, body, NO_ANSWER);
  }

  makeProduct(asker: Asker, body: MakeOutwardProduct): Promise<z.infer<typeof OutwardProductMade>> {
    return this.http.post(asker, SERVICE, '/outward-products', body, OutwardProductMade);
  }

  openProduct(asker: Asker, productId: string, releaseId: string): Promise<z.infer<typeof OpenedProduct>> {
    return this.http.post(asker, SERVICE, `/outward-products/${id(productId)}/open`, { releaseId }, OpenedProduct);
  }

  async consents(asker: Asker, enquiryId: string): Promise<Consents['statements']> {
    return (await this.http.get(asker, SERVICE, `/enquiries/${id(enquiryId)}/consents`, Consents)).statements;
  }

  async agreements(asker: Asker): Promise<z.infer<typeof Agreements>['agreements']> {
    return (await this.http.get(asker, SERVICE, '/agreements', Agreements)).agreements;
  }

  /** Stops sharing under an agreement now: the next decision reads it already. */
  stopAgreement(asker: Asker, agreementId: string): Promise<void> {
    return this.http.post(asker, SERVICE, `/agreements/${id(agreementId)}/stop`, {}, NO_ANSWER);
  }

  ledger(asker: Asker, enquiryId: string, page = 1): Promise<z.infer<typeof Ledger>> {
    return this.http.get(asker, SERVICE, `/ledger?enquiryId=${id(enquiryId)}&page=${page}`, Ledger);
  }

  async obligations(asker: Asker, enquiryId: string): Promise<z.infer<typeof Obligations>['obligations']> {
    return (await this.http.get(asker, SERVICE, `/enquiries/${id(enquiryId)}/obligations`, Obligations)).obligations;
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

  envelopeRefusals(asker: Asker, page: number): Promise<EnvelopeRefusals> {
    return this.http.get(asker, SERVICE, `/envelope-refusals?page=${page}`, EnvelopeRefusals);
  }
}
