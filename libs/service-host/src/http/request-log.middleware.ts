import type { Log } from '@mash/telemetry';
import type { NextFunction, Request, Response } from 'express';
import { routeOf, traceIdOf } from './trace.middleware';

/** One line for each request, once it is answered: method, route pattern, status, milliseconds, trace. */
export const logRequests =
  (log: Log) =>
  (request: Request, response: Response, next: NextFunction): void => {
    const start = process.hrtime.bigint();
    response.once('close', () => {
      const route = routeOf(request);
      if (route.startsWith('/health/')) return; // every few seconds for ever
      log.info('request', {
        method: request.method,
        route,
        status: response.statusCode,
        ms: Number((process.hrtime.bigint() - start) / 100_000n) / 10,
        traceId: traceIdOf(request),
        code: response.locals['problemCode'] as string | undefined,
      });
    });
    next();
  };
