import type { ConsentKind, ConsentState, NotSoughtGround } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** One statement about one consent of one person. Never changed: a later one stands beside it. */
export interface ConsentRow {
  statementId: string;
  partnershipId: string;
  enquiryId: string;
  personId: string;
  kind: ConsentKind;
  state: ConsentState;
  ground: NotSoughtGround | null;
  givenBy: 'self' | 'parent_with_pr' | 'parent_pr_unproven' | 'other' | 'not_applicable';
  givenById: string | null;
  bodies: string[];
  statedAt: Date;
  recordedBy: string;
  recordedAt: Date;
}

const COLUMNS = `statement_id AS "statementId", partnership_id AS "partnershipId", enquiry_id AS "enquiryId", person_id AS "personId", kind, state,
  ground, given_by AS "givenBy", given_by_id AS "givenById", bodies, stated_at AS "statedAt", recorded_by AS "recordedBy", recorded_at AS "recordedAt"`;

@Injectable()
export class ConsentRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add(tx: Tx, row: ConsentRow): Promise<void> {
    await tx.query(
      `INSERT INTO consent_statement (statement_id, partnership_id, enquiry_id, person_id, kind, state, ground, given_by, given_by_id, bodies, stated_at, recorded_by, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING`,
      [
        row.statementId,
        row.partnershipId,
        row.enquiryId,
        row.personId,
        row.kind,
        row.state,
        row.ground,
        row.givenBy,
        row.givenById,
        row.bodies,
        row.statedAt,
        row.recordedBy,
        row.recordedAt,
      ],
    );
  }

  /** Everything stated within an enquiry, newest first. */
  ofEnquiry(enquiryId: string): Promise<ConsentRow[]> {
    const select = `SELECT ${COLUMNS} FROM consent_statement WHERE enquiry_id = $1 ORDER BY stated_at DESC, recorded_at DESC, statement_id DESC`;
    return this.dataSource.query<ConsentRow[]>(select, [enquiryId]);
  }
}
