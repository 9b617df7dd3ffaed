import { registerTracer } from '@mash/telemetry';
import { context, propagation, trace } from '@opentelemetry/api';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-base';

export interface RecordedSpans {
  /** Finished spans, scrubbed as an exporter would see them. */
  all(): ReadableSpan[];
  named(name: string): ReadableSpan[];
  traceIds(): string[];
  clear(): void;
  stop(): Promise<void>;
}

/** Registers a tracer that keeps its spans in memory, for asserting that one action is one trace. Stop it in `afterAll`. */
export function recordSpans(service = 'test'): RecordedSpans {
  const exporter = new InMemorySpanExporter();
  const provider = registerTracer(service, [new SimpleSpanProcessor(exporter)]);
  return {
    all: () => exporter.getFinishedSpans(),
    named: (name) => exporter.getFinishedSpans().filter((span) => span.name === name),
    traceIds: () => [...new Set(exporter.getFinishedSpans().map((span) => span.spanContext().traceId))],
    clear: () => exporter.reset(),
    stop: async () => {
      await provider.shutdown();
      trace.disable();
      context.disable();
      propagation.disable();
    },
  };
}
