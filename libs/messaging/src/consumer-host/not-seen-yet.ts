import { PassingFailure } from './passing-failure';

/**
 * What the event is about has not been heard of: another event should bring it, and topics have no order among each other. It is waited for, but not
 * for ever: an event about something that never was (the database of its owner was restored to a time before it) would hold up its whole
 * partition. After `longestMissing` it is a dead letter, its code says what was missing, and other keys go on.
 *
 * Not for an owner that is down: that is a `PassingFailure`, however long it takes.
 */
export class NotSeenYet extends PassingFailure {
  override readonly name = 'NotSeenYet';
}

/** Does it wait for a record, and for nothing that is down? */
export const isNotSeenYet = (error: unknown): error is NotSeenYet => error instanceof NotSeenYet;
