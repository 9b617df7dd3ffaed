import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import type { ShownLine } from '../domain/recalls/who-saw';
import { UnopenableEnvelopes } from '../envelopes/unopenable-envelopes';
import type { SealedLine } from '../ledger/ledger-line';
import { LedgerSeal } from '../ledger/ledger-seal';
import type { Unwrap } from '../keys/key-ring';
import type { EnquiryRow } from '../persistence/enquiry.repository';

interface Row extends Omit<ShownLine, 'itemId' | 'category' | 'lawfulBasis'> {
  readonly disclosureId: string;
  readonly detailId: string;
  readonly kid: string;
  readonly envelope: string;
}

const SELECT = `
  SELECT d.disclosure_id AS "disclosureId", d.release_id AS "releaseId", d.from_agency_id AS "fromAgencyId", d.person_id AS "personId", d.recipient_id AS "recipientId",
         d.recipient_agency_id AS "recipientAgencyId", d.mode, d.at, d.sharing_decision_id AS "sharingDecisionId", d.agreement_ref AS "agreementRef",
         EXISTS (SELECT 1 FROM capability c WHERE c.capability_id = d.release_id) AS "bySystem", s.detail_id AS "detailId", s.kid, s.envelope
    FROM disclosure d JOIN disclosure_detail s ON s.detail_id = d.detail_id
   WHERE d.enquiry_id = $1 AND ($2::uuid IS NULL OR d.release_id = $2) AND d.visibility = 'shown' ORDER BY d.at`;

/** Every line of an enquiry's ledger that something was shown, with which item it was and on what basis: that is sealed, and opened here. */
@Injectable()
export class ShownLines {
  constructor(
    private readonly seal: LedgerSeal,
    private readonly unopenable: UnopenableEnvelopes,
  ) {}

  /**
   * @param its.releaseId of one call alone; left out, of all
   * @param its.unwrap the enquiry's keys, had before the transaction: a key management service that hangs holds nobody up
   */
  async of(
    { enquiryId, partnershipId }: EnquiryRow,
    tx: Tx,
    { releaseId = null, unwrap }: { releaseId?: string | null; unwrap: Unwrap },
  ): Promise<ShownLine[]> {
    const rows = await tx.query<Row[]>(SELECT, [enquiryId, releaseId]);
    const details = new Map(rows.map((row) => [row.detailId, row]));
    const opened = new Map<string, SealedLine>();
    for (const row of details.values()) {
      // Whoever tampers with a line must not be able to leave somebody out: it is then one that may have been this.
      const { detailId: envelopeId, envelope } = row;
      const found = { partnershipId, enquiryId, place: 'ledger', envelopeId, envelope } as const;
      const none = this.unopenable.without(found, new Map<string, SealedLine>());
      const lines = await this.seal.open({ partnershipId, enquiryId }, row, unwrap).catch(none);
      for (const [disclosureId, line] of lines) opened.set(disclosureId, line);
    }
    return rows.map(({ disclosureId, detailId: _detail, kid: _kid, envelope: _envelope, ...line }) => ({
      ...line,
      itemId: opened.get(disclosureId)?.itemId.toLowerCase(),
      category: opened.get(disclosureId)?.category,
      lawfulBasis: opened.get(disclosureId)?.lawfulBasis ?? [],
    }));
  }
}
