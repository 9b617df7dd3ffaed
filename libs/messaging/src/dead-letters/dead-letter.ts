/** An event that a consumer could not deal with, and what has become of it. */
export interface DeadLetter {
  readonly id: string;
  /** The consumer group that it died in. */
  readonly consumer: string;
  readonly topic: string;
  readonly key: string;
  readonly eventId: string | null;
  readonly type: string | null;
  readonly tries: number;
  readonly errorClass: string;
  readonly reason: string;
  readonly diedAt: Date;
  readonly state: 'open' | 'replayed' | 'discarded';
  /** What somebody has asked for and the consumer has not done yet. */
  readonly asked: 'replay' | 'discard' | null;
  readonly discardReason: string | null;
  readonly settledAt: Date | null;
  /** Later events of the same key that wait behind it. */
  readonly parkedBehind: number;
}
