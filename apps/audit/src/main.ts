import { messagingFaults } from '@mash/messaging';
import { databaseIsReachable } from '@mash/persistence';
import { runService } from '@mash/service-host';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module';
import { readAuditConfig } from './config';
import { auditTransport } from './transport';

const config = readAuditConfig();

void runService({
  service: 'audit',
  module: AppModule.with(config),
  config,
  transport: (app) => auditTransport(app, { ...config.kafka, topicPrefix: config.topicPrefix }),
  indicators: (app) => [
    { name: 'database', check: () => databaseIsReachable(app.get(DataSource)).then(failUnless) },
    { name: 'messaging', check: () => Promise.resolve(messagingFaults().length === 0).then(failUnless) },
  ],
});

function failUnless(isWell: boolean): void {
  if (!isWell) throw new Error('does not answer');
}
