import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import type { Sealed } from '@mash/contracts';
import { openEnvelope, SealRefusal, type HolderStatementContent, type HolderStatementFacts } from '@mash/sealing';
import { CodedError } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { keyRing } from '../keys/key-ring';
import { KeyStore } from '../keys/key-store';
import { Signers } from '../keys/signers';
import { idsOfStatement } from './holder-statements';

export interface PostedStatement {
  readonly statementId: string;
  readonly enquiryId: string;
  readonly itemId: string;
  readonly sealed: Sealed;
}
export interface CheckedStatement extends PostedStatement {
  readonly facts: HolderStatementFacts;
  readonly content: HolderStatementContent;
}

const refusal = (): CodedError =>
  new CodedError('SHARING.STATEMENT_DOES_NOT_AGREE', 422, 'What is sealed here does not agree with what it is about.', [
    { field: 'statement', code: 'does_not_agree', message: 'Not a statement of this person about this item' },
  ]);

/** Opens a statement before it is kept: it must be of this person, for their agency, about this very item. */
@Injectable()
export class StatementCheck {
  constructor(
    private readonly keyStore: KeyStore,
    private readonly signers: Signers,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws CodedError SHARING.STATEMENT_DOES_NOT_AGREE (422), audited; SealRefusal where no key is at hand: it passes (503) */
  async open(actor: PersonActor, posted: PostedStatement): Promise<CheckedStatement> {
    const { statementId, enquiryId, itemId, sealed } = posted;
    const { partnershipId, agencyId, id: statedBy } = actor;
    const expected = idsOfStatement({ statementId, partnershipId, enquiryId, itemId, agencyId, statedBy });
    try {
      const privateKey = await keyRing(this.keyStore, { partnershipId, enquiryId })(sealed.kid);
      const its = { privateKey, expected, verifierFor: this.signers.find };
      const { facts, content } = await openEnvelope<'statement'>(sealed.envelope, its);
      return { ...posted, facts, content };
    } catch (error) {
      if (error instanceof SealRefusal) return this.refuse(actor, posted, error);
      throw error;
    }
  }

  /** @throws CodedError; the refusal leaves an entry, with its code and no content */
  async refuse(actor: PersonActor, { statementId, enquiryId }: PostedStatement, error?: SealRefusal): Promise<never> {
    if (error?.passing === true) throw error;
    const subject = { type: 'HolderStatement', id: statementId };
    const entry = { actor, action: 'holder-statement.make', subject, enquiryId, outcome: 'refused' } as const;
    await this.audit.recordRead({ ...entry, reasonCode: error?.code ?? 'SHARING.STATEMENT_DOES_NOT_AGREE' });
    throw refusal();
  }
}
