import type { IdentitySays, RecallAbout } from '@mash/contracts';
import { prepared, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { IdentityStatement } from '../domain/recalls/identity-statement';

export interface IdentityStatementRow extends IdentityStatement {
  readonly partnershipId: string;
  readonly enquiryId: string;
  /** Whose information it is; null where it is the hub's own: a match, a product. */
  readonly holderAgencyId: string | null;
  /** By when the holder confirms whom it is about. */
  readonly confirmBy: Date | null;
  readonly kid: string;
  readonly envelope: string;
  readonly statedBy: string;
}

type Flat = Omit<IdentityStatementRow, 'about'> & {
  aboutKind: RecallAbout['kind'];
  aboutId: string;
  says: IdentitySays;
};

const FIELDS = {
  statementId: 'statement_id',
  partnershipId: 'partnership_id',
  enquiryId: 'enquiry_id',
  aboutKind: 'about_kind',
  aboutId: 'about_id',
  holderAgencyId: 'holder_agency_id',
  says: 'says',
  recipientAgencyId: 'recipient_agency_id',
  recipientId: 'recipient_id',
  confirmBy: 'confirm_by',
  kid: 'kid',
  envelope: 'envelope',
  statedBy: 'stated_by',
  statedAt: 'stated_at',
} as const satisfies Record<keyof Flat, string>;
const NAMES = Object.keys(FIELDS) as (keyof Flat)[];
const COLUMNS = NAMES.map((name) => `${FIELDS[name]} AS "${name}"`).join(', ');
const SELECT = `SELECT ${COLUMNS} FROM identity_statement`;
const OF_ENQUIRY = prepared(`${SELECT} WHERE enquiry_id = $1 ORDER BY stated_at, statement_id`);
const INSERT = `INSERT INTO identity_statement (${Object.values(FIELDS).join(', ')})
  VALUES (${NAMES.map((_, n) => `$${String(n + 1)}`).join(', ')})`;

const rowOf = ({ aboutKind, aboutId, ...row }: Flat): IdentityStatementRow => ({
  ...row,
  about: { kind: aboutKind, id: aboutId },
});

/** What was said of whom things are about and where they went. Added and read; nothing else can be done to it. */
@Injectable()
export class IdentityStatementRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add(tx: Tx, { about, ...row }: IdentityStatementRow): Promise<void> {
    const flat: Flat = { ...row, aboutKind: about.kind, aboutId: about.id };
    await tx.query(
      INSERT,
      NAMES.map((name) => flat[name]),
    );
  }

  async find(statementId: string, tx: Tx = this.dataSource.manager): Promise<IdentityStatementRow | undefined> {
    const [row] = await tx.query<Flat[]>(`${SELECT} WHERE statement_id = $1`, [statementId]);
    return row && rowOf(row);
  }

  /** Oldest first. */
  async ofEnquiry(enquiryId: string, tx: Tx = this.dataSource.manager): Promise<IdentityStatementRow[]> {
    return (await tx.query<Flat[]>(OF_ENQUIRY, [enquiryId])).map(rowOf);
  }

  async ofEnquiries(enquiryIds: readonly string[]): Promise<IdentityStatementRow[]> {
    const rows = await this.dataSource.query<Flat[]>(`${SELECT} WHERE enquiry_id = ANY($1::uuid[])`, [enquiryIds]);
    return rows.map(rowOf);
  }

  /** They are added and never taken away: whether there are more than were read. */
  async countOf(tx: Tx, enquiryId: string): Promise<number> {
    const select = 'SELECT count(*)::int AS "all" FROM identity_statement WHERE enquiry_id = $1';
    return (await tx.query<{ all: number }[]>(select, [enquiryId]))[0]?.all ?? 0;
  }

  /**
   * Things that one agency holds of which the newest word is that they are, or may be, about somebody else: in enquiries that still live,
   * oldest first. In SQL, because every page of its staff asks.
   */
  async questionsOfHolder(partnershipId: string, agencyId: string): Promise<IdentityStatementRow[]> {
    const newest = `SELECT DISTINCT ON (about_kind, about_id) * FROM identity_statement
      WHERE partnership_id = $1 AND holder_agency_id = $2 AND says NOT IN ('wrong_recipient', 'right_recipient')
      ORDER BY about_kind, about_id, stated_at DESC, statement_id DESC`;
    const select = `SELECT ${COLUMNS} FROM (${newest}) s WHERE s.says IN ('doubted', 'wrong_person')
      AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.enquiry_id = s.enquiry_id AND e.state = 'erased')
      ORDER BY s.stated_at, s.statement_id LIMIT 1000`;
    return (await this.dataSource.query<Flat[]>(select, [partnershipId, agencyId])).map(rowOf);
  }
}
