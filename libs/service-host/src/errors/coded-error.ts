/** One field that was refused and why; never the value. */
export interface FieldError {
  field: string;
  code: string;
  message: string;
}

/** An expected refusal with a stable code (`DECISION.RATED_MEANWHILE`). `detail` is for people and holds no personal data. */
export class CodedError extends Error {
  override readonly name: string = 'CodedError';

  constructor(
    readonly code: string,
    readonly status: number,
    readonly detail: string,
    readonly errors?: FieldError[],
  ) {
    super(`${code}: ${detail}`);
  }
}
