import { prepared, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import type { ObligationRow } from './obligation.repository';

/** One task, done or not, as it stands: whose, about whom, and which envelopes owe it. */
export interface OwedEver extends Pick<ObligationRow, 'code' | 'agencyId' | 'personId'> {
  /** The row that what comes now joins; null where all that was owed is done. */
  readonly openId: string | null;
  readonly envelopeIds: readonly string[];
}

export interface Cause {
  readonly obligationId: string;
  readonly envelopeId: string;
}

const EVER = prepared(`
  SELECT code, agency_id AS "agencyId", person_id AS "personId", min(obligation_id::text) FILTER (WHERE done_at IS NULL) AS "openId",
         coalesce(array_agg(DISTINCT envelope_id) FILTER (WHERE envelope_id IS NOT NULL), '{}') AS "envelopeIds"
    FROM obligation LEFT JOIN obligation_cause USING (obligation_id) WHERE enquiry_id = $1 AND part = 1 GROUP BY 1, 2, 3`);

/** Which envelopes owe a task. Not which item, nor which of its facts: that is sealed. */
@Injectable()
export class ObligationCauseRepository {
  /** Every first part that was ever owed in an enquiry. */
  ever(tx: Tx, enquiryId: string): Promise<OwedEver[]> {
    return tx.query<OwedEver[]>(EVER, [enquiryId]);
  }

  async add(tx: Tx, causes: readonly Cause[], at: Date): Promise<void> {
    const insert = `INSERT INTO obligation_cause (obligation_id, envelope_id, noted_at)
      SELECT *, $3::timestamptz FROM unnest($1::uuid[], $2::uuid[]) ON CONFLICT DO NOTHING`;
    const column = (key: keyof Cause) => causes.map((cause) => cause[key]);
    await tx.query(insert, [column('obligationId'), column('envelopeId'), at]);
  }
}
