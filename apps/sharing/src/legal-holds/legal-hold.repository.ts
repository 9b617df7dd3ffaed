import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface LegalHoldRow {
  holdId: string;
  partnershipId: string;
  enquiryId: string;
  enquiryReference: string;
  reference: string;
  kid: string;
  envelope: string;
  placedBy: string;
  placedAt: Date;
  liftedBy: string | null;
  liftedAt: Date | null;
  liftKid: string | null;
  liftEnvelope: string | null;
}

const HOLD = `SELECT h.hold_id AS "holdId", h.partnership_id AS "partnershipId", h.enquiry_id AS "enquiryId", e.enquiry_reference AS "enquiryReference",
    h.reference, h.kid, h.envelope, h.placed_by AS "placedBy", h.placed_at AS "placedAt", h.lifted_by AS "liftedBy", h.lifted_at AS "liftedAt",
    h.lift_kid AS "liftKid", h.lift_envelope AS "liftEnvelope"
  FROM legal_hold h JOIN enquiry e ON e.enquiry_id = h.enquiry_id`;
const MOST_LISTED = 500;

@Injectable()
export class LegalHoldRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** False where a hold of this id is there. */
  async add(
    tx: Tx,
    row: Omit<LegalHoldRow, 'enquiryReference' | 'liftedBy' | 'liftedAt' | 'liftKid' | 'liftEnvelope'>,
  ): Promise<boolean> {
    const added = await tx.query<unknown[]>(
      `INSERT INTO legal_hold (hold_id, partnership_id, enquiry_id, reference, kid, envelope, placed_by, placed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING hold_id`,
      [row.holdId, row.partnershipId, row.enquiryId, row.reference, row.kid, row.envelope, row.placedBy, row.placedAt],
    );
    return added.length === 1;
  }

  async find(holdId: string, tx: Tx = this.dataSource.manager): Promise<LegalHoldRow | undefined> {
    return (await tx.query<LegalHoldRow[]>(`${HOLD} WHERE h.hold_id = $1`, [holdId]))[0];
  }

  /** Those that stand first, then the newest. */
  list(partnershipId: string): Promise<LegalHoldRow[]> {
    const select = `${HOLD} WHERE h.partnership_id = $1 ORDER BY h.lifted_at IS NULL DESC, h.placed_at DESC LIMIT ${MOST_LISTED}`;
    return this.dataSource.query<LegalHoldRow[]>(select, [partnershipId]);
  }

  ofEnquiry(enquiryId: string, tx: Tx = this.dataSource.manager): Promise<LegalHoldRow[]> {
    const select = `${HOLD} WHERE h.enquiry_id = $1 ORDER BY h.lifted_at IS NULL DESC, h.placed_at DESC`;
    return tx.query<LegalHoldRow[]>(select, [enquiryId]);
  }

  /** References of the holds that stand on an enquiry. */
  async standingOn(enquiryId: string, tx: Tx = this.dataSource.manager): Promise<string[]> {
    const select = `SELECT reference FROM legal_hold WHERE enquiry_id = $1 AND lifted_at IS NULL ORDER BY placed_at`;
    return (await tx.query<{ reference: string }[]>(select, [enquiryId])).map(({ reference }) => reference);
  }

  /** Enquiries of the partnership on which some hold stands. */
  async heldEnquiries(tx: Tx, partnershipId: string): Promise<string[]> {
    const select = `SELECT DISTINCT enquiry_id AS "enquiryId" FROM legal_hold WHERE partnership_id = $1 AND lifted_at IS NULL`;
    return (await tx.query<{ enquiryId: string }[]>(select, [partnershipId])).map(({ enquiryId }) => enquiryId);
  }

  /** False where somebody has lifted it already. */
  async lift(tx: Tx, holdId: string, its: { by: string; at: Date; kid: string; envelope: string }): Promise<boolean> {
    const [, lifted] = await tx.query<[unknown, number]>(
      `UPDATE legal_hold SET lifted_by = $2, lifted_at = $3, lift_kid = $4, lift_envelope = $5 WHERE hold_id = $1 AND lifted_at IS NULL`,
      [holdId, its.by, its.at, its.kid, its.envelope],
    );
    return lifted === 1;
  }
}
