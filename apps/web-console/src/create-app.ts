import type { NestApplicationOptions } from '@nestjs/common';
import { NestApplicationContextOptions } from '@nestjs/common/interfaces/nest-application-context-options.interface';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module';
import type { ConsoleConfig } from './config';
import { configureWeb } from './configure-web';

const options = (): NestApplicationOptions =>
  Object.assign(new NestApplicationContextOptions(), {
    bodyParser: false,
    logger: ['error', 'fatal'],
    abortOnError: false,
  });

/** The console, ready to listen. Tests make it with a configuration of their own. */
export async function createApp(config: ConsoleConfig): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config), options());
  configureWeb(app);
  app.enableShutdownHooks();
  return app;
}
