import type { AgreementContent } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AgreementVersion } from '../domain/agreements/agreement-version';

/** Drafts: one for each agreement, rewritten as often as it takes. They lie apart from what parties approve. */
@Injectable()
export class AgreementDraftRepository {
  constructor(private readonly dataSource: DataSource) {}

  async all(partnershipId: string, tx: Tx = this.dataSource.manager): Promise<AgreementVersion[]> {
    const select = `SELECT content FROM agreement_draft WHERE partnership_id = $1 ORDER BY content ->> 'title', agreement_id`;
    const rows = await tx.query<{ content: AgreementContent }[]>(select, [partnershipId]);
    return rows.map(({ content }) => ({ partnershipId, content, state: 'draft', stoppedAt: null }));
  }

  async save(tx: Tx, partnershipId: string, content: AgreementContent, by: string, at: Date): Promise<void> {
    await tx.query(
      `INSERT INTO agreement_draft (partnership_id, agreement_id, version, content, drafted_by, drafted_at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (partnership_id, agreement_id) DO UPDATE SET version = excluded.version, content = excluded.content,
          drafted_by = excluded.drafted_by, drafted_at = excluded.drafted_at`,
      [partnershipId, content.agreementId, content.version, JSON.stringify(content), by, at],
    );
  }

  async remove(tx: Tx, { partnershipId, content }: AgreementVersion): Promise<void> {
    const remove = 'DELETE FROM agreement_draft WHERE partnership_id = $1 AND agreement_id = $2';
    await tx.query(remove, [partnershipId, content.agreementId]);
  }
}
