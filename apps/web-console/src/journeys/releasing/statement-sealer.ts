import type { HolderStatementContent, HolderStatementFacts } from '@mash/sealing';
import { Injectable } from '@nestjs/common';
import { SealingDesk } from '../../sealing/sealing-desk';
import type { SignedInPerson } from '../../session/signed-in-person';

export interface ToSeal {
  readonly statementId: string;
  readonly enquiryId: string;
  readonly itemId: string;
  readonly facts: HolderStatementFacts;
  readonly content: HolderStatementContent;
}

/** Seals what a person states about an item of their agency. */
@Injectable()
export class StatementSealer {
  constructor(private readonly desk: SealingDesk) {}

  async seal(person: SignedInPerson, { statementId, enquiryId, itemId, facts, content }: ToSeal, publicKey: unknown) {
    const { partnershipId, agencyId, accountId: authorId } = person;
    const ids = { partnershipId, version: 1, enquiryId, statementId, itemId, agencyId, authorId };
    const header = { typ: 'statement', ...ids } as const;
    return { statementId, sealed: await this.desk.seal({ author: person, header, facts, content, publicKey }) };
  }
}
