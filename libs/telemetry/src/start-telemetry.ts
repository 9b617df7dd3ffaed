import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { SpanProcessor } from '@opentelemetry/sdk-trace-base';
import { readTelemetryConfig } from './config';
import { instrument } from './spans/instrumentations';
import { registerTracer } from './spans/tracer-provider';

export interface Telemetry {
  service: string;
  /** Sends what is still in memory, then stops. */
  shutdown(): Promise<void>;
}

let started: Telemetry | undefined;

const exportersFor = (otlpEndpoint: string | undefined): SpanProcessor[] => {
  if (otlpEndpoint === undefined) return [];
  return [new BatchSpanProcessor(new OTLPTraceExporter({ url: `${otlpEndpoint.replace(/\/$/, '')}/v1/traces` }))];
};

/**
 * Starts tracing for this process, once. Call it from a file of its own that `main.ts` imports before anything else, or the
 * libraries that it hooks are already loaded.
 */
export function startTelemetry(service: string): Telemetry {
  if (started !== undefined) return started;
  const provider = registerTracer(service, exportersFor(readTelemetryConfig().otlpEndpoint));
  instrument();
  started = { service, shutdown: () => provider.shutdown() };
  return started;
}
