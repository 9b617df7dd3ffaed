/** One field that stands in the way, and why; never its value. */
export interface RefusedField {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/**
 * The rules of the hub say no, with a stable code. `status` is 409 where the record has moved on since the person looked, 422 where
 * what they ask breaks a rule. `detail` is for people and names nobody.
 */
export class DecisionRefusal extends Error {
  override readonly name = 'DecisionRefusal';

  constructor(
    readonly code: string,
    readonly status: 409 | 422,
    readonly detail: string,
    readonly errors?: readonly RefusedField[],
  ) {
    super(code);
  }
}
