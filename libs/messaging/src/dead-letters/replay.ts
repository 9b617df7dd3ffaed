import { setTimeout as wait } from 'node:timers/promises';
import type { Tx } from '@mash/persistence';
import type { DataSource } from 'typeorm';
import { isNotSeenYet } from '../consumer-host/not-seen-yet';
import { isPassing } from '../consumer-host/is-passing';
import type { RawMessage } from '../consumer-host/raw-message';
import { MOST_TRIES } from '../consumer-host/transport-settings';
import { bury } from './bury';
import { failureReason } from './failure-reason';
import { lockKey } from './key-lock';

export type Deliver = (raw: RawMessage) => Promise<void>;

interface Row extends RawMessage {
  readonly consumer: string;
}
interface AskedRow extends Row {
  readonly id: string;
  readonly asked: 'replay' | 'discard';
}
interface ParkedRow extends Row {
  readonly seq: string;
}

const RAW = `consumer, topic, key, kafka_partition AS partition, kafka_offset AS offset, headers, value`;
const WAITING = `SELECT id FROM dead_letter WHERE consumer = $1 AND state = 'open' AND asked IS NOT NULL ORDER BY died_at`;
const TAKE = `SELECT id, asked, ${RAW} FROM dead_letter WHERE id = $1 AND state = 'open' AND asked IS NOT NULL FOR UPDATE SKIP LOCKED`;
const REFUSE = `UPDATE dead_letter SET asked = NULL, tries = tries + 1, error_class = $2, reason = $3 WHERE id = $1`;
const SETTLE = `UPDATE dead_letter SET asked = NULL, state = $2, settled_at = clock_timestamp() WHERE id = $1`;
const PARKED = `SELECT seq, ${RAW} FROM parked WHERE consumer = $1 AND topic = $2 AND key = $3 ORDER BY seq`;
const UNPARK = `DELETE FROM parked WHERE seq = $1`;

const BETWEEN_TRIES_MS = 50;

/** Delivers with the tries that a poison event has; the last error, or undefined. A passing failure is thrown at once; what is still missing is one of the failures, for it has been waited for. */
async function failureOf(deliver: Deliver, raw: RawMessage): Promise<{ error: unknown } | undefined> {
  for (let tries = 1; ; tries++) {
    try {
      await deliver(raw);
      return undefined;
    } catch (error) {
      if (isPassing(error) && !isNotSeenYet(error)) throw error;
      if (tries === MOST_TRIES) return { error };
      await wait(BETWEEN_TRIES_MS);
    }
  }
}

/** Does what people have asked for with the dead letters of one consumer, inside that consumer's process, where its reactions are. */
export class Replay {
  constructor(
    private readonly dataSource: DataSource,
    private readonly consumer: string,
    private readonly deliver: Deliver,
  ) {}

  /** Settles everything that is asked for now. A passing failure is thrown, and leaves the asking as it was. */
  async settleAsked(): Promise<void> {
    const waiting = await this.dataSource.query<{ id: string }[]>(WAITING, [this.consumer]);
    for (const { id } of waiting) await this.dataSource.transaction((tx) => this.settle(tx, id));
  }

  private async settle(tx: Tx, id: string): Promise<void> {
    const [letter] = await tx.query<AskedRow[]>(TAKE, [id]);
    if (letter === undefined) return; // another process of this service is at it
    await lockKey(tx, letter);
    if (letter.asked === 'replay') {
      const failure = await failureOf(this.deliver, letter);
      if (failure !== undefined) {
        const { errorClass, reason } = failureReason(failure.error);
        await tx.query(REFUSE, [id, errorClass, reason]);
        return;
      }
    }
    await tx.query(SETTLE, [id, letter.asked === 'replay' ? 'replayed' : 'discarded']);
    await this.releaseParked(tx, letter);
  }

  /** Delivers what was parked, in order. One that is poison itself takes the dead letter's place, and the rest stays behind it. */
  private async releaseParked(tx: Tx, { consumer, topic, key }: Row): Promise<void> {
    const others = await tx.query<unknown[]>(
      `SELECT 1 FROM dead_letter WHERE consumer = $1 AND topic = $2 AND key = $3 AND state = 'open'`,
      [consumer, topic, key],
    );
    if (others.length > 0) return;
    for (const parked of await tx.query<ParkedRow[]>(PARKED, [consumer, topic, key])) {
      const failure = await failureOf(this.deliver, parked);
      await tx.query(UNPARK, [parked.seq]);
      if (failure !== undefined) {
        await bury(tx, consumer, parked, { error: failure.error, tries: MOST_TRIES });
        return;
      }
    }
  }
}
