import { RepeatedLook } from '@mash/service-host';
import { Inject, Injectable } from '@nestjs/common';
import { EarlierAccess } from '../announce-access/earlier-access';
import { BreachAnnouncer } from './breach-announcer';

/** Injection token: how often clocks are looked at, in milliseconds. */
export const CLOCK_POLL_MS = Symbol('CLOCK_POLL_MS');

/** Looks at the clocks again and again. Several instances may: each clock is announced by one of them. */
@Injectable()
export class ClockWatcher extends RepeatedLook {
  constructor(
    private readonly announcer: BreachAnnouncer,
    private readonly earlierAccess: EarlierAccess,
    @Inject(CLOCK_POLL_MS) everyMs: number,
  ) {
    super(everyMs, { service: 'decision', whenItFails: 'clocks could not be looked at; tried again shortly' });
  }

  protected async look(): Promise<void> {
    await this.earlierAccess.announceAll();
    await this.announcer.announceAll();
  }
}
