import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Whether telling about this person was on hold when somebody last looked. */
export type HeldThen = (enquiryId: string, personId: string | null) => boolean;

/** That telling is on hold for an enquiry, or of one person in it (null: of everybody), since when; not why. */
@Injectable()
export class TellingHoldRepository {
  constructor(private readonly dataSource: DataSource) {}

  async standing(enquiryIds: readonly string[]): Promise<HeldThen> {
    const select = `SELECT enquiry_id AS "enquiryId", person_id AS "personId" FROM telling_hold WHERE enquiry_id = ANY($1::uuid[]) AND lifted_at IS NULL`;
    const rows = await this.dataSource.query<{ enquiryId: string; personId: string | null }[]>(select, [enquiryIds]);
    const held = new Set(rows.map(({ enquiryId, personId }) => `${enquiryId} ${personId ?? ''}`));
    return (enquiryId, personId) => held.has(`${enquiryId} `) || held.has(`${enquiryId} ${personId ?? ''}`);
  }

  /** Of whom telling is on hold in an enquiry. */
  async of(enquiryId: string, tx: Tx = this.dataSource.manager): Promise<(string | null)[]> {
    const select = `SELECT person_id AS "personId" FROM telling_hold WHERE enquiry_id = $1 AND lifted_at IS NULL`;
    const rows = await tx.query<{ personId: string | null }[]>(select, [enquiryId]);
    return rows.map(({ personId }) => personId);
  }

  /** The same, locked: whoever holds telling meanwhile waits, and then does so anew. */
  async lockedOf(tx: Tx, enquiryId: string): Promise<(string | null)[]> {
    const select = `SELECT person_id AS "personId" FROM telling_hold WHERE enquiry_id = $1 AND lifted_at IS NULL ORDER BY person_id FOR UPDATE`;
    const rows = await tx.query<{ personId: string | null }[]>(select, [enquiryId]);
    return rows.map(({ personId }) => personId);
  }

  /** Grows with every answer that is accepted and every statement of a holder: with what may hold telling. */
  async saidSoFar(enquiryId: string, tx: Tx = this.dataSource.manager): Promise<string> {
    const select = `SELECT (SELECT count(*) FROM checked_answer WHERE enquiry_id = $1 AND accepted)
      || ' ' || (SELECT count(*) FROM holder_statement WHERE enquiry_id = $1) AS mark`;
    return (await tx.query<{ mark: string }[]>(select, [enquiryId]))[0]?.mark ?? '';
  }

  /** Items whose holder has still to clear or renew "do not alert", for whomever it was asked: a letter, or telling the parent. */
  async asked(tx: Tx, enquiryId: string): Promise<{ itemId: string; agencyId: string }[]> {
    const select = `SELECT DISTINCT d.about_id AS "itemId", d.from_agency_id AS "agencyId" FROM obligation o JOIN sharing_decision d USING (sharing_decision_id)
      WHERE o.enquiry_id = $1 AND o.code = 'HOLD_TELLING' AND o.done_at IS NULL`;
    return tx.query(select, [enquiryId]);
  }

  async hold(tx: Tx, enquiryId: string, at: Date, personId: string | null = null): Promise<void> {
    await tx.query(
      `INSERT INTO telling_hold (enquiry_id, person_id, held_at) VALUES ($1, $2, $3)
        ON CONFLICT (enquiry_id, person_id) DO UPDATE SET held_at = excluded.held_at, lifted_at = NULL WHERE telling_hold.lifted_at IS NOT NULL`,
      [enquiryId, personId, at],
    );
  }

  async lift(tx: Tx, enquiryId: string, at: Date, personId: string | null): Promise<void> {
    await tx.query(
      `UPDATE telling_hold SET lifted_at = $2 WHERE enquiry_id = $1 AND person_id IS NOT DISTINCT FROM $3 AND lifted_at IS NULL`,
      [enquiryId, at, personId],
    );
  }
}
