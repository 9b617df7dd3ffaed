import type { InboxItem, Sealed } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import type { Asker } from '../../api-clients/service-http';
import { SealingDesk } from '../../sealing/sealing-desk';
import type { SignedInPerson } from '../../session/signed-in-person';
import { EnquiryKeys } from '../enquiry/shared/enquiry-keys';

/** Seals why a team returns a case to the enquiry's own key: a note whose id is the route's. */
@Injectable()
export class ReturnSealer {
  constructor(
    private readonly keys: EnquiryKeys,
    private readonly desk: SealingDesk,
  ) {}

  async seal(asker: Asker, author: SignedInPerson, { enquiryId, routeId }: InboxItem, words: string): Promise<Sealed> {
    const { partnershipId, accountId } = author;
    const publicKey = await this.keys.publicKeyOf(asker, enquiryId, partnershipId);
    const header = { typ: 'note', partnershipId, version: 1, enquiryId, noteId: routeId, authorId: accountId } as const;
    return this.desk.seal({ author, header, facts: {}, content: { words }, publicKey });
  }
}
