import { newId, type Sealed } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import type { Asker } from '../../../api-clients/service-http';
import { Clock } from '../../../clock';
import { plainJson } from '../../../sealing/plain-json';
import { SealingDesk } from '../../../sealing/sealing-desk';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { EnquiryKeys } from '../../enquiry/shared/enquiry-keys';

/** Seals a manager's reasons, and anybody's dissent, to the enquiry's own key. The envelope's id becomes the row's. */
@Injectable()
export class RationaleSealer {
  constructor(
    private readonly keys: EnquiryKeys,
    private readonly desk: SealingDesk,
    private readonly clock: Clock,
  ) {}

  async sealRationale(asker: Asker, author: SignedInPerson, enquiryId: string, rationale: object): Promise<Sealed> {
    const { partnershipId } = author;
    const publicKey = await this.keys.publicKeyOf(asker, enquiryId, partnershipId);
    const header = { typ: 'decision', partnershipId, version: 1, enquiryId, decisionId: this.newId() } as const;
    return this.desk.seal({ author, header, facts: {}, content: plainJson(rationale), publicKey });
  }

  async sealDissent(
    asker: Asker,
    author: SignedInPerson,
    { enquiryId, dissentId: noteId, words }: { enquiryId: string; dissentId: string; words: string },
  ): Promise<Sealed> {
    const { partnershipId, accountId: authorId } = author;
    const publicKey = await this.keys.publicKeyOf(asker, enquiryId, partnershipId);
    const header = { typ: 'note', partnershipId, version: 1, enquiryId, noteId, authorId } as const;
    return this.desk.seal({ author, header, facts: {}, content: { words }, publicKey });
  }

  private newId(): string {
    return newId(this.clock.now().getTime());
  }
}
