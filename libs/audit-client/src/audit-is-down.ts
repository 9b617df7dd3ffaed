import { PassingFailure } from '@mash/messaging';
import { CodedError } from '@mash/service-host';

/**
 * No entry, no data (libs/audit-client/README.md): the entry could not be kept, or the entries kept earlier have not left for the
 * audit service in too long. Passing: what waits for it is tried again, never dead-lettered.
 */
export class AuditIsDown extends CodedError {
  override readonly name = 'AuditIsDown';
  constructor(
    readonly why: 'append-failed' | 'unsent-too-long',
    /** What the consumer host reads: a passing cause makes a reaction wait and try again. */
    override readonly cause: unknown = new PassingFailure('AUDIT.DOWN'),
  ) {
    super(
      'AUDIT.DOWN',
      503,
      'This cannot be shown or changed while looks at records cannot be logged. Try again shortly.',
    );
  }
}
