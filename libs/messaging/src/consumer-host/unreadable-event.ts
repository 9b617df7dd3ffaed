/** Faults of a message that no second try can cure. */
export type UnreadableCode =
  | 'MESSAGING.NOT_JSON'
  | 'MESSAGING.BAD_ENVELOPE'
  | 'MESSAGING.UNKNOWN_TYPE'
  | 'MESSAGING.WRONG_TOPIC'
  | 'MESSAGING.BAD_DATA'
  | 'MESSAGING.NOBODY_HANDLES';

/** A message that cannot be given to any reaction. Its detail names types, fields and faults, never values. */
export class UnreadableEvent extends Error {
  constructor(
    readonly code: UnreadableCode,
    detail: string,
  ) {
    super(`${code}: ${detail}`);
    this.name = 'UnreadableEvent';
  }
}
