import { isSpanContextValid, trace } from '@opentelemetry/api';

/** Trace id (32 hex digits) of the work in hand, or `undefined` outside of any span. */
export function currentTraceId(): string | undefined {
  const span = trace.getActiveSpan()?.spanContext();
  return span !== undefined && isSpanContextValid(span) ? span.traceId : undefined;
}
