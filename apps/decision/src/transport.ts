import {
  AgreementChangedV1,
  AnswerReceivedV1,
  AnswerRejectedV1,
  ConsentChangedV1,
  ConsentStatedV1,
  DisclosedV1,
  DatePassedV1,
  FactsOvertakenV1,
  IdentityStatedV1,
  IntakePartErasedV1,
  PersonFactsRecordedV1,
  RequestsPartErasedV1,
  ObligationLateV1,
  BreachClockReachedV1,
  DestructionLateV1,
  ProductSentV1,
  RecallClosedV1,
  RequestProposedV1,
  ReviewOverriddenV1,
  ReviewReachedLevelV1,
} from '@mash/contracts';
import {
  createKafkaTransport,
  type KafkaConnection,
  type KafkaTransport,
  type TransportSettings,
} from '@mash/messaging';
import type { INestApplication } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Whom consent, agreements and single disclosures concern is `sharing`; drafts, lines and unchecked answers are `agency-requests`' own. */
const NOT_OURS = [
  ConsentStatedV1,
  RequestProposedV1,
  AnswerReceivedV1,
  AnswerRejectedV1,
  ConsentChangedV1,
  AgreementChangedV1,
  DisclosedV1,
  DatePassedV1,
  FactsOvertakenV1,
  IdentityStatedV1,
  IntakePartErasedV1,
  PersonFactsRecordedV1,
  RequestsPartErasedV1,
  ObligationLateV1,
  BreachClockReachedV1,
  DestructionLateV1,
  ProductSentV1,
  RecallClosedV1,
  ReviewOverriddenV1,
  ReviewReachedLevelV1,
].map(({ type }) => type);

/** Reads what intake, agencies and sharing announce. Every type is handled or named here as not ours. */
export function decisionTransport(
  app: INestApplication,
  settings: KafkaConnection & Pick<TransportSettings, 'timing'> & { readonly topicPrefix: string },
): KafkaTransport {
  return createKafkaTransport({
    ...settings,
    service: 'decision',
    ignores: NOT_OURS,
    dataSource: app.get(DataSource),
  });
}
