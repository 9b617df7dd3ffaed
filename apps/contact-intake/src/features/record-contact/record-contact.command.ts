import type { Actor } from '@mash/authorisation';
import type { RecordContact } from '@mash/contracts';

/** Keep this contact, once, however often it is sent. */
export interface RecordContactCommand {
  readonly contact: RecordContact;
  readonly idempotencyKey: string;
  readonly actor: Actor;
}
