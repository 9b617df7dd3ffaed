import { Module } from '@nestjs/common';
import { AcceptedAnswers } from './answers/accepted-answers';
import { AnswerCheck } from './answers/answer-check';
import { CheckedAnswerRepository } from './answers/checked-answer.repository';
import { CompleteObligationHandler } from './features/complete-obligation/complete-obligation.handler';
import { CompleteObligationController } from './features/complete-obligation/complete-obligation.http.controller';
import { TellingHolds } from './obligations/telling-holds';
import { ObligationsController } from './queries/obligations/obligations.http.controller';
import { MakeOutwardProductController } from './features/make-outward-product/make-outward-product.http.controller';
import { OpenOutwardProductController } from './features/open-outward-product/open-outward-product.http.controller';
import { ReleaseController } from './features/release/release.http.controller';
import { DisclosureRepository } from './ledger/disclosure.repository';
import { Ledger } from './ledger/ledger';
import { LedgerReader } from './ledger/ledger-reader';
import { LedgerSeal } from './ledger/ledger-seal';
import { VolumeAlarm } from './ledger/volume-alarm';
import { MakeOutwardProductHandler } from './products/make-outward-product.handler';
import { OpenOutwardProductHandler } from './products/open-outward-product.handler';
import { OutwardProductRepository } from './products/outward-product.repository';
import { ProductSeal } from './products/product-seal';
import { LedgerController } from './queries/ledger/ledger.http.controller';
import { ProtectionRecipientsController } from './queries/protection-recipients/protection-recipients.http.controller';
import { CheckAnswerWhenItIsReceived } from './reactions/check-answer-when-it-is-received.reaction';
import { AskedLinesFinder } from './releases/asked-lines';
import { EnvelopeOpener } from './releases/envelope-opener';
import { ItemReviews } from './releases/item-reviews';
import { ReleaseAudit } from './releases/release-audit';
import { ReleaseGate } from './releases/release-gate';
import { ReleaseHandler } from './releases/release.handler';
import { ThingDecider } from './releases/thing-decider';
import { SharingModule } from './sharing.module';

/** What is opened, to whom, and the ledger that says so first. */
@Module({
  imports: [SharingModule],
  controllers: [
    CheckAnswerWhenItIsReceived,
    LedgerController,
    CompleteObligationController,
    MakeOutwardProductController,
    ObligationsController,
    OpenOutwardProductController,
    ProtectionRecipientsController,
    ReleaseController,
  ],
  providers: [
    AcceptedAnswers,
    AnswerCheck,
    CompleteObligationHandler,
    TellingHolds,
    AskedLinesFinder,
    CheckedAnswerRepository,
    DisclosureRepository,
    EnvelopeOpener,
    ItemReviews,
    Ledger,
    LedgerReader,
    LedgerSeal,
    MakeOutwardProductHandler,
    OpenOutwardProductHandler,
    OutwardProductRepository,
    ProductSeal,
    ReleaseAudit,
    ReleaseGate,
    ReleaseHandler,
    ThingDecider,
    VolumeAlarm,
  ],
  exports: [ReleaseGate],
})
export class ReleaseModule {}
