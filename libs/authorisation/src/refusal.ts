import type { ReasonCode } from './ability/reason-code';

/**
 * A refusal by policy. `code`, `status` and `detail` are for the caller: 404 reads exactly like a record that is not there.
 * `reasonCode` is for the audit entry only.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly subject: { kind: string; id: string };

  constructor(
    readonly code: string,
    readonly status: 403 | 404,
    readonly detail: string,
    readonly action: string,
    { kind, id }: { kind: string; id: string },
    readonly reasonCode: ReasonCode,
  ) {
    super(code);
    this.subject = { kind, id };
  }
}

export const isRefusal = (error: unknown): error is Refusal => error instanceof Refusal;
