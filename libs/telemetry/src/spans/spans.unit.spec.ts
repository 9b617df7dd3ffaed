import { SpanKind, SpanStatusCode, context, propagation, trace } from '@opentelemetry/api';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { jsonLogger } from '../log/json-logger';
import { currentTraceId } from './current-trace';
import { registerTracer } from './tracer-provider';
import { contextFrom, traceHeaders, withSpan } from './with-span';

const PARENT = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

describe('Tracing', () => {
  const exporter = new InMemorySpanExporter();
  let provider: NodeTracerProvider;
  beforeAll(() => {
    provider = registerTracer('sharing', [new SimpleSpanProcessor(exporter)]);
  });
  afterAll(async () => {
    await provider.shutdown();
    for (const api of [trace, context, propagation]) api.disable();
  });
  beforeEach(() => exporter.reset());
  const [only] = [() => exporter.getFinishedSpans()[0]!];

  test('a trace goes in and out by W3C headers', async () => {
    const seen = await withSpan(
      'effect',
      { kind: SpanKind.CONSUMER, parent: contextFrom({ traceparent: PARENT }) },
      () => Promise.resolve({ id: currentTraceId(), headers: traceHeaders() }),
    );
    expect(seen.id).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
    expect(seen.headers).toEqual({ traceparent: `00-${seen.id}-${only().spanContext().spanId}-01` });
    expect(only().parentSpanContext?.spanId).toBe('00f067aa0ba902b7');
    expect(only().resource.attributes['service.name']).toBe('sharing');
  });

  test('baggage is neither read nor sent: it could carry words', () => {
    const carried = contextFrom({ traceparent: PARENT, baggage: 'name=Canary' });
    expect(context.with(carried, traceHeaders)).toEqual({ traceparent: PARENT });
  });

  test('a log line inside a span bears its trace id', async () => {
    const lines: string[] = [];
    const log = jsonLogger('sharing', { level: 'info', destination: { write: (line) => void lines.push(line) } });
    const id = await withSpan('work', {}, () => {
      log.info('inside');
      return Promise.resolve(currentTraceId());
    });
    expect(JSON.parse(lines[0]!)).toMatchObject({ traceId: id });
    expect(currentTraceId()).toBeUndefined();
  });

  test('no span leaves with an address, a statement, an error’s words or any attribute that is not whitelisted', async () => {
    const failing = withSpan('GET https://host/people?name=Canary', {}, (span) => {
      span.setAttributes({
        'http.url': 'https://host/?q=Canary',
        'url.query': 'Canary',
        'db.statement': 'Canary',
        'http.route': '/people',
      });
      span.recordException(new Error('Canary'));
      span.addEvent('step', { note: 'Canary', 'mash.outcome': 'shown' });
      span.setStatus({ code: SpanStatusCode.ERROR, message: 'Canary' });
      return Promise.reject(new Error('Canary'));
    });
    await expect(failing).rejects.toThrow();
    const { name, attributes, events, status } = only();
    expect(JSON.stringify({ name, attributes, events, status })).not.toContain('Canary');
    expect(attributes).toEqual({ 'http.route': '/people' });
    expect(events.map((event) => event.name)).toEqual(['exception', 'step']);
    expect(events[1]?.attributes).toEqual({ 'mash.outcome': 'shown' });
    expect(status).toEqual({ code: SpanStatusCode.ERROR });
  });

  test('an id in a span’s name is taken out, so that names stay few and tell nothing', async () => {
    await withSpan('GET /people/0198aaaa-0000-7000-8000-000000000001', {}, () => Promise.resolve());
    expect(only().name).toBe('GET /people/');
  });
});
