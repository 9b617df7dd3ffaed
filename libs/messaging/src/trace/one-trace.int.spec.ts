import { randomUUID } from 'node:crypto';
import { eventually, freshTopicPrefix, testKafka } from '@mash/testing';
import type { FreshDatabase } from '@mash/testing';
import { SpanKind, context, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { fixtureDatabase } from '../testing/fixture-database';
import { TestService } from '../testing/test-service';

jest.setTimeout(60_000);

describe('The trace of a change', () => {
  const spans = new InMemorySpanExporter();
  let database: FreshDatabase;
  let service: TestService;

  beforeAll(async () => {
    trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }));
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    database = await fixtureDatabase();
    service = await TestService.start({
      databaseUrl: database.appUrl,
      brokers: testKafka(),
      topicPrefix: freshTopicPrefix(),
    });
  });
  afterAll(async () => {
    await service.stop();
    await database.drop();
    trace.disable();
    context.disable();
  });

  test('goes from the form through outbox, relay and Kafka into the reaction, with no stray', async () => {
    const enquiryId = randomUUID();
    let insideReaction: string | undefined;
    service.mood.onStep = () => void (insideReaction = trace.getActiveSpan()?.spanContext().spanId);
    await trace.getTracer('test').startActiveSpan('press send', async (form) => {
      await service.take(enquiryId, 1);
      form.end();
    });
    const [form, publish, process] = await eventually(() => {
      const byName = (name: string) => spans.getFinishedSpans().find((span) => span.name === name);
      const found = [byName('press send'), byName('publish fixture.step-taken'), byName('process fixture.step-taken')];
      expect(found).not.toContain(undefined);
      return found.map((span) => span!);
    });
    expect(publish!.parentSpanContext?.spanId).toBe(form!.spanContext().spanId);
    expect(process!.parentSpanContext?.spanId).toBe(publish!.spanContext().spanId);
    expect([publish!.kind, process!.kind]).toEqual([SpanKind.PRODUCER, SpanKind.CONSUMER]);
    expect(insideReaction).toBe(process!.spanContext().spanId);
    expect(new Set(spans.getFinishedSpans().map((span) => span.spanContext().traceId)).size).toBe(1);
  });
});
