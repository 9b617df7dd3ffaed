import { tableFields, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A statement as it lies: who said something of which item, and when. What was said is in the envelope. */
export interface HolderStatementRow {
  statementId: string;
  partnershipId: string;
  enquiryId: string;
  itemId: string;
  agencyId: string;
  statedBy: string;
  statedAt: Date;
  reviewId: string | null;
  kid: string;
  envelope: string;
}

interface WithAuthority extends HolderStatementRow {
  isAuthorised: boolean;
}

const FIELDS = tableFields<HolderStatementRow>('holder_statement', {
  statementId: 'statement_id',
  partnershipId: 'partnership_id',
  enquiryId: 'enquiry_id',
  itemId: 'item_id',
  agencyId: 'agency_id',
  statedBy: 'stated_by',
  statedAt: 'stated_at',
  reviewId: 'review_id',
  kid: 'kid',
  envelope: 'envelope',
});
const INSERT = `${FIELDS.insert} ON CONFLICT DO NOTHING RETURNING statement_id`;
/** Authority is that of the moment of the statement: whoever loses it later takes nothing back. */
const OF_ENQUIRY = `
  SELECT ${FIELDS.selected('s')}, EXISTS (SELECT 1 FROM detriment_author a WHERE a.partnership_id = s.partnership_id AND a.agency_id = s.agency_id
           AND a.account_id = s.stated_by AND a.authorised_at <= s.stated_at AND (a.ended_at IS NULL OR a.ended_at > s.stated_at)) AS "isAuthorised"
    FROM holder_statement s WHERE s.enquiry_id = $1 ORDER BY s.stated_at, s.statement_id`;

/** Statements of holders. They are added and read; nothing else can be done to them. */
@Injectable()
export class HolderStatementRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns false where a statement with this id is there already */
  async add(tx: Tx, row: HolderStatementRow): Promise<boolean> {
    const added = await tx.query<unknown[]>(INSERT, FIELDS.valuesOf(row));
    return added.length > 0;
  }

  ofEnquiry(enquiryId: string, tx: Tx = this.dataSource.manager): Promise<WithAuthority[]> {
    return tx.query<WithAuthority[]>(OF_ENQUIRY, [enquiryId]);
  }
}
