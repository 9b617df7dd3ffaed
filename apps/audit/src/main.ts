import './telemetry';
import { messagingIndicator } from '@mash/messaging';
import { databaseIndicator } from '@mash/persistence';
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
  indicators: (app) => [databaseIndicator(app.get(DataSource)), messagingIndicator()],
});
