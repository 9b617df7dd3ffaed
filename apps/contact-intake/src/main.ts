import './telemetry';
import 'reflect-metadata';
import { messagingFaults } from '@mash/messaging';
import { databaseIsReachable } from '@mash/persistence';
import { runService } from '@mash/service-host';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module';
import { readIntakeConfig } from './config';
import { intakeTransport } from './transport';

const config = readIntakeConfig();

function failUnless(isWell: boolean): void {
  if (!isWell) throw new Error('does not answer');
}

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
  indicators: (app) => [
    { name: 'database', check: () => databaseIsReachable(app.get(DataSource)).then(failUnless) },
    { name: 'messaging', check: () => Promise.resolve(messagingFaults().length === 0).then(failUnless) },
  ],
});
