import './telemetry';
import { messagingIndicator } from '@mash/messaging';
import { databaseIndicator } from '@mash/persistence';
import { runService } from '@mash/service-host';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module';
import { readDecisionConfig } from './config';
import { decisionTransport } from './transport';

const config = readDecisionConfig();

void runService({
  service: 'decision',
  module: AppModule.with(config),
  config,
  transport: (app) =>
    decisionTransport(app, {
      ...config.kafka,
      topicPrefix: config.topicPrefix,
      timing: { longestMissing: config.longestMissingMs },
    }),
  indicators: (app) => [databaseIndicator(app.get(DataSource)), messagingIndicator()],
});
