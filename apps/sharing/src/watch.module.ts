import { Module, type DynamicModule } from '@nestjs/common';
import { LateAnnouncer } from './features/announce-late-obligation/late-announcer';
import { LadderClimber } from './features/climb-ladder/ladder-climber';
import { CLOCK_POLL_MS, TaskWatcher } from './features/climb-ladder/task-watcher';
import { DateSweepClock } from './features/sweep-passed-dates/date-sweep-clock';
import { DateSweepRepository } from './features/sweep-passed-dates/date-sweep.repository';
import { PassedDatesFinder } from './features/sweep-passed-dates/passed-dates-finder';
import { SweepPassedDatesHandler } from './features/sweep-passed-dates/sweep-passed-dates.handler';
import { RecallsModule } from './recalls.module';
import { ReviewStepRepository } from './reviews/review-step.repository';
import { SharingModule } from './sharing.module';

/** The clocks of what this service waits for, and of what changes by itself. */
@Module({})
export class WatchModule {
  static with({ clockPollMs }: { clockPollMs: number }): DynamicModule {
    return {
      module: WatchModule,
      imports: [SharingModule, RecallsModule],
      providers: [
        { provide: CLOCK_POLL_MS, useValue: clockPollMs },
        DateSweepClock,
        DateSweepRepository,
        LadderClimber,
        LateAnnouncer,
        PassedDatesFinder,
        ReviewStepRepository,
        SweepPassedDatesHandler,
        TaskWatcher,
      ],
    };
  }
}
