import { SpanKind, SpanStatusCode, context, propagation, trace } from '@opentelemetry/api';
import type { Attributes, Context, Span } from '@opentelemetry/api';

const TRACER = 'mash';

export interface SpanOptions {
  kind?: SpanKind;
  attributes?: Attributes;
  /** Where the work came from; the work in hand when left out. */
  parent?: Context;
}

/** Does the work inside a span of its own; a throw marks the span failed and goes on. */
export function withSpan<T>(name: string, options: SpanOptions, work: (span: Span) => Promise<T>): Promise<T> {
  const parent = options.parent ?? context.active();
  const { kind = SpanKind.INTERNAL, attributes = {} } = options;
  return trace.getTracer(TRACER).startActiveSpan(name, { kind, attributes }, parent, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** The context that a carrier (HTTP or Kafka headers) names in its `traceparent`. */
export const contextFrom = (carrier: Record<string, unknown>): Context =>
  propagation.extract(context.active(), carrier);

/** Headers that carry the work in hand to another process. */
export function traceHeaders(): Record<string, string> {
  const headers: Record<string, string> = {};
  propagation.inject(context.active(), headers);
  return headers;
}
