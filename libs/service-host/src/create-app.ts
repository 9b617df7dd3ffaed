import { jsonLogger } from '@mash/telemetry';
import { Module } from '@nestjs/common';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { appOptions } from './app-options';
import { serveAsyncApi } from './asyncapi/serve-asyncapi';
import { HealthRegistry } from './health/health-registry';
import type { HealthIndicator } from './health/health-registry';
import { HostModule } from './host.module';
import type { HostSettings } from './host-settings';
import { configureHttp } from './http/configure-http';
import { NestLog } from './nest-log';
import { serveOpenApi } from './openapi/serve-openapi';

export type ServiceModule = Type | DynamicModule;
export type Indicators = (app: NestExpressApplication) => HealthIndicator[];

@Module({})
class ServiceRoot {}

/** The root module of a service: the host's own and the service's. */
export const rootModule = (module: ServiceModule, settings: HostSettings): DynamicModule => ({
  module: ServiceRoot,
  imports: [HostModule.forService(settings), module],
});

/** Middleware, documents and readiness; `runService` and the tests' `startTestService` both pass here, so that they test what runs. */
export function dressApp(
  app: NestExpressApplication,
  settings: HostSettings,
  indicators?: Indicators,
): NestExpressApplication {
  configureHttp(app, settings);
  serveOpenApi(app, settings.service);
  serveAsyncApi(app, settings.service);
  for (const indicator of indicators?.(app) ?? []) app.get(HealthRegistry).add(indicator);
  return app;
}

/** A service that is complete and does not listen yet. */
export async function createApp(
  module: ServiceModule,
  settings: HostSettings,
  indicators?: Indicators,
): Promise<NestExpressApplication> {
  const logger = new NestLog(settings.log ?? jsonLogger(settings.service));
  const app = await NestFactory.create<NestExpressApplication>(rootModule(module, settings), appOptions(logger));
  return dressApp(app, settings, indicators);
}
