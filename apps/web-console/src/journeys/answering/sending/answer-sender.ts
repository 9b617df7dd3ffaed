import { newId, type AnswerReceipt, type RequestDetail } from '@mash/contracts';
import { SealRefusal, type SealingPublicKey } from '@mash/sealing';
import { Injectable } from '@nestjs/common';
import { AgencyRequestsClient } from '../../../api-clients/agency-requests.client';
import { fieldErrorsOf } from '../../../api-clients/field-errors-of';
import type { Asker } from '../../../api-clients/service-http';
import type { FieldError } from '../../../forms/field-error';
import { SealingDesk } from '../../../sealing/sealing-desk';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { AnswerKeys } from '../asked/answer-keys';
import type { AnswerPart } from './answer-parts';

export interface AnswerToSend {
  readonly detail: RequestDetail;
  readonly answerId: string;
  readonly complete: boolean;
  readonly parts: readonly AnswerPart[];
}

interface SealedTo extends Pick<AnswerToSend, 'detail' | 'answerId'> {
  readonly publicKey: SealingPublicKey;
}

/** Seals an answer, an envelope for each person, and sends it. The same answer sent again is the same answer. */
@Injectable()
export class AnswerSender {
  constructor(
    private readonly agencyRequests: AgencyRequestsClient,
    private readonly desk: SealingDesk,
    private readonly keys: AnswerKeys,
  ) {}

  /**
   * @returns the receipt, or what is wrong, as errors of the page's fields
   * @throws SealRefusal SEAL.LEASE_* where the offered key is not `sharing`'s own: nothing is sealed, nothing is sent
   */
  async send(asker: Asker, person: SignedInPerson, answer: AnswerToSend): Promise<AnswerReceipt | FieldError[]> {
    const { detail, answerId, complete, parts } = answer;
    try {
      const publicKey = await this.keys.of(detail, person.partnershipId);
      const seal = (part: AnswerPart) => this.seal(person, { detail, answerId, publicKey }, part);
      const envelopes = await Promise.all(parts.map(seal));
      return await this.agencyRequests.answer(asker, detail.requestId, { answerId, complete, envelopes });
    } catch (error) {
      const wrong = tooLarge(error) ?? fieldErrorsOf(error, FIELDS);
      if (wrong === undefined) throw error;
      return wrong;
    }
  }

  private async seal(person: SignedInPerson, { detail, answerId, publicKey }: SealedTo, part: AnswerPart) {
    const { enquiryId, requestId, agencyId } = detail;
    const { personId, facts, content } = part;
    const ids = { partnershipId: person.partnershipId, version: 1, enquiryId, requestId, answerId, agencyId, personId };
    const header = { typ: 'answer', ...ids } as const;
    const sealed = await this.desk.seal({ author: person, header, facts, content, publicKey });
    return { envelopeId: newId(), personId, sealed };
  }
}

const STOPPED = { 'REQUESTS.RECALLED': 'send', 'REQUESTS.ON_HOLD': 'send' };
const FIELDS = { complete: 'send', 'REQUESTS.ANSWERED': 'send', 'REQUESTS.ANSWER_INVALID': 'send', ...STOPPED };

const tooLarge = (error: unknown): FieldError[] | undefined =>
  error instanceof SealRefusal && error.code === 'SEAL.TOO_LARGE'
    ? [
        {
          field: 'items',
          text: 'This is more than one answer holds. Take some items out, send a part answer, then send the rest',
        },
      ]
    : undefined;
