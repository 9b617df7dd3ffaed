import { AuditRecordedV1, type AttestingEntry } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';

const ENTRIES = `
  SELECT seq, content FROM audit_entry
   WHERE action = 'rows.attest' AND service = $1 AND partnership_id = $2 AND seq > $3 ORDER BY seq LIMIT $4`;
/** Steps from one partnership to the next in the index. */
const PARTNERSHIPS = `
  WITH RECURSIVE ids (id) AS (
    (SELECT partnership_id FROM audit_entry WHERE action = 'rows.attest' AND service = $1 ORDER BY partnership_id LIMIT 1)
    UNION ALL
    SELECT (SELECT e.partnership_id FROM audit_entry e WHERE e.action = 'rows.attest' AND e.service = $1 AND e.partnership_id > ids.id
             ORDER BY e.partnership_id LIMIT 1) FROM ids WHERE ids.id IS NOT NULL)
  SELECT id FROM ids WHERE id IS NOT NULL`;

const Kept = z.object({ data: AuditRecordedV1.data });

/** Entries that attest rows, as they lie in the log: all that say so, for whoever could leave one out could end the reading there. */
@Injectable()
export class FindAttestations {
  constructor(private readonly dataSource: DataSource) {}

  async of(service: string, partnershipId: string, after: number, limit: number): Promise<AttestingEntry[]> {
    const parameters = [service, partnershipId, after, limit];
    const rows = await this.dataSource.query<{ seq: string; content: string }[]>(ENTRIES, parameters);
    return rows.map(({ seq, content }) => {
      const { entryId, rows: attested } = Kept.parse(JSON.parse(content)).data;
      return { seq: Number(seq), entryId, ...(attested && { rows: attested }) };
    });
  }

  async partnerships(service: string): Promise<string[]> {
    return (await this.dataSource.query<{ id: string }[]>(PARTNERSHIPS, [service])).map(({ id }) => id);
  }
}
