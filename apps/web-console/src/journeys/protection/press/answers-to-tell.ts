import type { EnquiryView, EnvelopeToOpen } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { AgencyRequestsClient } from '../../../api-clients/agency-requests.client';
import type { Asker } from '../../../api-clients/service-http';
import { answerEnvelopes, PictureReader } from '../../picture/picture-reader';
import { notHereLines } from '../../picture/not-here';
import { knownItems, type KnownItem } from '../../picture/read-item';
import type { ChosenAnswer } from './chosen-answers';

/** The most envelopes that one call to `sharing` takes: one call for a recipient, so that its holders are told once. */
const MOST_ENVELOPES = 200;

export interface AnswersShown {
  readonly items: readonly KnownItem[];
  /** What was answered and cannot be told, said in sentences. */
  readonly notHere: readonly string[];
}

/** What agencies have answered, for a press of Immediate protection. */
@Injectable()
export class AnswersToTell {
  constructor(
    private readonly picture: PictureReader,
    private readonly agencyRequests: AgencyRequestsClient,
  ) {}

  /** What this person may read of the answers, and what of them is not there: a look at the picture, in the ledger first. */
  async shownTo(asker: Asker, enquiry: EnquiryView, now: Date): Promise<AnswersShown> {
    const read = await this.picture.read(asker, enquiry);
    return { items: knownItems(read.released.items), notHere: notHereLines(read, now) };
  }

  /** The envelopes that the chosen items lie in, as far as they are there and go into one call: what is missing of them is counted by what was told. */
  async envelopesOf(asker: Asker, enquiryId: string, chosen: readonly ChosenAnswer[]): Promise<EnvelopeToOpen[]> {
    if (chosen.length === 0) return [];
    const wanted = new Set(chosen.map(({ envelopeId }) => envelopeId));
    const answers = await this.agencyRequests.answersOf(asker, enquiryId);
    const envelopes = answers.filter(({ state }) => state === 'accepted').flatMap(answerEnvelopes);
    return envelopes.filter(({ envelopeId }) => wanted.has(envelopeId)).slice(0, MOST_ENVELOPES);
  }
}
