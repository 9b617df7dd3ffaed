import { randomBytes } from 'node:crypto';
import { contextFrom, currentTraceId } from '@mash/telemetry';
import { SpanKind, SpanStatusCode, context, trace } from '@opentelemetry/api';
import type { NextFunction, Request, Response } from 'express';

const traceIds = new WeakMap<Request, string>();

/** The trace id that this request's answer, log line and events share. */
export function traceIdOf(request: Request): string {
  return traceIds.get(request) ?? currentTraceId() ?? '';
}

/** The pattern (`/enquiries/:id`), never the address asked for: that holds ids, and anything else that somebody typed. */
export const routeOf = (request: Request): string =>
  (request.route as { path?: string } | undefined)?.path ?? 'unmatched';

function startServerSpan(request: Request, response: Response, next: NextFunction): void {
  const parent = contextFrom(request.headers);
  const span = trace.getTracer('mash').startSpan(request.method, { kind: SpanKind.SERVER }, parent);
  const minted = span.spanContext().traceId;
  traceIds.set(request, /^0+$/.test(minted) ? randomBytes(16).toString('hex') : minted);
  response.once('close', () => {
    span.updateName(`${request.method} ${routeOf(request)}`);
    span.setAttributes({ 'http.request.method': request.method, 'http.route': routeOf(request) });
    span.setAttribute('http.response.status_code', response.statusCode);
    if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  });
  context.with(trace.setSpan(parent, span), () => next());
}

/** Joins the caller's trace. Where the HTTP instrumentation has opened a span already, that one is used. */
export function traceRequests(request: Request, response: Response, next: NextFunction): void {
  const traceId = currentTraceId();
  if (traceId === undefined) {
    startServerSpan(request, response, next);
    return;
  }
  traceIds.set(request, traceId);
  next();
}
