import {
  CaseAnsweredV1,
  CaseRoutedV1,
  ClockBreachedV1,
  DecisionFlaggedV1,
  DecisionMadeV1,
  EnquiryOpenedV1,
  EnquiryRatedV1,
  GlassBrokenV1,
  LetterTakenBackV1,
  allContracts,
  DecisionPartErasedV1,
  EnquiryErasedV1,
  ProtectionStartedV1,
  RecallOpenedV1,
  NoticeReceivedV1,
  StrategyDiscussionChangedV1,
} from '@mash/contracts';
import { createKafkaTransport } from '@mash/messaging';
import type { KafkaConnection, KafkaTransport, TransportSettings } from '@mash/messaging';
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
  GlassBrokenV1,
  LetterTakenBackV1,
  DecisionPartErasedV1,
  ProtectionStartedV1,
  NoticeReceivedV1,
  StrategyDiscussionChangedV1,
];

/** Of what `sharing` tells, an erasure and a recall are all that the front door acts on, now and whatever else it may come to tell. */
const OURS_OF_SHARING: readonly string[] = [EnquiryErasedV1.type, RecallOpenedV1.type];
const NOT_OURS_OF_SHARING = allContracts.filter(
  ({ topic, type }) => topic === EnquiryErasedV1.topic && !OURS_OF_SHARING.includes(type),
);

/** Reads what `decision` publishes, and from `sharing` what is to be erased and who is to be told of a recall, for the reactions of this service. */
export function intakeTransport(
  app: INestApplication,
  settings: KafkaConnection & Pick<TransportSettings, 'timing'> & { readonly topicPrefix: string },
): KafkaTransport {
  return createKafkaTransport({
    ...settings,
    service: 'contact-intake',
    ignores: [...NOT_OURS, ...NOT_OURS_OF_SHARING].map(({ type }) => type),
    dataSource: app.get(DataSource),
  });
}
