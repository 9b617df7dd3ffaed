import type { PartnershipView, RegisterPartnership } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface RegisteredPartnership extends PartnershipView {
  readonly partnershipId: string;
}

const COLUMNS = `partnership_id AS "partnershipId", slug, name, contact`;

/** Under which name a partnership's agreements can be read by anybody, and whom to ask about them. */
@Injectable()
export class PartnershipRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(partnershipId: string): Promise<RegisteredPartnership | undefined> {
    return this.one('partnership_id = $1', partnershipId);
  }

  bySlug(slug: string, tx: Tx = this.dataSource.manager): Promise<RegisteredPartnership | undefined> {
    return this.one('slug = $1', slug, tx);
  }

  async save(tx: Tx, partnershipId: string, { slug, name, contact }: RegisterPartnership, at: Date): Promise<void> {
    await tx.query(
      `INSERT INTO partnership (partnership_id, slug, name, contact, updated_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (partnership_id) DO UPDATE SET slug = excluded.slug, name = excluded.name, contact = excluded.contact,
          updated_at = excluded.updated_at`,
      [partnershipId, slug, name, JSON.stringify(contact), at],
    );
  }

  private async one(where: string, value: string, tx: Tx = this.dataSource.manager) {
    return (await tx.query<RegisteredPartnership[]>(`SELECT ${COLUMNS} FROM partnership WHERE ${where}`, [value]))[0];
  }
}
