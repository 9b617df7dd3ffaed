import type { RequestDetail } from '@mash/contracts';
import { parseKey, SigningPublicKey, verifyLease, type SealingPublicKey } from '@mash/sealing';
import { Inject, Injectable } from '@nestjs/common';
import { ServiceProblem } from '../../../api-clients/service-errors';
import { Clock } from '../../../clock';
import { CONFIG } from '../../../config.token';
import type { ConsoleConfig } from '../../../config';

export type ToAnswer = Pick<RequestDetail, 'enquiryId' | 'answerKey'>;

/**
 * The key that a request's answer, and the draft of it, is sealed to. It comes by way of `agency-requests`, whose database may have been
 * written to: it is believed only where `sharing` signed it for this very enquiry.
 */
@Injectable()
export class AnswerKeys {
  private readonly sharingKey: SigningPublicKey;

  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) config: ConsoleConfig,
  ) {
    this.sharingKey = parseKey(SigningPublicKey, config.sharingPublicKey);
  }

  /** @throws SealRefusal SEAL.LEASE_*: then nothing is sealed; ServiceProblem REQUESTS.NO_KEY where the request has no key yet */
  async of({ enquiryId, answerKey }: ToAnswer, partnershipId: string): Promise<SealingPublicKey> {
    if (answerKey === undefined)
      throw new ServiceProblem('agency-requests', 409, 'REQUESTS.NO_KEY', 'This request cannot be answered yet.');
    const expected = { partnershipId, uses: ['enquiry'], enquiryId, now: this.clock.now() } as const;
    return (await verifyLease(answerKey, this.sharingKey, expected)).publicKey;
  }
}
