/** A clock that stands where a test puts it. */
export class MovableClock {
  private at: Date;

  constructor(now: string) {
    this.at = new Date(now);
  }

  now(): Date {
    return this.at;
  }

  set(now: string): void {
    this.at = new Date(now);
  }
}
