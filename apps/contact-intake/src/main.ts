import './telemetry';
import 'reflect-metadata';
import { messagingIndicator } from '@mash/messaging';
import { databaseIndicator } from '@mash/persistence';
import { runService } from '@mash/service-host';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module';
import { readIntakeConfig } from './config';
import { intakeTransport } from './transport';

const config = readIntakeConfig();

void runService({
  service: 'contact-intake',
  module: AppModule.with(config),
  config,
  transport: (app) =>
    intakeTransport(app, {
      ...config.kafka,
      topicPrefix: config.topicPrefix,
      timing: { longestMissing: config.longestMissingMs },
    }),
  indicators: (app) => [databaseIndicator(app.get(DataSource)), messagingIndicator()],
});
