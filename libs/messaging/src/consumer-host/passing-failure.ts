/**
 * A reaction throws it when something that it waits for is not there yet: another service is down, or an event that this one relies on has
 * not been seen. The partition pauses and the event is tried again, for ever: it is never a dead letter. What is waited for must
 * come by a topic that does not itself wait for this one. Where it may be that it never comes, throw `NotSeenYet`.
 */
export class PassingFailure extends Error {
  override readonly name: string = 'PassingFailure';
  readonly code: string;

  constructor(code: string, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}
