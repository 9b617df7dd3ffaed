import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DraftRecord } from './draft.record';

const MOST_LISTED = 100;
const COLUMNS = `draft_id AS "draftId", partnership_id AS "partnershipId", author_id AS "authorId", kind, about, key_id AS "keyId", envelope, saved_at AS "savedAt"`;

type Row = Omit<DraftRecord, 'about'> & { about: string | null };
const recordOf = ({ about, ...row }: Row): DraftRecord => ({ ...row, about: about ?? undefined });

const SAVE = `
  INSERT INTO draft (draft_id, partnership_id, author_id, kind, about, key_id, envelope, saved_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (draft_id) DO UPDATE
     SET about = excluded.about, key_id = excluded.key_id, envelope = excluded.envelope, saved_at = excluded.saved_at
   WHERE draft.author_id = excluded.author_id AND draft.partnership_id = excluded.partnership_id
  RETURNING draft_id`;

@Injectable()
export class DraftRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** False where the id is another author's: to this one it does not exist. */
  async save(tx: Tx, draft: DraftRecord): Promise<boolean> {
    const { draftId, partnershipId, authorId, kind, about, keyId, envelope, savedAt } = draft;
    const values = [draftId, partnershipId, authorId, kind, about ?? null, keyId, envelope, savedAt];
    const saved = await tx.query<unknown[]>(SAVE, values);
    return saved.length === 1;
  }

  async byId(draftId: string, from: Tx | DataSource = this.dataSource): Promise<DraftRecord | undefined> {
    const rows = await from.query<Row[]>(`SELECT ${COLUMNS} FROM draft WHERE draft_id = $1`, [draftId]);
    return rows.map(recordOf)[0];
  }

  async listOf(partnershipId: string, authorId: string): Promise<DraftRecord[]> {
    const sql = `SELECT ${COLUMNS} FROM draft WHERE partnership_id = $1 AND author_id = $2 ORDER BY saved_at DESC LIMIT ${MOST_LISTED}`;
    return (await this.dataSource.query<Row[]>(sql, [partnershipId, authorId])).map(recordOf);
  }

  /** Removes the author's own draft; another's is left alone. */
  async remove(tx: Tx, draft: Pick<DraftRecord, 'draftId' | 'partnershipId' | 'authorId'>): Promise<void> {
    await tx.query('DELETE FROM draft WHERE draft_id = $1 AND partnership_id = $2 AND author_id = $3', [
      draft.draftId,
      draft.partnershipId,
      draft.authorId,
    ]);
  }
}
