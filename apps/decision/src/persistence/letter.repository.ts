import type { SharingOutcome } from '@mash/contracts';
import { readRows, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';

export interface DecidedLetter {
  readonly letterId: string;
  readonly enquiryId: string;
  readonly outcome: SharingOutcome;
  readonly decidedAt: Date;
  /** Of a handover that may go: for whom, and about whom. A letter has none. */
  readonly handoverDigest?: string | undefined;
  /** Of what never goes because another was put together instead: that one. */
  readonly replacedBy?: string | undefined;
}

/**
 * What may go is refused for good until it went: `sharing` says no to it later only where it would open to nobody (it was recalled). A letter that the
 * referrer was told of has gone; of a handover that was sent this moves nothing (`CaseSender.settleHeld` looks at what is held). When each was decided
 * is not compared: they come in order, and clocks differ. No other word takes a permit back.
 */
const NOTE = `
  INSERT INTO letter (letter_id, enquiry_id, outcome, decided_at, handover_digest, replaced_by) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (letter_id) DO UPDATE
    SET outcome = excluded.outcome, decided_at = excluded.decided_at, handover_digest = excluded.handover_digest,
        replaced_by = excluded.replaced_by
  WHERE letter.outcome <> 'PERMIT'
     OR (excluded.outcome = 'DENY' AND letter.announced_at IS NULL)`;
const ANNOUNCE = `
  UPDATE letter SET announced_at = $2
   WHERE letter_id = $1 AND enquiry_id = $3 AND outcome = 'PERMIT' AND handover_digest IS NULL AND announced_at IS NULL
   RETURNING letter_id`;
const FIND = 'SELECT * FROM letter WHERE letter_id = $1 AND enquiry_id = $2';

/** What `sharing` said of each letter and handover: that it may go, waits for a human, or stays. Never what it waits for. */
@Injectable()
export class LetterRepository {
  async note(tx: Tx, letter: DecidedLetter): Promise<void> {
    const { letterId, enquiryId, outcome, decidedAt, handoverDigest, replacedBy } = letter;
    await tx.query(NOTE, [letterId, enquiryId, outcome, decidedAt, handoverDigest ?? null, replacedBy ?? null]);
  }

  /** @returns undefined of what nobody has heard of in this enquiry: the word of it may be on its way */
  async find(tx: Tx, enquiryId: string, letterId: string): Promise<DecidedLetter | undefined> {
    return (await readRows<DecidedLetter>(tx, FIND, [letterId, enquiryId]))[0];
  }

  /** @returns whether it goes now: it is a letter of this enquiry, it may, and has not gone before */
  async goes(tx: Tx, enquiryId: string, letterId: string, at: Date): Promise<boolean> {
    const [rows] = await tx.query<[unknown[], number]>(ANNOUNCE, [letterId, at, enquiryId]);
    return rows.length > 0;
  }
}
