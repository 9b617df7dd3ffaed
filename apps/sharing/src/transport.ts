import {
  allContracts,
  AgreementChangedV1,
  AnswerRejectedV1,
  CaseAnsweredV1,
  ClockBreachedV1,
  ConsentChangedV1,
  DatePassedV1,
  DecisionFlaggedV1,
  EnquiryOpenedV1,
  FactsOvertakenV1,
  FeedbackDueV1,
  IdentityStatedV1,
  ProductSentV1,
  RequestIssuedV1,
  RequestOverdueV1,
  RequestRecalledV1,
} from '@mash/contracts';
import {
  createKafkaTransport,
  type KafkaConnection,
  type KafkaTransport,
  type TransportSettings,
} from '@mash/messaging';
import type { INestApplication } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** What happens elsewhere and changes nothing about what may be told. */
const NOT_OURS = [
  CaseAnsweredV1,
  ClockBreachedV1,
  DecisionFlaggedV1,
  EnquiryOpenedV1,
  FeedbackDueV1,
  RequestIssuedV1,
  RequestOverdueV1,
  RequestRecalledV1,
].map(({ type }) => type);

/** Of what it tells itself, this is all that it acts on, now and whatever else it may come to tell. */
const HEARD_OF_ITSELF: readonly string[] = [
  AgreementChangedV1.type,
  AnswerRejectedV1.type,
  ConsentChangedV1.type,
  DatePassedV1.type,
  FactsOvertakenV1.type,
  IdentityStatedV1.type,
  ProductSentV1.type,
];
const NOT_OURS_OF_SHARING = allContracts
  .filter(({ topic, type }) => topic === ConsentChangedV1.topic && !HEARD_OF_ITSELF.includes(type))
  .map(({ type }) => type);

export function sharingTransport(
  app: INestApplication,
  settings: KafkaConnection & Pick<TransportSettings, 'timing'> & { readonly topicPrefix: string },
): KafkaTransport {
  return createKafkaTransport({
    ...settings,
    service: 'sharing',
    ignores: [...NOT_OURS, ...NOT_OURS_OF_SHARING],
    dataSource: app.get(DataSource),
  });
}
