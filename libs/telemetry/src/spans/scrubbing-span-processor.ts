import type { Context } from '@opentelemetry/api';
import type { ReadableSpan, Span, SpanProcessor } from '@opentelemetry/sdk-trace-base';
import { onlyWhitelistedAttributes } from './span-attributes';

const QUERY_OR_ID_IN_NAME = /[?#].*$|[0-9a-f]{8}-[0-9a-f-]{27}|https?:\/\/\S+/gi;

/** The same span with nothing in it that is not whitelisted; exception events keep their kind and lose their words. */
export function scrubbed(span: ReadableSpan): ReadableSpan {
  const events = span.events.map((event) => ({
    ...event,
    attributes: onlyWhitelistedAttributes(event.attributes ?? {}),
  }));
  const links = span.links.map((link) => ({ ...link, attributes: onlyWhitelistedAttributes(link.attributes ?? {}) }));
  return Object.create(span, {
    name: { value: span.name.replace(QUERY_OR_ID_IN_NAME, ''), enumerable: true },
    attributes: { value: onlyWhitelistedAttributes(span.attributes), enumerable: true },
    events: { value: events, enumerable: true },
    links: { value: links, enumerable: true },
    status: { value: { code: span.status.code }, enumerable: true },
  }) as ReadableSpan;
}

/** Stands between the tracer and an exporter: no span reaches the latter unscrubbed (docs/decisions/0006). */
export class ScrubbingSpanProcessor implements SpanProcessor {
  constructor(private readonly next: SpanProcessor) {}

  onStart(span: Span, parent: Context): void {
    this.next.onStart(span, parent);
  }

  onEnd(span: ReadableSpan): void {
    this.next.onEnd(scrubbed(span));
  }

  forceFlush(): Promise<void> {
    return this.next.forceFlush();
  }

  shutdown(): Promise<void> {
    return this.next.shutdown();
  }
}
