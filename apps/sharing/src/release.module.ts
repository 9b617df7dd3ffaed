import { Module } from '@nestjs/common';
import { AnswerCheck } from './answers/answer-check';
import { CompleteObligationHandler } from './features/complete-obligation/complete-obligation.handler';
import { CompleteObligationController } from './features/complete-obligation/complete-obligation.http.controller';
import { StepNote } from './obligations/step-note';
import { TellingAsked } from './obligations/telling-asked';
import { TellingHolds } from './obligations/telling-holds';
import { ObligationsController } from './queries/obligations/obligations.http.controller';
import { AcceptConditionsController } from './features/accept-conditions/accept-conditions.http.controller';
import { ConditionCheck } from './features/answer-review/condition-check';
import { ReviewAnswerCheck } from './features/answer-review/review-answer-check';
import { AnswerReviewHandler } from './features/answer-review/answer-review.handler';
import { AnswerReviewController } from './features/answer-review/answer-review.http.controller';
import { ItemAgain } from './releases/item-again';
import { MakeHolderStatementHandler } from './features/make-holder-statement/make-holder-statement.handler';
import { MakeHolderStatementController } from './features/make-holder-statement/make-holder-statement.http.controller';
import { MakeOutwardProductController } from './features/make-outward-product/make-outward-product.http.controller';
import { OpenHolderItemHandler } from './features/open-holder-item/open-holder-item.handler';
import { OpenHolderItemController } from './features/open-holder-item/open-holder-item.http.controller';
import { OpenOwnItemsHandler } from './features/open-own-items/open-own-items.handler';
import { OpenOwnItemsController } from './features/open-own-items/open-own-items.http.controller';
import { OpenOutwardProductController } from './features/open-outward-product/open-outward-product.http.controller';
import { UseCapabilityHandler } from './features/use-capability/use-capability.handler';
import { UseCapabilityController } from './features/use-capability/use-capability.http.controller';
import { ReleaseController } from './features/release/release.http.controller';
import { ConditionAcceptances } from './holder/condition-acceptances';
import { HolderTaskRepository } from './holder/holder-task.repository';
import { OwnItems } from './holder/own-items';
import { StatementCheck } from './holder/statement-check';
import { StatementKeeper } from './holder/statement-keeper';
import { WouldRead } from './holder/would-read';
import { CapabilityGate } from './capabilities/capability-gate';
import { CapabilitySource } from './capabilities/capability-source';
import { ToldByCapability } from './capabilities/told-by-capability';
import { ContactCheck } from './contacts/contact-check';
import { DisclosureRepository } from './ledger/disclosure.repository';
import { Ledger } from './ledger/ledger';
import { FormerIdsOf } from './ledger/former-ids-of';
import { LedgerReader } from './ledger/ledger-reader';
import { LedgerSeal } from './ledger/ledger-seal';
import { VolumeAlarm } from './ledger/volume-alarm';
import { HelpRefused } from './products/help-refused';
import { PlacesOfProduct } from './products/places-of-product';
import { ItemsSinceStated } from './products/items-since-stated';
import { LetterDesk } from './products/letter-desk';
import { ReadByAnother } from './products/read-by-another';
import { LettersAgain } from './products/letters-again';
import { MakeOutwardProductHandler } from './products/make-outward-product.handler';
import { OpenOutwardProductHandler } from './products/open-outward-product.handler';
import { OutwardProductRepository } from './products/outward-product.repository';
import { ProductSeal } from './products/product-seal';
import { Identities } from './recalls/identities';
import { ShownLines } from './recalls/shown-lines';
import { HolderTasksController } from './queries/holder-tasks/holder-tasks.http.controller';
import { CapabilitiesController } from './queries/capabilities/capabilities.http.controller';
import { HandoversWaitingController } from './queries/handovers-waiting/handovers-waiting.http.controller';
import { LedgerController } from './queries/ledger/ledger.http.controller';
import { ProtectionRecipientsController } from './queries/protection-recipients/protection-recipients.http.controller';
import { CheckAnswerWhenItIsReceived } from './reactions/check-answer-when-it-is-received.reaction';
import { CheckContactWhenItIsRecorded } from './reactions/check-contact-when-it-is-recorded.reaction';
import { MakeCapabilityWhenProtectionStarts } from './reactions/make-capability-when-protection-starts.reaction';
import { ItemReviews } from './releases/item-reviews';
import { QuestionsOfProducts } from './products/questions-of-products';
import { ReleaseAudit } from './releases/release-audit';
import { ReleaseGate } from './releases/release-gate';
import { ReleaseHandler } from './releases/release.handler';
import { ProtectionKeeper } from './protection/protection-keeper';
import { KeptFromFamily } from './obligations/kept-from-family';
import { KeptFromParents } from './obligations/kept-from-parents';
import { DecideWhatWaitsAgainWhenAFactChanges } from './reactions/decide-what-waits-again-when-a-fact-changes.reaction';
import { LookAtTellingAgainWhenAFactChanges } from './reactions/look-at-telling-again-when-a-fact-changes.reaction';
import { NoteProductWhenItIsSent } from './reactions/note-product-when-it-is-sent.reaction';
import { StopLetterWhenItIsTakenBack } from './reactions/stop-letter-when-it-is-taken-back.reaction';
import { ObligationCauseRepository } from './obligations/obligation-cause.repository';
import { OwedByThings } from './releases/owed-by-things';
import { ThingDecider } from './releases/thing-decider';
import { WhatThePresserReads } from './releases/what-the-presser-reads';
import { SharingModule } from './sharing.module';

/** What is opened, to whom, and the ledger that says so first. */
@Module({
  imports: [SharingModule],
  controllers: [
    OpenOwnItemsController,
    AcceptConditionsController,
    AnswerReviewController,
    CheckAnswerWhenItIsReceived,
    HolderTasksController,
    CapabilitiesController,
    CheckAnswerWhenItIsReceived,
    CheckContactWhenItIsRecorded,
    DecideWhatWaitsAgainWhenAFactChanges,
    LedgerController,
    HandoversWaitingController,
    LookAtTellingAgainWhenAFactChanges,
    MakeCapabilityWhenProtectionStarts,
    NoteProductWhenItIsSent,
    StopLetterWhenItIsTakenBack,
    CompleteObligationController,
    ObligationsController,
    MakeHolderStatementController,
    MakeOutwardProductController,
    OpenHolderItemController,
    OpenOutwardProductController,
    ProtectionRecipientsController,
    ReleaseController,
    UseCapabilityController,
  ],
  providers: [
    AnswerCheck,
    CompleteObligationHandler,
    StepNote,
    TellingAsked,
    TellingHolds,
    AnswerReviewHandler,
    CapabilityGate,
    CapabilitySource,
    ConditionAcceptances,
    ContactCheck,
    DisclosureRepository,
    HolderTaskRepository,
    Identities,
    ItemAgain,
    ItemReviews,
    HelpRefused,
    PlacesOfProduct,
    ItemsSinceStated,
    Ledger,
    FormerIdsOf,
    LedgerReader,
    LedgerSeal,
    LetterDesk,
    LettersAgain,
    MakeHolderStatementHandler,
    MakeOutwardProductHandler,
    ReadByAnother,
    OpenHolderItemHandler,
    OpenOwnItemsHandler,
    OpenOutwardProductHandler,
    OutwardProductRepository,
    OwnItems,
    ProductSeal,
    QuestionsOfProducts,
    ReleaseAudit,
    ReleaseGate,
    ReleaseHandler,
    ConditionCheck,
    ReviewAnswerCheck,
    ShownLines,
    StatementCheck,
    StatementKeeper,
    KeptFromFamily,
    KeptFromParents,
    ObligationCauseRepository,
    OwedByThings,
    ProtectionKeeper,
    ThingDecider,
    WhatThePresserReads,
    ToldByCapability,
    UseCapabilityHandler,
    VolumeAlarm,
    WouldRead,
  ],
  exports: [
    HolderTaskRepository,
    ItemAgain,
    LedgerSeal,
    LetterDesk,
    OutwardProductRepository,
    ProductSeal,
    ReleaseGate,
    ShownLines,
  ],
})
export class ReleaseModule {}
