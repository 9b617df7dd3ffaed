import { jsonLogger } from '@mash/telemetry';
import type { Log } from '@mash/telemetry';
import { Catch, HttpException, Inject } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Request, Response } from 'express';
import { throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import { allowedMethods } from '../http/allowed-methods';
import { traceIdOf } from '../http/trace.middleware';
import { HOST_SETTINGS } from '../host-settings';
import type { HostSettings } from '../host-settings';
import { CodedError } from './coded-error';
import { codedErrorOf, problemOf } from './problem-of';

/**
 * Every error leaves as problem+json. For messages the error itself is handed on, so that the dead-letter row has the real
 * reason (recipes: Nest would turn it into "Internal server error").
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log: Log;

  constructor(
    private readonly adapter: HttpAdapterHost,
    @Inject(HOST_SETTINGS) settings: HostSettings,
  ) {
    this.log = settings.log ?? jsonLogger(settings.service);
  }

  catch(error: unknown, host: ArgumentsHost): Observable<never> | undefined {
    if (host.getType() !== 'http') return throwError(() => error);
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    this.answer(this.codedFor(error, request, response), request, response, error);
    return undefined;
  }

  private codedFor(error: unknown, request: Request, response: Response): CodedError {
    const coded = codedErrorOf(error);
    if (coded.code !== 'ROUTE.NOT_FOUND' || !(error instanceof HttpException)) return coded;
    const methods = allowedMethods(this.adapter.httpAdapter.getInstance(), request.path);
    if (methods.length === 0) return coded;
    response.setHeader('Allow', methods.join(', '));
    return new CodedError('ROUTE.METHOD_NOT_ALLOWED', 405, 'This address does not take that method.');
  }

  private answer(coded: CodedError, request: Request, response: Response, error: unknown): void {
    if (coded.status >= 500) this.log.error('request failed', error, { code: coded.code, status: coded.status });
    if (response.headersSent) {
      response.destroy(); // half an answer must not look like a whole one
      return;
    }
    if (coded.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    if (coded.status === 503) response.setHeader('Retry-After', '5');
    response.setHeader('Cache-Control', 'no-store');
    response.locals['problemCode'] = coded.code;
    response
      .status(coded.status)
      .type('application/problem+json')
      .send(JSON.stringify(problemOf(coded, traceIdOf(request))));
  }
}
