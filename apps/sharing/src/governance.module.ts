import { Module } from '@nestjs/common';
import { ErasureGuard } from './erasure/erasure-guard';
import { ConfirmErasureHandler } from './features/confirm-erasure/confirm-erasure.handler';
import { ConfirmErasureController } from './features/confirm-erasure/confirm-erasure.http.controller';
import { LiftLegalHoldController } from './features/lift-legal-hold/lift-legal-hold.http.controller';
import { PlaceLegalHoldHandler } from './features/place-legal-hold/place-legal-hold.handler';
import { PlaceLegalHoldController } from './features/place-legal-hold/place-legal-hold.http.controller';
import { RequestErasureHandler } from './features/request-erasure/request-erasure.handler';
import { RequestErasureController } from './features/request-erasure/request-erasure.http.controller';
import { WithdrawErasureController } from './features/withdraw-erasure/withdraw-erasure.http.controller';
import { GovernanceGate } from './governance/governance-gate';
import { GovernedEnquiryFinder } from './governance/governed-enquiry-finder';
import { WrittenReason } from './governance/written-reason';
import { LegalHoldRepository } from './legal-holds/legal-hold.repository';
import { SettleUnusualLookingController } from './features/settle-unusual-looking/settle-unusual-looking.http.controller';
import { ErasuresController } from './queries/erasures/erasures.http.controller';
import { GovernedEnquiriesController } from './queries/governed-enquiries/governed-enquiries.http.controller';
import { LegalHoldsController } from './queries/legal-holds/legal-holds.http.controller';
import { UnusualLookingController } from './queries/unusual-looking/unusual-looking.http.controller';
import { NotePartWhenAServiceHasErasedIt } from './reactions/note-part-when-a-service-has-erased-it.reaction';
import { ReleaseModule } from './release.module';
import { SharingModule } from './sharing.module';
import { VolumeAlarmRepository } from './unusual-looking/volume-alarm.repository';

/** What information governance does with whole enquiries: holds them, and has them erased by two people. */
@Module({
  imports: [SharingModule, ReleaseModule],
  controllers: [
    ConfirmErasureController,
    ErasuresController,
    GovernedEnquiriesController,
    LegalHoldsController,
    LiftLegalHoldController,
    NotePartWhenAServiceHasErasedIt,
    PlaceLegalHoldController,
    RequestErasureController,
    SettleUnusualLookingController,
    UnusualLookingController,
    WithdrawErasureController,
  ],
  providers: [
    ConfirmErasureHandler,
    ErasureGuard,
    GovernanceGate,
    GovernedEnquiryFinder,
    LegalHoldRepository,
    PlaceLegalHoldHandler,
    RequestErasureHandler,
    VolumeAlarmRepository,
    WrittenReason,
  ],
})
export class GovernanceModule {}
