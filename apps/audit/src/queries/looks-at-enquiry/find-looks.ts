import type { LookView } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export const MOST_LINES = 1_000;

const LOOKS = `
  SELECT (at AT TIME ZONE 'Europe/London')::date::text AS day, actor_id AS "workerId", actor_kind AS "workerKind",
         agency_id AS "agencyId", coalesce(content::jsonb #> '{data,actor,roles}', '[]') AS roles, action, content::jsonb #>> '{data,purpose}' AS purpose, outcome,
         count(*)::int AS times, min(at) AS first, max(at) AS last
    FROM audit_entry
   WHERE partnership_id = $1 AND enquiry_id = $2 AND kind = 'entry'
   GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
   ORDER BY day DESC, last DESC
   LIMIT $3`;

type Row = Omit<LookView, 'first' | 'last'> & { first: Date; last: Date };

/** Who did what to one enquiry, by day and worker: the short answer to "who has been in this record?". */
@Injectable()
export class FindLooks {
  constructor(private readonly dataSource: DataSource) {}

  async execute(partnershipId: string, enquiryId: string): Promise<{ looks: LookView[]; isCut: boolean }> {
    const rows = await this.dataSource.query<Row[]>(LOOKS, [partnershipId, enquiryId, MOST_LINES + 1]);
    const looks = rows.map((row) => ({ ...row, first: row.first.toISOString(), last: row.last.toISOString() }));
    return { looks: looks.slice(0, MOST_LINES), isCut: looks.length > MOST_LINES };
  }
}
