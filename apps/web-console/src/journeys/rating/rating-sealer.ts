import { newId, type Sealed } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import type { Asker } from '../../api-clients/service-http';
import { Clock } from '../../clock';
import { plainJson } from '../../sealing/plain-json';
import { SealingDesk } from '../../sealing/sealing-desk';
import type { SignedInPerson } from '../../session/signed-in-person';
import type { RatingReasons } from '../enquiry/history/rating-reasons';
import { EnquiryKeys } from '../enquiry/shared/enquiry-keys';

/** Seals a rater's reasons to the enquiry's key. The note's id becomes the rating's. */
@Injectable()
export class RatingSealer {
  constructor(
    private readonly keys: EnquiryKeys,
    private readonly desk: SealingDesk,
    private readonly clock: Clock,
  ) {}

  async seal(asker: Asker, author: SignedInPerson, enquiryId: string, reasons: RatingReasons): Promise<Sealed> {
    const { partnershipId, accountId: authorId } = author;
    const publicKey = await this.keys.publicKeyOf(asker, enquiryId, partnershipId);
    const noteId = newId(this.clock.now().getTime());
    const header = { typ: 'note', partnershipId, version: 1, enquiryId, noteId, authorId } as const;
    return this.desk.seal({ author, header, facts: {}, content: plainJson(reasons), publicKey });
  }
}
