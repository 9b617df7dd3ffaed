import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AgreementLine } from '../domain/decision';

/** A line as its version keeps it; days and stopping are the agreement's. */
export type KeptLine = Omit<
  AgreementLine,
  'agreementId' | 'version' | 'startsOn' | 'endsOn' | 'reviewDueOn' | 'stoppedAt'
>;

export interface AgreementRow {
  agreementId: string;
  version: number;
  partnershipId: string;
  slug: string;
  title: string;
  tier: string;
  owner: string;
  state: 'draft' | 'approved' | 'in_force' | 'superseded' | 'stopped';
  /** London day, ISO. */
  inForceFrom: string;
  inForceTo: string | null;
  reviewDue: string;
  lines: KeptLine[];
  publishedBy: string;
  publishedAt: Date;
  stoppedAt: Date | null;
}

const COLUMNS = `agreement_id AS "agreementId", version, partnership_id AS "partnershipId", slug, title, tier, owner, state,
  in_force_from::text AS "inForceFrom", in_force_to::text AS "inForceTo", review_due::text AS "reviewDue", lines, published_by AS "publishedBy",
  published_at AS "publishedAt", stopped_at AS "stoppedAt"`;

@Injectable()
export class AgreementRepository {
  constructor(private readonly dataSource: DataSource) {}

  all(partnershipId: string, tx: Tx = this.dataSource.manager): Promise<AgreementRow[]> {
    return tx.query<AgreementRow[]>(
      `SELECT ${COLUMNS} FROM agreement WHERE partnership_id = $1 ORDER BY title, version DESC`,
      [partnershipId],
    );
  }

  /** Changes whenever anything about the partnership's agreements does: the cheap question each decision asks first. */
  async fingerprint(partnershipId: string): Promise<string> {
    const select = `SELECT count(*) || ' ' || coalesce(max(published_at)::text, '') || ' ' || coalesce(max(stopped_at)::text, '') || ' ' || coalesce(string_agg(state, ',' ORDER BY agreement_id, version), '') AS mark
      FROM agreement WHERE partnership_id = $1`;
    const rows = await this.dataSource.query<{ mark: string }[]>(select, [partnershipId]);
    return rows[0]?.mark ?? '';
  }

  async add(tx: Tx, row: AgreementRow): Promise<void> {
    await tx.query(
      `INSERT INTO agreement (agreement_id, version, partnership_id, slug, title, tier, owner, state, in_force_from, in_force_to, review_due, lines, published_by, published_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        row.agreementId,
        row.version,
        row.partnershipId,
        row.slug,
        row.title,
        row.tier,
        row.owner,
        row.state,
        row.inForceFrom,
        row.inForceTo,
        row.reviewDue,
        JSON.stringify(row.lines),
        row.publishedBy,
        row.publishedAt,
      ],
    );
  }

  async supersede(tx: Tx, partnershipId: string, agreementId: string, before: number): Promise<void> {
    await tx.query(
      `UPDATE agreement SET state = 'superseded' WHERE agreement_id = $1 AND version < $2 AND state = 'in_force' AND partnership_id = $3`,
      [agreementId, before, partnershipId],
    );
  }

  async stop(tx: Tx, partnershipId: string, agreementId: string, at: Date, by: string): Promise<void> {
    const update = `UPDATE agreement SET state = 'stopped', stopped_at = $2, stopped_by = $3 WHERE agreement_id = $1 AND state = 'in_force' AND partnership_id = $4`;
    await tx.query(update, [agreementId, at, by, partnershipId]);
  }
}
