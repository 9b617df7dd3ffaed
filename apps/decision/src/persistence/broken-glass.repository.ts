import type { Sealed } from '@mash/contracts';
import { insertRow, readRows, type Source, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BrokenGlass } from '../domain/broken-glass';

const MOST_LISTED = 200;
const GLASS = `
  SELECT g.glass_id, g.enquiry_id, g.partnership_id, g.account_id, g.reason, g.broken_at, g.ends_at, e.ended_at, enquiry.reference
    FROM broken_glass g JOIN enquiry USING (enquiry_id) LEFT JOIN broken_glass_end e USING (glass_id)`;

export type GlassOfEnquiry = BrokenGlass & { readonly reference: string };

export interface GlassReview {
  readonly reviewId: string;
  readonly glassId: string;
  readonly verdict: 'justified' | 'ask_manager' | 'investigate';
  readonly reviewedBy: string;
  readonly reviewedAt: Date;
}

/** Broken glass, its end by hand, and what information governance made of it: added, never changed. */
@Injectable()
export class BrokenGlassRepository {
  constructor(private readonly dataSource: DataSource) {}

  async find(glassId: string, from: Source = this.dataSource): Promise<GlassOfEnquiry | undefined> {
    return (await readRows<GlassOfEnquiry>(from, `${GLASS} WHERE g.glass_id = $1`, [glassId]))[0];
  }

  /** What opens this enquiry to this account now, if anything does. */
  async liveFor(
    enquiryId: string,
    accountId: string,
    now: Date,
    from: Source = this.dataSource,
  ): Promise<GlassOfEnquiry | undefined> {
    const where = 'WHERE g.enquiry_id = $1 AND g.account_id = $2 AND g.ends_at > $3 AND e.ended_at IS NULL';
    const rows = await readRows<GlassOfEnquiry>(from, `${GLASS} ${where} ORDER BY g.ends_at DESC`, [
      enquiryId,
      accountId,
      now,
    ]);
    return rows[0];
  }

  /** @param its of that account alone, what lives still; without it the partnership's, newest first */
  list(partnershipId: string, its: { liveOf: string; now: Date } | undefined): Promise<GlassOfEnquiry[]> {
    const live = 'AND ($2::text IS NULL OR (g.account_id = $2 AND g.ends_at > $3 AND e.ended_at IS NULL))';
    const sql = `${GLASS} WHERE g.partnership_id = $1 ${live} ORDER BY g.broken_at DESC LIMIT ${MOST_LISTED}`;
    return readRows(this.dataSource, sql, [partnershipId, its?.liveOf ?? null, its?.now ?? null]);
  }

  reviewsOf(glassIds: readonly string[]): Promise<GlassReview[]> {
    const sql = 'SELECT * FROM broken_glass_review WHERE glass_id = ANY($1::uuid[]) ORDER BY reviewed_at, review_id';
    return readRows(this.dataSource, sql, [glassIds]);
  }

  async add(tx: Tx, { endedAt: _notYet, ...glass }: BrokenGlass, sealed: Sealed): Promise<void> {
    await insertRow(tx, 'broken_glass', { ...glass, ...sealed });
  }

  /** @returns false where it was ended before */
  async end(tx: Tx, glassId: string, by: string, at: Date): Promise<boolean> {
    const sql = `INSERT INTO broken_glass_end (glass_id, ended_by, ended_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING glass_id`;
    return (await tx.query<unknown[]>(sql, [glassId, by, at])).length > 0;
  }

  /** @returns false where there is a review with this id */
  async review(tx: Tx, { reviewId, glassId, verdict, reviewedBy, reviewedAt }: GlassReview): Promise<boolean> {
    const sql = `INSERT INTO broken_glass_review (review_id, glass_id, verdict, reviewed_by, reviewed_at) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT DO NOTHING RETURNING review_id`;
    return (await tx.query<unknown[]>(sql, [reviewId, glassId, verdict, reviewedBy, reviewedAt])).length > 0;
  }
}
