import { KeyLease } from '@mash/contracts';
import { Clock, PassingServiceFailure, ServiceClient, ServiceRefusal } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { RequestRepository, type RequestRow } from '../persistence/request.repository';

const FRESH_MS = 5 * 60_000;
const MOST_KEPT = 5_000;
const DAY_MS = 86_400_000;

type IssuedRequest = Pick<RequestRow, 'requestId' | 'enquiryId' | 'answerKeyId' | 'answerLease'>;

/**
 * The public key that answers within an enquiry are sealed to: the one that `sharing` has bound to it, with its signature. It is handed on as
 * it came and believed by nobody for having lain here: whoever seals verifies it (docs/security/sealing.md).
 */
@Injectable()
export class AnswerKeys {
  private readonly kept = new Map<string, { lease: KeyLease; until: number }>();

  constructor(
    private readonly services: ServiceClient,
    private readonly requests: RequestRepository,
    private readonly clock: Clock,
  ) {}

  /** Asked for again every five minutes: a lease ends, and `sharing`'s signing key may be exchanged. @throws PassingServiceFailure, ServiceRefusal */
  async of(enquiryId: string): Promise<KeyLease> {
    const now = this.clock.now().getTime();
    const known = this.kept.get(enquiryId);
    if (known !== undefined && known.until > now) return known.lease;
    const lease = await this.services.get('sharing', `/enquiries/${enquiryId}/key`, {
      schema: KeyLease,
      scope: 'keys:lease',
    });
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(enquiryId, { lease, until: now + FRESH_MS });
    return lease;
  }

  /**
   * The key that an issued request is answered to: as `sharing` signs it now; as it lies here while `sharing` does not answer, so that an
   * agency can answer all the same. Undefined where nothing was issued, or `sharing` knows no such key any more.
   */
  async ofRequest(request: IssuedRequest): Promise<KeyLease | undefined> {
    if (request.answerKeyId === null) return undefined;
    try {
      const lease = await this.of(request.enquiryId);
      await this.keep(request, lease);
      return lease;
    } catch (error) {
      if (error instanceof PassingServiceFailure) return request.answerLease ?? undefined;
      if (error instanceof ServiceRefusal && error.status === 404) return undefined;
      throw error;
    }
  }

  /** Once a day is enough: it is there for the time when `sharing` is down. */
  private async keep({ requestId, answerLease }: IssuedRequest, lease: KeyLease): Promise<void> {
    const apart = Date.parse(lease.expiresAt) - Date.parse(answerLease?.expiresAt ?? '1970-01-01');
    if (answerLease?.kid !== lease.kid || Math.abs(apart) >= DAY_MS) await this.requests.keepLease(requestId, lease);
  }
}
