import './telemetry';
import { messagingIndicator } from '@mash/messaging';
import { databaseIndicator } from '@mash/persistence';
import { runService } from '@mash/service-host';
import { jsonLogger } from '@mash/telemetry';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module';
import { readSharingConfig } from './config';
import { LEGAL_FRAME } from './domain/decision';
import { legalFrameStanding, legalFrameWarning } from './domain/legal-frame-standing';
import { KeysAtHand } from './keys/keys-at-hand';
import { sharingTransport } from './transport';

const config = readSharingConfig();
const warning = legalFrameWarning(legalFrameStanding(LEGAL_FRAME.version, config.legalFrameCheck));
if (warning !== undefined) jsonLogger('sharing').warn(warning);

void runService({
  service: 'sharing',
  // A picture is released in one call: 200 envelopes of up to 16 kB.
  bodyLimit: 8 * 1024 * 1024,
  module: AppModule.with(config),
  config,
  transport: (app) =>
    sharingTransport(app, {
      ...config.kafka,
      topicPrefix: config.topicPrefix,
      timing: { longestMissing: config.longestMissingMs },
    }),
  indicators: (app) => [
    databaseIndicator(app.get(DataSource)),
    { name: 'keys', check: () => app.get(KeysAtHand).assert() },
    messagingIndicator(),
  ],
});
