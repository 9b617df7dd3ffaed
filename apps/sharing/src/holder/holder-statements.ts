import type { Tx } from '@mash/persistence';
import { openEnvelope, type EnvelopeIdsOf } from '@mash/sealing';
import { Injectable } from '@nestjs/common';
import type { HolderStatement } from '../domain/holder/holder-statement';
import { UnopenableEnvelopes, type FoundEnvelope } from '../envelopes/unopenable-envelopes';
import { keyRing, type Unwrap } from '../keys/key-ring';
import { KeyStore } from '../keys/key-store';
import { Signers } from '../keys/signers';
import { whenSealed } from '../keys/when-sealed';
import { HolderStatementRepository, type HolderStatementRow } from './holder-statement.repository';

/** The ids that a statement's envelope must hold to be opened in this row. */
export const idsOfStatement = (
  row: Pick<HolderStatementRow, 'statementId' | 'partnershipId' | 'enquiryId' | 'itemId' | 'agencyId' | 'statedBy'>,
): EnvelopeIdsOf<'statement'> => ({
  ...{ typ: 'statement', version: 1, partnershipId: row.partnershipId, enquiryId: row.enquiryId },
  ...{ statementId: row.statementId, itemId: row.itemId, agencyId: row.agencyId, authorId: row.statedBy },
});

/** What the holders have stated about the items of an enquiry, opened. */
@Injectable()
export class HolderStatements {
  constructor(
    private readonly rows: HolderStatementRepository,
    private readonly keyStore: KeyStore,
    private readonly signers: Signers,
    private readonly unopenable: UnopenableEnvelopes,
  ) {}

  /**
   * Oldest first. One that does not open is there as `unreadable`: whoever could alter a row must not be able to take a refusal away. That is reported.
   * @param unwrap the enquiry's keys, where some were had already
   * @throws SealRefusal where no key is at hand: it passes (503; a reaction waits)
   */
  async of(
    its: { enquiryId: string; partnershipId: string },
    tx?: Tx,
    unwrap: Unwrap = keyRing(this.keyStore, its),
  ): Promise<HolderStatement[]> {
    const rows = await this.rows.ofEnquiry(its.enquiryId, tx);
    return Promise.all(
      rows.map((row) =>
        this.open(row, row.isAuthorised, unwrap).catch(this.unopenable.without(foundIn(row), unreadable(row))),
      ),
    );
  }

  private async open(row: HolderStatementRow, isAuthorised: boolean, unwrap: Unwrap): Promise<HolderStatement> {
    const privateKey = await unwrap(row.kid);
    const expected = idsOfStatement(row);
    const opened = await openEnvelope<'statement'>(row.envelope, {
      privateKey,
      expected,
      verifierFor: this.signers.find,
      receivedAt: whenSealed,
    });
    return { ...plainOf(row), isAuthorised, facts: opened.facts, content: opened.content };
  }
}

const plainOf = ({ statementId, itemId, agencyId, statedBy, statedAt, reviewId }: HolderStatementRow) => ({
  ...{ statementId, itemId, agencyId, statedBy, statedAt, reviewId },
});

const unreadable = (row: HolderStatementRow): HolderStatement => ({
  ...{ ...plainOf(row), isAuthorised: false, facts: { says: 'unreadable' }, content: { reason: '' } },
});

const foundIn = ({ partnershipId, enquiryId, statementId, envelope }: HolderStatementRow): FoundEnvelope => ({
  ...{ partnershipId, enquiryId, place: 'statement', envelopeId: statementId, envelope },
});
