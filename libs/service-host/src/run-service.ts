import { jsonLogger, startTelemetry } from '@mash/telemetry';
import type { INestApplication } from '@nestjs/common';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { readServiceConfig } from './config';
import type { ServiceConfig } from './config';
import { createApp } from './create-app';
import type { Indicators, ServiceModule } from './create-app';
import { drainOnSignals } from './shutdown';

export interface ServiceOptions {
  service: string;
  module: ServiceModule;
  /** Makes the Kafka transport; the app is there to take a DataSource from. */
  transport?: (app: NestExpressApplication, config: ServiceConfig) => CustomTransportStrategy;
  /** What must work before the service is ready: `{ name, check }`. */
  indicators?: Indicators;
  config?: ServiceConfig;
  /** Largest JSON body in bytes; 1 MB when left out. */
  bodyLimit?: number;
}

const settingsOf = (service: string, config: ServiceConfig, bodyLimit?: number) => ({
  service,
  oidcIssuer: config.oidcIssuer,
  oidcInternalUrl: config.oidcInternalUrl,
  urls: config.urls,
  clientId: config.clientId,
  clientSecret: config.clientSecret,
  ...(bodyLimit !== undefined && { bodyLimit }),
});

/** Starts one service: configuration, telemetry, consumers, then HTTP. Fails loudly: a service that cannot start ends its process. */
export async function runService(options: ServiceOptions): Promise<INestApplication> {
  const telemetry = startTelemetry(options.service);
  const log = jsonLogger(options.service);
  try {
    const config = options.config ?? readServiceConfig();
    const app = await createApp(
      options.module,
      settingsOf(options.service, config, options.bodyLimit),
      options.indicators,
    );
    drainOnSignals(app, log, () => telemetry.shutdown());
    if (options.transport !== undefined) {
      app.connectMicroservice({ strategy: options.transport(app, config) }, { inheritAppConfig: true });
      await app.startAllMicroservices();
    }
    await app.listen(config.port);
    log.info('started', { port: config.port });
    return app;
  } catch (error) {
    log.error('could not start', error);
    // Nothing has been served yet: the message is about configuration or wiring, and whoever starts the service must see it.
    process.stderr.write(
      `${options.service} could not start: ${error instanceof Error ? error.message : 'unknown error'}\n`,
    );
    process.exit(1);
  }
}
