import type { z } from 'zod';

const pathsOf = (error: z.ZodError): string =>
  error.issues.map(({ path, code }) => `${path.map(String).join('.')}:${code}`).join(' ');

/** An event that its own contract refuses. The message names fields and faults, never values. */
export class MalformedEvent extends Error {
  readonly code = 'MESSAGING.MALFORMED_EVENT';

  constructor(type: string, fault: z.ZodError | string) {
    super(`MESSAGING.MALFORMED_EVENT: ${type}: ${typeof fault === 'string' ? fault : pathsOf(fault)}`);
    this.name = 'MalformedEvent';
  }
}
