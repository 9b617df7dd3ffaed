import { jsonLogger } from '@mash/telemetry';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { json } from 'express';
import helmet from 'helmet';
import type { HostSettings } from '../host-settings';
import { codeBodyErrors } from './body-errors.middleware';
import { jsonOnly } from './json-only.middleware';
import { logRequests } from './request-log.middleware';
import { traceRequests } from './trace.middleware';

/** One megabyte: the largest envelope is 64 kB, so a request of many still fits. */
export const DEFAULT_BODY_LIMIT = 1_048_576;

export const JSON_TYPES = ['application/json', 'application/*+json'];

/** What every request passes before it reaches a controller. The app must have been created with `bodyParser: false`. */
export function configureHttp(app: NestExpressApplication, settings: HostSettings): void {
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('etag', false); // no validators of case data in anybody's cache
  app.use(traceRequests);
  app.use(logRequests(settings.log ?? jsonLogger(settings.service)));
  app.use(helmet({ contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } } }));
  app.use((_request: unknown, response: { setHeader(name: string, value: string): void }, next: () => void) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.use(jsonOnly);
  app.use(json({ limit: settings.bodyLimit ?? DEFAULT_BODY_LIMIT, type: JSON_TYPES }));
  app.use(codeBodyErrors);
}
