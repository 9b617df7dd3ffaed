import type { Category, Purpose, SharingMode, SharingOutcome } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NOTHING_PLAIN, type RulingReview } from './ruling';
import { RulingSeal, type SealedRuling } from './ruling-seal';

/** A decision. Of one about a request line everything lies plain; of one about an item, product or notice its ruling is sealed. */
export interface DecisionRow {
  sharingDecisionId: string;
  partnershipId: string;
  enquiryId: string;
  aboutKind: 'request-line' | 'item' | 'product' | 'notice';
  aboutId: string;
  mode: SharingMode;
  fromAgencyId: string;
  toAgencyId: string | null;
  audience: string;
  personId: string | null;
  /** Plain only where it was asked for; the category of an answer's item is sealed in the ledger. */
  category: Category | null;
  purpose: Purpose;
  outcome: SharingOutcome;
  visibility: string;
  reasons: string[];
  lawfulBasis: string[];
  obligations: string[];
  redactions: string[];
  rule: string;
  ruleSetVersion: string;
  agreementRef: string | null;
  factVersions: Record<string, unknown>;
  threshold: string;
  consent: string;
  agreement: string;
  askedBy: string;
  byPerson: string | null;
  supersedes: string | null;
  decidedAt: Date;
}

/** Column of each field: the one place where the two lists meet. */
const FIELDS = {
  sharingDecisionId: 'sharing_decision_id',
  partnershipId: 'partnership_id',
  enquiryId: 'enquiry_id',
  aboutKind: 'about_kind',
  aboutId: 'about_id',
  mode: 'mode',
  fromAgencyId: 'from_agency_id',
  toAgencyId: 'to_agency_id',
  audience: 'audience',
  personId: 'person_id',
  category: 'category',
  purpose: 'purpose',
  outcome: 'outcome',
  visibility: 'visibility',
  reasons: 'reasons',
  lawfulBasis: 'lawful_basis',
  obligations: 'obligations',
  redactions: 'redactions',
  rule: 'rule',
  ruleSetVersion: 'rule_set_version',
  agreementRef: 'agreement_ref',
  factVersions: 'fact_versions',
  threshold: 'threshold',
  consent: 'consent',
  agreement: 'agreement',
  askedBy: 'asked_by',
  byPerson: 'by_person',
  supersedes: 'supersedes',
  decidedAt: 'decided_at',
} as const satisfies Record<keyof DecisionRow, string>;

const NAMES = Object.keys(FIELDS) as (keyof DecisionRow)[];
const COLUMNS = `${NAMES.map((name) => `${FIELDS[name]} AS "${name}"`).join(', ')}, detail_kid AS "detailKid", detail_envelope AS "detailEnvelope"`;
const INSERT = `INSERT INTO sharing_decision (${NAMES.map((name) => FIELDS[name]).join(', ')}, detail_kid, detail_envelope)
  VALUES (${NAMES.map((_, n) => `$${String(n + 1)}`).join(', ')}, $${String(NAMES.length + 1)}, $${String(NAMES.length + 2)})`;

type StoredRow = DecisionRow & SealedRuling;

interface ToSeal {
  readonly reviews?: Readonly<Record<string, RulingReview>>;
  readonly unknown?: readonly string[];
}

@Injectable()
export class SharingDecisionRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rulings: RulingSeal,
  ) {}

  /**
   * Of an item are sealed with the decision which row each task of a REVIEW is about, by its id (`reviews`), and all that was not known (`unknown`).
   * @returns the decision as it is kept
   */
  async add(tx: Tx, given: DecisionRow, { reviews = {}, unknown = [] }: ToSeal = {}): Promise<DecisionRow> {
    const row = await this.afterTheOneBefore(tx, given);
    const isPlain = row.aboutKind === 'request-line';
    const ruling = { ...rulingOf(row), reviews, unknown: [...unknown] };
    const detail = isPlain ? undefined : await this.rulings.seal(tx, row, ruling, row.decidedAt);
    const stored: DecisionRow = isPlain ? row : { ...row, ...NOTHING_PLAIN };
    const values = NAMES.map((name) => (name === 'factVersions' ? JSON.stringify(stored[name]) : stored[name]));
    await tx.query(INSERT, [...values, detail?.kid ?? null, detail?.envelope ?? null]);
    return row;
  }

  /** The newest stands: what comes in the place of another is newer, also where its maker's clock is behind that of whoever made the other. */
  private async afterTheOneBefore(tx: Tx, row: DecisionRow): Promise<DecisionRow> {
    if (row.supersedes === null) return row;
    const select = `SELECT decided_at AS at FROM sharing_decision WHERE sharing_decision_id = $1`;
    const before = (await tx.query<{ at: Date }[]>(select, [row.supersedes]))[0]?.at;
    return before === undefined || before < row.decidedAt ? row : { ...row, decidedAt: new Date(before.getTime() + 1) };
  }

  async find(sharingDecisionId: string, tx: Tx = this.dataSource.manager): Promise<DecisionRow | undefined> {
    const select = `SELECT ${COLUMNS} FROM sharing_decision WHERE sharing_decision_id = $1`;
    const [row] = await this.opened(await tx.query<StoredRow[]>(select, [sharingDecisionId]));
    return row;
  }

  /** Several at once, by their ids. */
  async findAll(sharingDecisionIds: readonly string[]): Promise<ReadonlyMap<string, DecisionRow>> {
    if (sharingDecisionIds.length === 0) return new Map();
    const select = `SELECT ${COLUMNS} FROM sharing_decision WHERE sharing_decision_id = ANY($1::uuid[])`;
    const rows = await this.opened(await this.dataSource.query<StoredRow[]>(select, [sharingDecisionIds]));
    return new Map(rows.map((row) => [row.sharingDecisionId, row]));
  }

  /** The newest decision about one thing. */
  async newestAbout(aboutId: string, tx: Tx = this.dataSource.manager): Promise<DecisionRow | undefined> {
    const select = `SELECT ${COLUMNS} FROM sharing_decision WHERE about_id = $1 ORDER BY decided_at DESC, sharing_decision_id DESC LIMIT 1`;
    const [row] = await this.opened(await tx.query<StoredRow[]>(select, [aboutId]));
    return row;
  }

  /** The newest decision about each thing of an enquiry, in the order of asking. */
  async ofEnquiry(enquiryId: string): Promise<DecisionRow[]> {
    const select = `SELECT * FROM (SELECT DISTINCT ON (about_id) ${COLUMNS} FROM sharing_decision WHERE enquiry_id = $1 ORDER BY about_id, decided_at DESC, sharing_decision_id DESC) newest
      ORDER BY "decidedAt", "sharingDecisionId"`;
    return this.opened(await this.dataSource.query<StoredRow[]>(select, [enquiryId]));
  }

  /** The newest decision about each line of a request: nothing of them is sealed, and a release needs them each time. */
  linesOf(enquiryId: string, tx: Tx = this.dataSource.manager): Promise<DecisionRow[]> {
    const select = `SELECT * FROM (SELECT DISTINCT ON (about_id) ${COLUMNS} FROM sharing_decision WHERE enquiry_id = $1 AND about_kind = 'request-line'
        ORDER BY about_id, decided_at DESC, sharing_decision_id DESC) newest
      ORDER BY "decidedAt", "sharingDecisionId"`;
    return tx.query<DecisionRow[]>(select, [enquiryId]);
  }

  /** Every decision that was ever kept about a line of an enquiry, oldest first. */
  everOfLines(enquiryId: string, tx: Tx = this.dataSource.manager): Promise<DecisionRow[]> {
    const select = `SELECT ${COLUMNS} FROM sharing_decision WHERE enquiry_id = $1 AND about_kind = 'request-line' ORDER BY decided_at`;
    return tx.query<DecisionRow[]>(select, [enquiryId]);
  }

  /** The enquiries of a partnership in which the newest decision about some line lets it through or waits for a human. */
  async enquiriesWithLines(tx: Tx, partnershipId: string): Promise<string[]> {
    const select = `SELECT DISTINCT enquiry_id AS "enquiryId" FROM (
        SELECT DISTINCT ON (about_id) enquiry_id, outcome FROM sharing_decision WHERE partnership_id = $1 AND about_kind = 'request-line'
         ORDER BY about_id, decided_at DESC, sharing_decision_id DESC) newest
      WHERE outcome <> 'DENY' ORDER BY 1`;
    return (await tx.query<{ enquiryId: string }[]>(select, [partnershipId])).map(({ enquiryId }) => enquiryId);
  }

  /** The newest PERMIT about each line of an enquiry: what an asking that stands, or stood, rested on. */
  async permitsOf(enquiryId: string): Promise<DecisionRow[]> {
    const select = `SELECT DISTINCT ON (about_id) ${COLUMNS} FROM sharing_decision
      WHERE enquiry_id = $1 AND about_kind = 'request-line' AND outcome = 'PERMIT' ORDER BY about_id, decided_at DESC, sharing_decision_id DESC`;
    return this.opened(await this.dataSource.query<StoredRow[]>(select, [enquiryId]));
  }

  /** With their rulings, as far as they can still be opened. */
  private async opened(rows: readonly StoredRow[]): Promise<DecisionRow[]> {
    const rulings = await this.rulings.openAll(rows);
    return rows.map(({ detailKid: _kid, detailEnvelope: _envelope, ...row }) => {
      const ruling = rulings.get(row.sharingDecisionId);
      return ruling === undefined ? row : { ...row, ...rulingOf(ruling) };
    });
  }
}

type RulingPart = Pick<DecisionRow, 'rule' | 'reasons' | 'lawfulBasis' | 'obligations' | 'redactions'>;

const rulingOf = ({ rule, reasons, lawfulBasis, obligations, redactions }: RulingPart): RulingPart => ({
  ...{ rule, reasons, lawfulBasis, obligations, redactions },
});
