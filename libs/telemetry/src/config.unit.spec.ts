import { readTelemetryConfig } from './config';

describe('Telemetry settings', () => {
  test('nothing is sent anywhere unless a collector is named', () => {
    expect(readTelemetryConfig({}).otlpEndpoint).toBeUndefined();
    expect(readTelemetryConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: '' }).otlpEndpoint).toBeUndefined();
    expect(readTelemetryConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318' }).otlpEndpoint).toBe('http://c:4318');
  });

  test('tests are quiet, services are not', () => {
    expect(readTelemetryConfig({ NODE_ENV: 'test' }).logLevel).toBe('silent');
    expect(readTelemetryConfig({}).logLevel).toBe('info');
    expect(readTelemetryConfig({ LOG_LEVEL: 'warn' }).logLevel).toBe('warn');
  });
});
