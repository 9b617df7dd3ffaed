import {
  CaseAnsweredV1,
  CaseRoutedV1,
  ClockBreachedV1,
  DecisionFlaggedV1,
  DecisionMadeV1,
  EnquiryOpenedV1,
  EnquiryRatedV1,
  FeedbackDueV1,
  ReferrerAcknowledgedV1,
  RequestIssuedV1,
  RequestOverdueV1,
  RosterChangedV1,
  StrategyDiscussionChangedV1,
} from '@mash/contracts';
import { createKafkaTransport, type KafkaTransport } from '@mash/messaging';
import type { INestApplication } from '@nestjs/common';
import { DataSource } from 'typeorm';

const TOPICS = ['mash.contact-intake.v1', 'mash.decision.v1', 'mash.agency-requests.v1'];

/** What happens elsewhere and changes nothing about what may be told: facts are asked of their owners when a question is decided. */
const NOT_OURS = [
  CaseAnsweredV1,
  CaseRoutedV1,
  ClockBreachedV1,
  DecisionFlaggedV1,
  DecisionMadeV1,
  EnquiryOpenedV1,
  EnquiryRatedV1,
  FeedbackDueV1,
  ReferrerAcknowledgedV1,
  RequestIssuedV1,
  RequestOverdueV1,
  RosterChangedV1,
  StrategyDiscussionChangedV1,
].map(({ type }) => type);

export function sharingTransport(
  app: INestApplication,
  settings: { brokers: readonly string[]; topicPrefix: string },
): KafkaTransport {
  return createKafkaTransport({
    ...settings,
    service: 'sharing',
    topics: TOPICS,
    ignores: NOT_OURS,
    dataSource: app.get(DataSource),
  });
}
