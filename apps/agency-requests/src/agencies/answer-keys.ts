import { KeyLease } from '@mash/contracts';
import { ServiceClient } from '@mash/service-host';
import { Injectable } from '@nestjs/common';

/** The public key that answers within an enquiry are sealed to: the one `sharing` has bound to it. */
@Injectable()
export class AnswerKeys {
  private readonly kept = new Map<string, KeyLease>();

  constructor(private readonly services: ServiceClient) {}

  async of(enquiryId: string): Promise<KeyLease> {
    const known = this.kept.get(enquiryId);
    if (known) return known;
    const key = await this.services.get('sharing', `/enquiries/${enquiryId}/key`, {
      schema: KeyLease,
      scope: 'keys:lease',
    });
    if (this.kept.size > 5_000) this.kept.clear();
    this.kept.set(enquiryId, key);
    return key;
  }
}
