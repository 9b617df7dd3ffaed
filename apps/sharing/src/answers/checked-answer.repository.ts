import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface CheckedAnswer {
  answerId: string;
  partnershipId: string;
  enquiryId: string;
  requestId: string;
  agencyId: string;
  /** Null where it was accepted. */
  reasonCode: string | null;
  checkedAt: Date;
}

/** An answer that was accepted, about one person; about whom, and in which envelope, nobody knows of one from before that was kept. */
export type AcceptedPart = Pick<CheckedAnswer, 'answerId' | 'requestId' | 'agencyId'> & {
  readonly personId: string | null;
  readonly envelopeId: string | null;
};

const PARTS = `SELECT c.answer_id AS "answerId", c.request_id AS "requestId", c.agency_id AS "agencyId", e.person_id AS "personId", e.envelope_id AS "envelopeId"
  FROM checked_answer c LEFT JOIN accepted_envelope e ON e.about_id = c.answer_id
 WHERE c.enquiry_id = $1 AND c.accepted AND ($2::timestamptz IS NULL OR c.checked_at <= $2)`;

/** Which answers were opened and found to be what they say they are. */
@Injectable()
export class CheckedAnswerRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add(tx: Tx, row: CheckedAnswer): Promise<void> {
    const { answerId, partnershipId, enquiryId, requestId, agencyId, reasonCode, checkedAt } = row;
    await tx.query(
      `INSERT INTO checked_answer (answer_id, partnership_id, enquiry_id, request_id, agency_id, accepted, reason_code, checked_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
      [answerId, partnershipId, enquiryId, requestId, agencyId, reasonCode === null, reasonCode, checkedAt],
    );
  }

  /** What was accepted in an enquiry, by then where that is said: what has to be there still. */
  partsOf(enquiryId: string, tx: Tx = this.dataSource.manager, by?: Date): Promise<AcceptedPart[]> {
    return tx.query<AcceptedPart[]>(PARTS, [enquiryId, by ?? null]);
  }

  /** Those of these requests whose newest answer was refused. */
  async refusedLast(requestIds: readonly string[]): Promise<Set<string>> {
    const select = `SELECT request_id AS "requestId" FROM (
        SELECT DISTINCT ON (request_id) request_id, accepted FROM checked_answer WHERE request_id = ANY($1::uuid[]) ORDER BY request_id, checked_at DESC
      ) newest WHERE NOT accepted`;
    const refused = await this.dataSource.query<{ requestId: string }[]>(select, [requestIds]);
    return new Set(refused.map(({ requestId }) => requestId));
  }

  async acceptedOf(enquiryId: string, by?: Date): Promise<string[]> {
    const select = `SELECT answer_id AS "answerId" FROM checked_answer
      WHERE enquiry_id = $1 AND accepted AND ($2::timestamptz IS NULL OR checked_at <= $2) ORDER BY checked_at`;
    return (await this.dataSource.query<{ answerId: string }[]>(select, [enquiryId, by ?? null])).map(
      ({ answerId }) => answerId,
    );
  }
}
