/** A clock that stands where a test puts it. Give it in the place of the host's `Clock`. */
export class MovableClock {
  private at: Date;

  constructor(now: string) {
    this.at = new Date(now);
  }

  now(): Date {
    return this.at;
  }

  set(now: string | Date): void {
    this.at = new Date(now);
  }
}
