import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';

const CLAIM = `INSERT INTO inbox (consumer, event_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING event_id`;

/** Which events each reaction has dealt with. At-least-once delivery and one claim make an exactly-once effect. */
@Injectable()
export class Inbox {
  /**
   * True for the first delivery of an event to a consumer, false for every later one. The claim belongs to `tx`, as the effect must:
   * what rolls the effect back rolls the claim back. A second delivery at the same moment waits for the first to commit.
   * `consumerId` is a frozen name: renaming it replays history.
   */
  async claim(tx: Tx, consumerId: string, eventId: string): Promise<boolean> {
    const claimed = await tx.query<{ event_id: string }[]>(CLAIM, [consumerId, eventId]);
    return claimed.length === 1;
  }
}
