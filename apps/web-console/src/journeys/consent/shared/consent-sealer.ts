import type { ConsentWords, Sealed } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import type { Asker } from '../../../api-clients/service-http';
import { plainJson } from '../../../sealing/plain-json';
import { SealingDesk } from '../../../sealing/sealing-desk';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { EnquiryKeys } from '../../enquiry/shared/enquiry-keys';

/** Seals what belongs to a statement, to the enquiry's key: what was told, evidence, a ground's own words, why a manager accepts it. */
@Injectable()
export class ConsentSealer {
  constructor(
    private readonly keys: EnquiryKeys,
    private readonly desk: SealingDesk,
  ) {}

  async seal(
    asker: Asker,
    author: SignedInPerson,
    ids: { enquiryId: string; statementId: string },
    words: ConsentWords | { reason: string },
  ): Promise<Sealed> {
    const { partnershipId, accountId: authorId } = author;
    const { enquiryId, statementId: noteId } = ids;
    const publicKey = await this.keys.publicKeyOf(asker, enquiryId, partnershipId);
    const header = { typ: 'note', partnershipId, version: 1, enquiryId, noteId, authorId } as const;
    return this.desk.seal({ author, header, facts: {}, content: plainJson(words), publicKey });
  }
}
