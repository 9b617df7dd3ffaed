import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { resourceFromAttributes } from '@opentelemetry/resources';
import type { SpanProcessor } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { ScrubbingSpanProcessor } from './scrubbing-span-processor';

/**
 * Registers the process's tracer: W3C trace context only (no baggage, which could carry words from service to service), and each
 * given processor behind the scrubber.
 */
export function registerTracer(service: string, processors: SpanProcessor[]): NodeTracerProvider {
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service, 'service.namespace': 'mash' }),
    spanProcessors: processors.map((processor) => new ScrubbingSpanProcessor(processor)),
  });
  provider.register({ propagator: new W3CTraceContextPropagator() });
  return provider;
}
