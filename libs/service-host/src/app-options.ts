import type { NestApplicationOptions } from '@nestjs/common';
import { NestApplicationContextOptions } from '@nestjs/common/interfaces/nest-application-context-options.interface';

/** How Nest is started: our own body parser and log; a failure is thrown to `runService` and not swallowed into an exit. */
export const appOptions = (logger: NestApplicationOptions['logger']): NestApplicationOptions =>
  Object.assign(new NestApplicationContextOptions(), { bodyParser: false, abortOnError: false, logger });
