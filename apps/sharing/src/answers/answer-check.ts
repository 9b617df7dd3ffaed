import { createHash } from 'node:crypto';
import type { AnswerFactsToCheck, AnswerReceivedV1, EnvelopeToOpen } from '@mash/contracts';
import { PassingFailure } from '@mash/messaging';
import { CodedError } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { holdsTelling } from '../domain/obligations/holds-telling';
import { EnquiryRepository, type EnquiryRow } from '../persistence/enquiry.repository';
import { EnvelopeOpener } from '../releases/envelope-opener';

/** An answer's envelopes as rows to open; the ids of the answer stand for every one of them. */
export function rowsOfAnswer(answer: AnswerFactsToCheck): EnvelopeToOpen[] {
  const { answerId, requestId, agencyId } = answer;
  return answer.envelopes.map(({ envelopeId, personId, sealed }) => ({
    ...{ typ: 'answer', envelopeId, version: 1, requestId, answerId, agencyId, personId, sealed },
  }));
}

/** What came of it. */
export interface Examined {
  readonly refusal: string | undefined;
  readonly holdsTelling: boolean;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Whether the envelopes that lie there are those that were announced: the same ones, unchanged, for the same answer. */
function disagreement({ data, partnershipId }: AnswerReceivedV1, answer: AnswerFactsToCheck): string | undefined {
  const isSameAnswer =
    answer.answerId === data.answerId &&
    answer.requestId === data.requestId &&
    answer.enquiryId === data.enquiryId &&
    answer.agencyId === data.agencyId &&
    answer.partnershipId === partnershipId;
  if (!isSameAnswer || answer.envelopes.length !== data.envelopes.length) return 'SHARING.ANSWER_NOT_AS_ANNOUNCED';
  const announced = new Map(data.envelopes.map((one) => [one.envelopeId, one]));
  const isSame = answer.envelopes.every(({ envelopeId, personId, sealed }) => {
    const one = announced.get(envelopeId);
    return one?.personId === personId && one.sha256 === sha256(sealed.envelope);
  });
  return isSame ? undefined : 'SHARING.ENVELOPE_CHANGED';
}

/** Opens an answer and finds out whether it is what it says it is. Nothing of it is kept. */
@Injectable()
export class AnswerCheck {
  constructor(
    private readonly enquiries: EnquiryRepository,
    private readonly opener: EnvelopeOpener,
  ) {}

  /**
   * @returns a stable code where it must be refused, and whether it holds every telling of the parent
   * @throws PassingFailure where the enquiry, and with it the key, has not been heard of yet, or no key can be unwrapped
   */
  async examine(event: AnswerReceivedV1, answer: AnswerFactsToCheck): Promise<Examined> {
    const enquiry = await this.enquiries.find(event.data.enquiryId);
    if (enquiry === undefined) throw new PassingFailure('ENQUIRY_NOT_SEEN_YET');
    const isElsewhere = enquiry.partnershipId !== event.partnershipId;
    const refusal = isElsewhere ? 'SHARING.ANSWER_NOT_AS_ANNOUNCED' : disagreement(event, answer);
    return refusal === undefined ? this.open(answer, enquiry) : { refusal, holdsTelling: false };
  }

  private async open(answer: AnswerFactsToCheck, enquiry: EnquiryRow): Promise<Examined> {
    const tried = await this.opener.openAll(rowsOfAnswer(answer), enquiry).catch((error: unknown) => {
      if (error instanceof CodedError) throw new PassingFailure('KEYS_NOT_AT_HAND', { cause: error });
      throw error;
    });
    const refusal = tried.find((one) => one.kind === 'refused')?.code;
    const isHolding = tried.some((one) => one.kind === 'answer' && holdsTelling(one.facts));
    return { refusal, holdsTelling: refusal === undefined && isHolding };
  }
}
