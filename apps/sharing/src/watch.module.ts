import { Module, type DynamicModule } from '@nestjs/common';
import { LateAnnouncer } from './features/announce-late-obligation/late-announcer';
import { LadderClimber } from './features/climb-ladder/ladder-climber';
import { CLOCK_POLL_MS, TaskWatcher } from './features/climb-ladder/task-watcher';
import { ReviewStepRepository } from './reviews/review-step.repository';
import { SharingModule } from './sharing.module';

/** The clocks of what this service waits for. */
@Module({})
export class WatchModule {
  static with({ clockPollMs }: { clockPollMs: number }): DynamicModule {
    return {
      module: WatchModule,
      imports: [SharingModule],
      providers: [
        { provide: CLOCK_POLL_MS, useValue: clockPollMs },
        LadderClimber,
        LateAnnouncer,
        ReviewStepRepository,
        TaskWatcher,
      ],
    };
  }
}
