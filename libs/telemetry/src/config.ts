/** What the environment says of telemetry. Read once, when the process starts. */
export interface TelemetryConfig {
  /** Base address of an OTLP/HTTP collector; without it spans are made (trace ids exist) and go nowhere. */
  otlpEndpoint: string | undefined;
  /** `debug`, `info`, `warn`, `error` or `silent`. */
  logLevel: string;
}

export function readTelemetryConfig(env: NodeJS.ProcessEnv = process.env): TelemetryConfig {
  const quietByDefault = env['NODE_ENV'] === 'test' ? 'silent' : 'info';
  const otlpEndpoint = env['OTEL_EXPORTER_OTLP_ENDPOINT'];
  return {
    otlpEndpoint: otlpEndpoint === '' ? undefined : otlpEndpoint,
    logLevel: env['LOG_LEVEL'] ?? quietByDefault,
  };
}
