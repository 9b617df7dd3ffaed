/**
 * Another service cannot answer just now: refused connection, timeout, 5xx, 429. `passing` tells the consumer host to pause and
 * try again, never to dead-letter; over HTTP it reads as 503.
 */
export class PassingServiceFailure extends Error {
  override readonly name = 'PassingServiceFailure';
  readonly passing = true;

  constructor(
    readonly service: string,
    readonly reason: 'unreachable' | 'timeout' | 'failing' | 'busy' | 'unintelligible',
  ) {
    super(`${service} is ${reason}`);
  }
}
