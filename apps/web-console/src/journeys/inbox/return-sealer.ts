import type { InboxItem, Sealed } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import type { Asker } from '../../api-clients/service-http';
import { SharingClient } from '../../api-clients/sharing.client';
import { SealingDesk } from '../../sealing/sealing-desk';
import type { SignedInPerson } from '../../session/signed-in-person';

/** Seals why a team returns a case to the enquiry's own key: a note whose id is the route's. */
@Injectable()
export class ReturnSealer {
  constructor(
    private readonly sharing: SharingClient,
    private readonly desk: SealingDesk,
  ) {}

  async seal(asker: Asker, author: SignedInPerson, { enquiryId, routeId }: InboxItem, words: string): Promise<Sealed> {
    const { publicKey } = await this.sharing.keyOf(asker, enquiryId);
    const { partnershipId, accountId } = author;
    const header = { typ: 'note', partnershipId, version: 1, enquiryId, noteId: routeId, authorId: accountId } as const;
    return this.desk.seal({ author, header, facts: {}, content: { words }, publicKey });
  }
}
