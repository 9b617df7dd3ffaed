import { jsonLogger } from '@mash/telemetry';
import { issueTestTokens, people, recordSpans, startTestService } from '@mash/testing';
import type { RecordedSpans, TestService, TestTokens } from '@mash/testing';
import request from 'supertest';
import { z } from 'zod';
import { ServiceClient } from '../client/service-client';
import { SampleModule } from './sample.module';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

describe('What can be seen of a request', () => {
  const lines: string[] = [];
  let tokens: TestTokens;
  let service: TestService;
  let spans: RecordedSpans;
  let bearer: string;
  beforeAll(async () => {
    spans = recordSpans('decision');
    tokens = await issueTestTokens();
    const log = jsonLogger('decision', {
      level: 'info',
      destination: { write: (line: string) => void lines.push(line) },
    });
    service = await startTestService({
      service: 'decision',
      module: SampleModule,
      issuer: tokens.issuer,
      settings: { log },
    });
    bearer = `Bearer ${await tokens.tokenFor(people.manager, 'decision')}`;
  });
  afterAll(async () => {
    await service.close();
    await tokens.close();
    await spans.stop();
  });
  beforeEach(() => {
    lines.length = 0;
    spans.clear();
  });
  const ask = (path: string) =>
    request(service.url).get(path).set('authorization', bearer).set('traceparent', `00-${TRACE}-00f067aa0ba902b7-01`);

  test('it goes on in the caller’s trace, and its answer names that trace', async () => {
    expect((await ask('/things')).body.traceId).toBe(TRACE);
    expect(spans.all().map((span) => span.spanContext().traceId)).toContain(TRACE);
    expect(spans.named('GET /things')[0]?.parentSpanContext?.spanId).toBe('00f067aa0ba902b7');
  });

  test('it makes one log line with the route pattern and never the address', async () => {
    await ask('/things/0198aaaa-0000-7000-8000-000000000abc');
    const logged = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatchObject({
      msg: 'request',
      method: 'GET',
      route: '/things/:thingId',
      status: 404,
      traceId: TRACE,
    });
    expect(logged[0]).toMatchObject({ service: 'decision', code: 'AGENCY_REQUEST.NOT_FOUND' });
    expect(lines.join()).not.toContain('000000000abc');
  });

  test('nothing that a caller typed gets into logs or spans', async () => {
    await ask('/things?surname=Canaryname');
    await ask('/canary-path/Canaryname');
    await request(service.url)
      .post('/things')
      .set('authorization', bearer)
      .send({ title: 'Canaryname', Canaryname: 1 });
    await request(service.url).post('/things/broken').set('authorization', bearer);
    const seen =
      lines.join() +
      JSON.stringify(spans.all().map(({ name, attributes, events, status }) => ({ name, attributes, events, status })));
    expect(lines.some((line) => line.includes('request failed'))).toBe(true);
    expect(seen).not.toMatch(/Canary|surname/i);
  });

  test('a call to another service carries the trace on', async () => {
    const other = await startTestService({ service: 'sharing', module: SampleModule, issuer: tokens.issuer });
    const caller = await startTestService({
      service: 'decision',
      module: SampleModule,
      issuer: tokens.issuer,
      settings: { urls: { sharing: other.url }, clientId: 'decision', clientSecret: 'secret' },
    });
    const schema = z.object({ kind: z.string(), id: z.string() });
    const facts = await caller.app.get(ServiceClient).get('sharing', '/things/facts', { schema, scope: 'facts:read' });
    await caller.close();
    await other.close();
    expect(facts).toEqual({ kind: 'system', id: 'decision' });
    const [outgoing] = spans.named('GET sharing');
    const [incoming] = spans.named('GET /things/facts');
    expect(incoming?.spanContext().traceId).toBe(outgoing?.spanContext().traceId);
    expect(incoming?.parentSpanContext?.spanId).toBe(outgoing?.spanContext().spanId);
  });
});
