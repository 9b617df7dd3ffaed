import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DeadLetter } from './dead-letter';

const SELECT = `
  SELECT d.id, d.consumer, d.topic, d.key, d.event_id AS "eventId", d.type, d.tries, d.error_class AS "errorClass", d.reason,
         d.died_at AS "diedAt", d.state, d.asked, d.discard_reason AS "discardReason", d.settled_at AS "settledAt",
         CASE WHEN d.state = 'open' THEN
           (SELECT count(*)::int FROM parked p WHERE (p.consumer, p.topic, p.key) = (d.consumer, d.topic, d.key))
         ELSE 0 END AS "parkedBehind"
    FROM dead_letter d`;
const ASK = `UPDATE dead_letter SET asked = $2, discard_reason = $3 WHERE id = $1 AND state = 'open' RETURNING id`;

const POLL_MS = 100;

/** There is no open dead letter of this id. */
export class DeadLetterNotFound extends Error {
  readonly code = 'MESSAGING.DEAD_LETTER_NOT_FOUND';

  constructor(id: string) {
    super(`MESSAGING.DEAD_LETTER_NOT_FOUND: no open dead letter ${id}`);
    this.name = 'DeadLetterNotFound';
  }
}

/** The dead letters of a service, for the people who mend them. What is asked for here is done by the running consumer, within a second. */
@Injectable()
export class DeadLetters {
  constructor(private readonly dataSource: DataSource) {}

  /** Open ones, oldest first; all of them with `{ all: true }`. */
  list({ all = false }: { all?: boolean } = {}): Promise<DeadLetter[]> {
    const which = all ? '' : ` WHERE d.state = 'open'`;
    return this.dataSource.query<DeadLetter[]>(`${SELECT}${which} ORDER BY d.died_at`);
  }

  /** Asks for one to be delivered again, and what is parked behind it after it, in order. Throws `DeadLetterNotFound`. */
  async replay(id: string): Promise<void> {
    await this.ask(id, 'replay', null);
  }

  /**
   * Gives one up for good, with a reason that is kept (no names in it), and lets what is parked behind it go on.
   * Throws `DeadLetterNotFound`, and where the reason is empty.
   */
  async discard(id: string, reason: string): Promise<void> {
    if (reason.trim() === '') throw new Error('MESSAGING.DISCARD_NEEDS_REASON: say why this event may be given up');
    await this.ask(id, 'discard', reason.trim());
  }

  /** Waits until the consumer has done what was asked, or has failed at it (then it is open, and nothing is asked any more). */
  async outcome(id: string, patienceMs = 30_000): Promise<DeadLetter> {
    const patience = AbortSignal.timeout(patienceMs);
    for (;;) {
      const [letter] = await this.dataSource.query<DeadLetter[]>(`${SELECT} WHERE d.id = $1`, [id]);
      if (letter === undefined) throw new DeadLetterNotFound(id);
      if (letter.asked === null || patience.aborted) return letter;
      await wait(POLL_MS);
    }
  }

  private async ask(id: string, what: 'replay' | 'discard', reason: string | null): Promise<void> {
    const [asked] = await this.dataSource.query<[unknown[], number]>(ASK, [id, what, reason]);
    if (asked.length === 0) throw new DeadLetterNotFound(id);
  }
}
