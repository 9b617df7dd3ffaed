import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** That telling is on hold for an enquiry, since when; not why. */
@Injectable()
export class TellingHoldRepository {
  constructor(private readonly dataSource: DataSource) {}

  async stands(enquiryId: string): Promise<boolean> {
    return (await this.standing([enquiryId])).has(enquiryId);
  }

  async standing(enquiryIds: readonly string[]): Promise<ReadonlySet<string>> {
    const select = `SELECT enquiry_id AS id FROM telling_hold WHERE enquiry_id = ANY($1::uuid[]) AND lifted_at IS NULL`;
    const rows = await this.dataSource.query<{ id: string }[]>(select, [enquiryIds]);
    return new Set(rows.map(({ id }) => id));
  }

  async hold(tx: Tx, enquiryId: string, at: Date): Promise<void> {
    await tx.query(
      `INSERT INTO telling_hold (enquiry_id, held_at) VALUES ($1, $2)
        ON CONFLICT (enquiry_id) DO UPDATE SET held_at = excluded.held_at, lifted_at = NULL WHERE telling_hold.lifted_at IS NOT NULL`,
      [enquiryId, at],
    );
  }

  async lift(tx: Tx, enquiryId: string, at: Date): Promise<void> {
    await tx.query(`UPDATE telling_hold SET lifted_at = $2 WHERE enquiry_id = $1 AND lifted_at IS NULL`, [
      enquiryId,
      at,
    ]);
  }
}
