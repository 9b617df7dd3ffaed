import { Clock, CodedError } from '@mash/service-host';
import { Injectable, type CanActivate } from '@nestjs/common';

/** Public questions that one process answers in a second; the console keeps each for a second, so ordinary use is far below. */
const MOST_A_SECOND = 40;

/** Bounds what anybody without a token can make this process do. Whoever signs in is not counted and not slowed down. */
@Injectable()
export class BusyGuard implements CanActivate {
  private second = 0;
  private answered = 0;

  constructor(private readonly clock: Clock) {}

  canActivate(): boolean {
    const second = Math.floor(this.clock.now().getTime() / 1000);
    if (second !== this.second) [this.second, this.answered] = [second, 0];
    this.answered += 1;
    if (this.answered <= MOST_A_SECOND) return true;
    throw new CodedError('SHARING.TOO_BUSY', 429, 'Too many ask at once. Try again in a second.');
  }
}
