import type { Fault } from './fault';

/** How a refusal reads to the caller; the edge turns it into an HTTP status. */
export type RefusalKind = 'invalid' | 'conflict' | 'not-found' | 'bad-request';

/** An expected refusal, with a stable code such as `INTAKE.SEARCH_FIRST`. It names fields and rules, never a value. */
export class IntakeRefusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    readonly code: string,
    readonly detail: string,
    readonly faults: readonly Fault[] = [],
  ) {
    super(code);
    this.name = 'IntakeRefusal';
  }
}
