/**
 * A reaction throws it when something that it waits for is not there yet: another service is down, or an event that this one relies on has
 * not been seen. The partition pauses and the event is tried again, for ever: it is never a dead letter. What is waited for must
 * come by a topic that does not itself wait for this one.
 */
export class PassingFailure extends Error {
  readonly code: string;

  constructor(code: string, options?: ErrorOptions) {
    super(code, options);
    this.name = 'PassingFailure';
    this.code = code;
  }
}
