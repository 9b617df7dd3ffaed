import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { NestInstrumentation } from '@opentelemetry/instrumentation-nestjs-core';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';

/** Probes arrive every few seconds for ever: they would bury the traces that matter. */
const isProbe = (url: string | undefined): boolean => (url ?? '').startsWith('/health/');

/**
 * Hooks `http`, `pg` and Nest. Must run before those are first loaded: each service imports its `telemetry.ts` first.
 * Without `requireParentSpan` every poll of the outbox would be a trace of its own.
 */
export const instrument = (): unknown[] => [
  new HttpInstrumentation({
    ignoreIncomingRequestHook: (request) => isProbe(request.url),
    requireParentforOutgoingSpans: true,
  }),
  new PgInstrumentation({ requireParentSpan: true, enhancedDatabaseReporting: false }),
  new NestInstrumentation(),
];
