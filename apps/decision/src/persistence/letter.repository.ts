import type { SharingOutcome } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';

export interface DecidedLetter {
  readonly letterId: string;
  readonly enquiryId: string;
  readonly outcome: SharingOutcome;
  readonly decidedAt: Date;
}

/** A permit is never taken back by an older word that arrives late. */
const NOTE = `
  INSERT INTO letter (letter_id, enquiry_id, outcome, decided_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (letter_id) DO UPDATE SET outcome = excluded.outcome, decided_at = excluded.decided_at WHERE letter.outcome <> 'PERMIT'`;
const ANNOUNCE = `
  UPDATE letter SET announced_at = $2 WHERE letter_id = $1 AND outcome = 'PERMIT' AND announced_at IS NULL RETURNING letter_id`;

/** What `sharing` said of each letter and handover: that it may go, waits for a human, or stays. Never what it waits for. */
@Injectable()
export class LetterRepository {
  async note(tx: Tx, { letterId, enquiryId, outcome, decidedAt }: DecidedLetter): Promise<void> {
    await tx.query(NOTE, [letterId, enquiryId, outcome, decidedAt]);
  }

  /** @returns undefined of what nobody has heard of in this enquiry: the word of it may be on its way */
  async outcomeOf(tx: Tx, enquiryId: string, letterId: string): Promise<SharingOutcome | undefined> {
    const sql = 'SELECT outcome FROM letter WHERE letter_id = $1 AND enquiry_id = $2';
    return (await tx.query<{ outcome: SharingOutcome }[]>(sql, [letterId, enquiryId]))[0]?.outcome;
  }

  /** @returns whether it goes now: it may, and has not gone before */
  async goes(tx: Tx, letterId: string, at: Date): Promise<boolean> {
    const [rows] = await tx.query<[unknown[], number]>(ANNOUNCE, [letterId, at]);
    return rows.length > 0;
  }
}
