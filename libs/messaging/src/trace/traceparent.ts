import { ROOT_CONTEXT, isSpanContextValid, trace } from '@opentelemetry/api';
import type { Context, SpanContext } from '@opentelemetry/api';

const SHAPE = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** A span as the W3C Trace Context header that the next hop reads, or undefined where nobody is tracing. */
export function traceparentOf(span: SpanContext | undefined): string | undefined {
  if (span === undefined || !isSpanContextValid(span)) return undefined;
  return `00-${span.traceId}-${span.spanId}-${span.traceFlags.toString(16).padStart(2, '0')}`;
}

/** The trace that is running at this moment, as a header. */
export const currentTraceparent = (): string | undefined => traceparentOf(trace.getActiveSpan()?.spanContext());

/** A context whose parent is the span in the header; an absent or unreadable header starts a trace of its own. */
export function contextOf(traceparent: string | undefined): Context {
  const [, traceId, spanId, flags] = SHAPE.exec(traceparent ?? '') ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId,
    traceFlags: Number.parseInt(flags, 16),
    isRemote: true,
  });
}
