import {
  CaseAnsweredV1,
  CaseRoutedV1,
  ClockBreachedV1,
  DecisionFlaggedV1,
  DecisionMadeV1,
  EnquiryOpenedV1,
  EnquiryRatedV1,
  ProtectionStartedV1,
  StrategyDiscussionChangedV1,
} from '@mash/contracts';
import { createKafkaTransport } from '@mash/messaging';
import type { KafkaTransport } from '@mash/messaging';
import type { INestApplication } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** What `decision` tells that is nothing to the front door: only feedback that is due comes back to it. */
const NOT_OURS = [
  CaseAnsweredV1,
  CaseRoutedV1,
  ClockBreachedV1,
  DecisionFlaggedV1,
  DecisionMadeV1,
  EnquiryOpenedV1,
  EnquiryRatedV1,
  ProtectionStartedV1,
  StrategyDiscussionChangedV1,
];

/** Reads what `decision` publishes, for the reactions of this service. */
export function intakeTransport(
  app: INestApplication,
  settings: { brokers: readonly string[]; topicPrefix: string },
): KafkaTransport {
  return createKafkaTransport({
    ...settings,
    service: 'contact-intake',
    topics: ['mash.decision.v1'],
    ignores: NOT_OURS.map(({ type }) => type),
    dataSource: app.get(DataSource),
  });
}
