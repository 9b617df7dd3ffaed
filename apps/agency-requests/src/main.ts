import './telemetry';
import { messagingIndicator } from '@mash/messaging';
import { databaseIndicator } from '@mash/persistence';
import { runService } from '@mash/service-host';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module';
import { readAgencyRequestsConfig } from './config';
import { agencyRequestsTransport } from './transport';

const config = readAgencyRequestsConfig();

void runService({
  service: 'agency-requests',
  module: AppModule.with(config),
  config,
  transport: (app) =>
    agencyRequestsTransport(app, {
      ...config.kafka,
      topicPrefix: config.topicPrefix,
      timing: { longestMissing: config.longestMissingMs },
    }),
  indicators: (app) => [databaseIndicator(app.get(DataSource)), messagingIndicator()],
});
