import { isSpanContextValid, trace } from '@opentelemetry/api';

/** Trace id (32 hex digits) of the work in hand, or `undefined` outside of any span. */
export function currentTraceId(): string | undefined {
  const span = trace.getActiveSpan()?.spanContext();
  return span !== undefined && isSpanContextValid(span) ? span.traceId : undefined;
}

/** W3C `traceparent` of the work in hand, to be kept with an outbox row; `undefined` outside of any span. */
export function currentTraceparent(): string | undefined {
  const span = trace.getActiveSpan()?.spanContext();
  if (span === undefined || !isSpanContextValid(span)) return undefined;
  return `00-${span.traceId}-${span.spanId}-${span.traceFlags.toString(16).padStart(2, '0')}`;
}
