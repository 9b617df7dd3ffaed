import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { HELD_OUTSIDE } from '../../consent/holders.repository';

export interface OfEnquiry {
  readonly enquiryId: string;
  readonly partnershipId: string;
}

/** The newest decision about each line that lets it through or waits for a human. */
const STANDING = (where: string) => `
  SELECT DISTINCT enquiry_id, partnership_id FROM (
    SELECT DISTINCT ON (about_id) enquiry_id, partnership_id, outcome, decided_at FROM sharing_decision
     WHERE about_kind = 'request-line' AND ${where} ORDER BY about_id, decided_at DESC, sharing_decision_id DESC) newest
   WHERE outcome <> 'DENY'`;
const COLUMNS = `enquiry_id AS "enquiryId", partnership_id AS "partnershipId"`;
const OF_PARTNERSHIP = `SELECT ${COLUMNS} FROM (${STANDING('($1::uuid IS NULL OR partnership_id = $1)')} AND decided_at < $2) standing ORDER BY 1`;
/**
 * Telling the parent is held while a child of 13 or over objects: that, too, is a matter of age and of when it was said; and so is whose word on consent
 * counts, of which whoever holds something is told.
 */
const AMONG = `
  SELECT ${COLUMNS} FROM (${STANDING('enquiry_id = ANY($1::uuid[])')}
    UNION SELECT enquiry_id, partnership_id FROM obligation WHERE enquiry_id = ANY($1::uuid[]) AND code = 'INFORM_PARENT' AND done_at IS NULL
    UNION ${HELD_OUTSIDE('ANY($1::uuid[])')}) concerned
   ORDER BY 1`;

/** Until when dates were looked for, and what stands on facts that one of them changes. */
@Injectable()
export class DateSweepRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Undefined in a new database, before the first look. */
  async sweptUntil(): Promise<Date | undefined> {
    const rows = await this.dataSource.query<{ sweptUntil: Date | null }[]>(
      'SELECT swept_until AS "sweptUntil" FROM date_sweep',
    );
    return rows[0]?.sweptUntil ?? undefined;
  }

  /** @returns false where another instance has looked since `before`: it waits for that one, and what that one found counts */
  async take(tx: Tx, before: Date | undefined, until: Date): Promise<boolean> {
    const update = `UPDATE date_sweep SET swept_until = $2 WHERE swept_until IS NOT DISTINCT FROM $1::timestamptz RETURNING swept_until`;
    const [taken] = await tx.query<[unknown[], number]>(update, [before ?? null, until]);
    return taken.length === 1;
  }

  /** Enquiries in which a line stands that was decided before this instant; of every partnership where none is named. */
  decidedBefore(at: Date, partnershipId?: string): Promise<OfEnquiry[]> {
    return this.dataSource.query<OfEnquiry[]>(OF_PARTNERSHIP, [partnershipId ?? null, at]);
  }

  /**
   * Of these enquiries, those in which a line stands, whenever it was decided, telling the parent is still owed, or somebody was asked, sent or shown something. A line is decided on facts that
   * were fetched before: what somebody was on one day can be kept on the next.
   */
  concernedAmong(enquiryIds: readonly string[]): Promise<OfEnquiry[]> {
    return this.dataSource.query<OfEnquiry[]>(AMONG, [enquiryIds]);
  }
}
