import type { Category, Purpose, SharingMode, SharingOutcome } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

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
const COLUMNS = NAMES.map((name) => `${FIELDS[name]} AS "${name}"`).join(', ');
const INSERT = `INSERT INTO sharing_decision (${NAMES.map((name) => FIELDS[name]).join(', ')}) VALUES (${NAMES.map((_, n) => `$${String(n + 1)}`).join(', ')})`;

@Injectable()
export class SharingDecisionRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add(tx: Tx, row: DecisionRow): Promise<void> {
    await tx.query(
      INSERT,
      NAMES.map((name) => (name === 'factVersions' ? JSON.stringify(row[name]) : row[name])),
    );
  }

  async find(sharingDecisionId: string, tx: Tx = this.dataSource.manager): Promise<DecisionRow | undefined> {
    return (
      await tx.query<DecisionRow[]>(`SELECT ${COLUMNS} FROM sharing_decision WHERE sharing_decision_id = $1`, [
        sharingDecisionId,
      ])
    )[0];
  }

  /** The newest decision about one thing. */
  async newestAbout(aboutId: string, tx: Tx = this.dataSource.manager): Promise<DecisionRow | undefined> {
    const select = `SELECT ${COLUMNS} FROM sharing_decision WHERE about_id = $1 ORDER BY decided_at DESC, sharing_decision_id DESC LIMIT 1`;
    return (await tx.query<DecisionRow[]>(select, [aboutId]))[0];
  }

  /** The newest decision about each thing of an enquiry, in the order of asking. */
  ofEnquiry(enquiryId: string): Promise<DecisionRow[]> {
    const select = `SELECT * FROM (SELECT DISTINCT ON (about_id) ${COLUMNS} FROM sharing_decision WHERE enquiry_id = $1 ORDER BY about_id, decided_at DESC, sharing_decision_id DESC) newest
      ORDER BY "decidedAt", "sharingDecisionId"`;
    return this.dataSource.query<DecisionRow[]>(select, [enquiryId]);
  }

  /** The newest PERMIT about each line of an enquiry: what an asking that stands, or stood, rested on. */
  permitsOf(enquiryId: string): Promise<DecisionRow[]> {
    const select = `SELECT DISTINCT ON (about_id) ${COLUMNS} FROM sharing_decision
      WHERE enquiry_id = $1 AND about_kind = 'request-line' AND outcome = 'PERMIT' ORDER BY about_id, decided_at DESC, sharing_decision_id DESC`;
    return this.dataSource.query<DecisionRow[]>(select, [enquiryId]);
  }
}
