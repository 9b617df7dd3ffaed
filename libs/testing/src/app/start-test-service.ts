import type { AddressInfo } from 'node:net';
import { appOptions, dressApp, rootModule } from '@mash/service-host';
import type { HostSettings, Indicators, ServiceModule } from '@mash/service-host';
import { jsonLogger } from '@mash/telemetry';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import type { TestingModuleBuilder } from '@nestjs/testing';

export interface TestServiceOptions {
  service: string;
  module: ServiceModule;
  /** `tokens.issuer` of `issueTestTokens()`. */
  issuer: string;
  settings?: Partial<HostSettings>;
  indicators?: Indicators;
  transport?: (app: NestExpressApplication) => CustomTransportStrategy;
  /** Replaces providers: `(builder) => builder.overrideProvider(Clock).useValue(clock)`. */
  replace?: (builder: TestingModuleBuilder) => TestingModuleBuilder;
}

export interface TestService {
  app: NestExpressApplication;
  /** Base address; `request(service.url).get('/...')` with supertest. */
  url: string;
  close(): Promise<void>;
}

/** Boots a service in this process, as `runService` would, on a free port. */
export async function startTestService(options: TestServiceOptions): Promise<TestService> {
  const quiet = jsonLogger(options.service, { level: 'silent' });
  const settings: HostSettings = {
    service: options.service,
    oidcIssuer: options.issuer,
    log: quiet,
    ...options.settings,
  };
  const builder = Test.createTestingModule({ imports: [rootModule(options.module, settings)] });
  const compiled = await (options.replace?.(builder) ?? builder).compile();
  const app = compiled.createNestApplication<NestExpressApplication>(appOptions(false));
  dressApp(app, settings, options.indicators);
  if (options.transport !== undefined) {
    app.connectMicroservice({ strategy: options.transport(app) }, { inheritAppConfig: true });
    await app.startAllMicroservices();
  }
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return { app, url: `http://127.0.0.1:${port}`, close: () => app.close() };
}
