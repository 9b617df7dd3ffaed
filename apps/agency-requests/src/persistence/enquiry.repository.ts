import type { Colour, PersonKind, PersonRelation, ThresholdLevel } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { notErased } from '@mash/erasure';

/** What this service remembers of an enquiry: codes and versions, as the events told them. */
export interface EnquiryRow {
  enquiryId: string;
  partnershipId: string;
  reference: string | null;
  packId: string | null;
  packVersion: string | null;
  colour: Colour | null;
  ratingVersion: number;
  threshold: ThresholdLevel;
  thresholdVersion: number;
  rosterVersion: number;
  decidedAt: Date | null;
}

export interface RosterRow {
  personId: string;
  kind: PersonKind;
  relation: PersonRelation;
}

const COLUMNS = `enquiry_id AS "enquiryId", partnership_id AS "partnershipId", reference, pack_id AS "packId", pack_version AS "packVersion",
  colour, rating_version AS "ratingVersion", threshold, threshold_version AS "thresholdVersion", roster_version AS "rosterVersion",
  decided_at AS "decidedAt"`;

@Injectable()
export class EnquiryRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** One that was erased is not found. */
  async find(enquiryId: string, tx: Tx = this.dataSource.manager): Promise<EnquiryRow | undefined> {
    const select = `SELECT ${COLUMNS} FROM enquiry WHERE enquiry_id = $1 AND ${notErased('enquiry.enquiry_id')}`;
    const rows = await tx.query<EnquiryRow[]>(select, [enquiryId]);
    return rows[0];
  }

  /** Topics have no order among each other: whichever event comes first makes the row. */
  async ensure(tx: Tx, enquiryId: string, partnershipId: string): Promise<void> {
    const insert = `INSERT INTO enquiry (enquiry_id, partnership_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`;
    await tx.query(insert, [enquiryId, partnershipId]);
  }

  async noteOpened(
    tx: Tx,
    enquiryId: string,
    its: { reference: string; packId: string; packVersion: string },
  ): Promise<void> {
    await tx.query(`UPDATE enquiry SET reference = $2, pack_id = $3, pack_version = $4 WHERE enquiry_id = $1`, [
      enquiryId,
      its.reference,
      its.packId,
      its.packVersion,
    ]);
  }

  /** An older rating that comes late changes nothing. */
  async noteRating(
    tx: Tx,
    enquiryId: string,
    its: { colour: Colour; ratingVersion: number; threshold: ThresholdLevel; thresholdVersion: number },
  ): Promise<void> {
    await tx.query(
      `UPDATE enquiry SET colour = $2, rating_version = $3, threshold = $4, threshold_version = $5
        WHERE enquiry_id = $1 AND rating_version < $3`,
      [enquiryId, its.colour, its.ratingVersion, its.threshold, its.thresholdVersion],
    );
  }

  async noteRoster(tx: Tx, enquiryId: string, version: number, people: readonly RosterRow[]): Promise<void> {
    const newer = await tx.query<unknown[]>(
      `SELECT 1 FROM enquiry WHERE enquiry_id = $1 AND roster_version < $2 FOR UPDATE`,
      [enquiryId, version],
    );
    if (newer.length === 0) return;
    await tx.query(`UPDATE enquiry SET roster_version = $2 WHERE enquiry_id = $1`, [enquiryId, version]);
    await tx.query(`DELETE FROM roster_person WHERE enquiry_id = $1`, [enquiryId]);
    for (const [position, { personId, kind, relation }] of people.entries()) {
      const insert = `INSERT INTO roster_person (enquiry_id, person_id, kind, relation, position) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT DO NOTHING`;
      await tx.query(insert, [enquiryId, personId, kind, relation, position]);
    }
  }

  async noteDecision(tx: Tx, enquiryId: string, decidedAt: Date): Promise<void> {
    await tx.query(`UPDATE enquiry SET decided_at = $2 WHERE enquiry_id = $1`, [enquiryId, decidedAt]);
  }

  roster(enquiryId: string): Promise<RosterRow[]> {
    const select = `SELECT person_id AS "personId", kind, relation FROM roster_person WHERE enquiry_id = $1 ORDER BY position`;
    return this.dataSource.query<RosterRow[]>(select, [enquiryId]);
  }
}
