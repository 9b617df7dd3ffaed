import type { ServiceName } from '../config';

/** A service did not answer in time, could not be reached, or failed: its part of the page says so. */
export class ServiceDown extends Error {
  override readonly name = 'ServiceDown';
  readonly code: string;

  constructor(
    readonly service: ServiceName,
    cause?: unknown,
  ) {
    super(`${service} does not answer`, { cause });
    this.code = `CONSOLE.SERVICE_DOWN ${service}`;
  }
}

/** A service refused, with its stable code and words for the person. */
export class ServiceProblem extends Error {
  override readonly name = 'ServiceProblem';

  constructor(
    readonly service: ServiceName,
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors: readonly { field: string; code: string; message: string }[] = [],
  ) {
    super(`${service} refused`);
  }
}

/** "No entry, no data": a service could not write its audit entry, so it shows nothing. */
export class AuditIsDown extends Error {
  override readonly name = 'AuditIsDown';
  readonly code = 'AUDIT.DOWN';
}
