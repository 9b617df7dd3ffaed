import {
  CaseAnsweredV1,
  CaseRoutedV1,
  ClockBreachedV1,
  ConsentStatedV1,
  ContactRecordedV1,
  DecisionFlaggedV1,
  DecisionPartErasedV1,
  DisclosedV1,
  DatePassedV1,
  FactsOvertakenV1,
  IdentityStatedV1,
  IntakePartErasedV1,
  PersonFactsRecordedV1,
  ObligationLateV1,
  BreachClockReachedV1,
  DestructionLateV1,
  ProductSentV1,
  RecallClosedV1,
  RecallOpenedV1,
  ReviewOverriddenV1,
  ReviewReachedLevelV1,
  NoticeReceivedV1,
  StrategyDiscussionChangedV1,
  FeedbackDueV1,
  GlassBrokenV1,
  ProtectionStartedV1,
  ReferrerAcknowledgedV1,
  AgreementChangedV1,
  ConsentChangedV1,
} from '@mash/contracts';
import {
  createKafkaTransport,
  type KafkaConnection,
  type KafkaTransport,
  type TransportSettings,
} from '@mash/messaging';
import type { INestApplication } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** What happens elsewhere and changes nothing about what was asked. An event type that is not here and has no reaction is a defect that shows. */
const NOT_OURS = [
  CaseAnsweredV1,
  CaseRoutedV1,
  ClockBreachedV1,
  ConsentStatedV1,
  ContactRecordedV1,
  DecisionFlaggedV1,
  DecisionPartErasedV1,
  DisclosedV1,
  DatePassedV1,
  FactsOvertakenV1,
  IdentityStatedV1,
  ObligationLateV1,
  BreachClockReachedV1,
  DestructionLateV1,
  ProductSentV1,
  RecallClosedV1,
  RecallOpenedV1,
  ReviewOverriddenV1,
  ReviewReachedLevelV1,
  NoticeReceivedV1,
  StrategyDiscussionChangedV1,
  FeedbackDueV1,
  GlassBrokenV1,
  IntakePartErasedV1,
  PersonFactsRecordedV1,
  ProtectionStartedV1,
  ReferrerAcknowledgedV1,
  AgreementChangedV1,
  ConsentChangedV1,
].map(({ type }) => type);

export function agencyRequestsTransport(
  app: INestApplication,
  settings: KafkaConnection & Pick<TransportSettings, 'timing'> & { readonly topicPrefix: string },
): KafkaTransport {
  return createKafkaTransport({
    ...settings,
    service: 'agency-requests',
    ignores: NOT_OURS,
    dataSource: app.get(DataSource),
  });
}
