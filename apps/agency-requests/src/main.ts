import './telemetry';
import { messagingFaults } from '@mash/messaging';
import { databaseIsReachable } from '@mash/persistence';
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
  indicators: (app) => [
    { name: 'database', check: () => databaseIsReachable(app.get(DataSource)).then(failUnless) },
    { name: 'messaging', check: () => Promise.resolve(messagingFaults().length === 0).then(failUnless) },
  ],
});

function failUnless(isWell: boolean): void {
  if (!isWell) throw new Error('does not answer');
}
