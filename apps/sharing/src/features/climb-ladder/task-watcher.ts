import { RepeatedLook } from '@mash/service-host';
import { Inject, Injectable } from '@nestjs/common';
import { LateAnnouncer } from '../announce-late-obligation/late-announcer';
import { RecallClock } from '../watch-recalls/recall-clock';
import { LadderClimber } from './ladder-climber';

/** Injection token: how often the clocks of reviews and tasks are looked at, in milliseconds. */
export const CLOCK_POLL_MS = Symbol('CLOCK_POLL_MS');

/** Looks at the clocks of this service's own obligations again and again. Several instances may: each rung is taken by one of them. */
@Injectable()
export class TaskWatcher extends RepeatedLook {
  constructor(
    private readonly ladder: LadderClimber,
    private readonly late: LateAnnouncer,
    private readonly recalls: RecallClock,
    @Inject(CLOCK_POLL_MS) everyMs: number,
  ) {
    super(everyMs, { service: 'sharing', whenItFails: 'clocks could not be looked at; tried again shortly' });
  }

  protected async look(): Promise<void> {
    await this.ladder.climbAll();
    await this.late.announceAll();
    await this.recalls.announceAll();
  }
}
