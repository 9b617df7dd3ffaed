import { SpanStatusCode, context, trace } from '@opentelemetry/api';
import type { Span, SpanKind } from '@opentelemetry/api';
import { isError } from '../consumer-host/is-error';
import { contextOf } from './traceparent';

export interface MessagingSpan {
  readonly name: string;
  readonly kind: SpanKind;
  readonly traceparent: string | undefined;
  /** Ids and codes only: spans leave the machine. */
  readonly attributes: Readonly<Record<string, string | number>>;
}

/** Opens a span whose parent is the one that the message carries. The caller ends it. */
export function openSpan({ name, kind, traceparent, attributes }: MessagingSpan): Span {
  const options = { kind, attributes: { 'messaging.system': 'kafka', ...attributes } };
  return trace.getTracer('mash-messaging').startSpan(name, options, contextOf(traceparent));
}

/** Marks a span as failed by the class of its error; the message stays out, for it may speak of people. */
export function failSpan(span: Span, error: unknown): void {
  const errorClass = isError(error) ? error.name : typeof error;
  span.setAttribute('error.type', errorClass);
  span.setStatus({ code: SpanStatusCode.ERROR, message: errorClass });
}

/** Runs work inside a span and ends it, whatever comes out. */
export async function inSpan<T>(settings: MessagingSpan, work: (span: Span) => Promise<T>): Promise<T> {
  const span = openSpan(settings);
  try {
    return await context.with(trace.setSpan(contextOf(settings.traceparent), span), () => work(span));
  } catch (error) {
    failSpan(span, error);
    throw error;
  } finally {
    span.end();
  }
}
