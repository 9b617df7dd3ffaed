import { Module } from '@nestjs/common';
import { BreachFinder } from './breaches/breach-finder';
import { BreachReader } from './breaches/breach-reader';
import { BreachRepository } from './breaches/breach.repository';
import { CloseRecallHandler } from './features/close-recall/close-recall.handler';
import { CloseRecallController } from './features/close-recall/close-recall.http.controller';
import { ConfirmDestructionHandler } from './features/confirm-destruction/confirm-destruction.handler';
import { ConfirmDestructionController } from './features/confirm-destruction/confirm-destruction.http.controller';
import { SayWhatIsWrongHandler } from './features/say-what-is-wrong/say-what-is-wrong.handler';
import { SayWhatIsWrongController } from './features/say-what-is-wrong/say-what-is-wrong.http.controller';
import { StateBreachHandler } from './features/state-breach/state-breach.handler';
import { StateBreachController } from './features/state-breach/state-breach.http.controller';
import { RecallClock } from './features/watch-recalls/recall-clock';
import { GovernanceGate } from './governance/governance-gate';
import { WrittenReason } from './governance/written-reason';
import { BreachesController } from './queries/breaches/breaches.http.controller';
import { RecallsController } from './queries/recalls/recalls.http.controller';
import { SeenByController } from './queries/recalls/seen-by.http.controller';
import { ConfirmingTasks } from './recalls/confirming-tasks';
import { AskedScopes } from './recalls/asked-scopes';
import { NoticesTold } from './recalls/notices-told';
import { RecallCloser } from './recalls/recall-closer';
import { RecallOpener } from './recalls/recall-opener';
import { RecallRepository } from './recalls/recall.repository';
import { RecallScopes } from './recalls/recall-scopes';
import { WaitingReviews } from './recalls/waiting-reviews';
import { ReleaseModule } from './release.module';
import { SharingModule } from './sharing.module';

/** What is about the wrong person or went to the wrong place: the recall, and the record of the breach. */
@Module({
  imports: [SharingModule, ReleaseModule],
  controllers: [
    BreachesController,
    CloseRecallController,
    ConfirmDestructionController,
    RecallsController,
    SayWhatIsWrongController,
    SeenByController,
    StateBreachController,
  ],
  providers: [
    AskedScopes,
    ConfirmingTasks,
    NoticesTold,
    BreachFinder,
    BreachReader,
    BreachRepository,
    CloseRecallHandler,
    ConfirmDestructionHandler,
    GovernanceGate,
    RecallClock,
    RecallCloser,
    RecallOpener,
    RecallRepository,
    RecallScopes,
    SayWhatIsWrongHandler,
    StateBreachHandler,
    WaitingReviews,
    WrittenReason,
  ],
  exports: [RecallClock],
})
export class RecallsModule {}
