import type { RawMessage } from './raw-message';

interface Waiting {
  /** By a clock that only goes forward. */
  readonly since: number;
  /** By the calendar, as Kafka stamps messages. */
  readonly from: number;
}
interface Served {
  readonly from: number;
  readonly waitedMs: number;
}

const partitionOf = ({ topic, partition }: RawMessage): string => `${topic}/${partition}`;
const placeOf = (raw: RawMessage): string => `${partitionOf(raw)}/${raw.offset}`;

/**
 * How long events have been waiting for something that another event should bring. Only an unbroken wait counts: where anything else fails in
 * between (the database is down, a service does not answer), it begins anew, for what is waited for could not come either.
 *
 * Events that lay behind one that waited in vain have waited as long: they need `graceMs` of their own, so that a partition with many of them (after a
 * restore) is held up once and not once for each.
 */
export class MissingPatience {
  private readonly waiting = new Map<string, Waiting>();
  private readonly served = new Map<string, Served>();

  constructor(
    private readonly longestMs: number,
    private readonly graceMs: number,
    private readonly steady: () => number = () => performance.now(),
    private readonly calendar: () => number = () => Date.now(),
  ) {}

  /** Notes that what this event needs is still missing. True once it has waited for long enough. */
  isOver(raw: RawMessage): boolean {
    const place = placeOf(raw);
    const now = this.steady();
    const own = this.waiting.get(place) ?? { since: now, from: this.calendar() };
    this.waiting.set(place, own);
    const ownMs = now - own.since;
    const served = this.served.get(partitionOf(raw));
    const wasThere = served !== undefined && raw.writtenAt !== undefined && raw.writtenAt <= served.from;
    const waitedMs = ownMs + (wasThere ? served.waitedMs : 0);
    if (waitedMs < this.longestMs || ownMs < Math.min(this.graceMs, this.longestMs)) return false;
    if (!wasThere) this.served.set(partitionOf(raw), { from: own.from, waitedMs: ownMs });
    return true;
  }

  /** Something else failed: nothing that was waited in this partition counts. */
  interrupt(raw: RawMessage): void {
    this.waiting.delete(placeOf(raw));
    this.served.delete(partitionOf(raw));
  }

  /** It is dealt with. */
  forget(raw: RawMessage): void {
    this.waiting.delete(placeOf(raw));
  }
}
