import { issueTestTokens, people, startTestService } from '@mash/testing';
import type { TestService, TestTokens } from '@mash/testing';
import request from 'supertest';
import { SampleModule } from './sample.module';

const fieldsOf = (body: unknown): string[] =>
  (body as { errors: { field: string }[] }).errors.map((error) => error.field).sort();

describe('What a service takes in', () => {
  let tokens: TestTokens;
  let service: TestService;
  let bearer: string;
  beforeAll(async () => {
    tokens = await issueTestTokens();
    service = await startTestService({ service: 'decision', module: SampleModule, issuer: tokens.issuer });
    bearer = `Bearer ${await tokens.tokenFor(people.manager, 'decision')}`;
  });
  afterAll(async () => {
    await service.close();
    await tokens.close();
  });

  const post = (body: string | object, type = 'application/json') =>
    request(service.url).post('/things').set('authorization', bearer).set('content-type', type).send(body);

  test('a well-formed body is kept, and the answer holds only what its schema names', async () => {
    const { status, body } = await post({ title: 'a thing' });
    expect(status).toBe(201);
    expect(body).toEqual({ title: 'a thing', by: people.manager.id });
  });

  test('unknown fields are refused, also deep inside, each by its name', async () => {
    const { status, body, headers } = await post({ title: 'a', extra: 1, parts: [{ size: 1, hidden: true }] });
    expect(status).toBe(400);
    expect(headers['content-type']).toMatch('application/problem+json');
    expect(body.code).toBe('REQUEST.INVALID');
    expect(fieldsOf(body)).toEqual(['extra', 'parts.0.hidden']);
  });

  test('each wrong field is listed, and no value is repeated', async () => {
    const { body } = await post({ title: 'x'.repeat(21), parts: [{ size: 'canary' }] });
    expect(fieldsOf(body)).toEqual(['parts.0.size', 'title']);
    expect(JSON.stringify(body)).not.toContain('canary');
  });

  test('a key that would reach the prototype is an unknown field like any other', async () => {
    const { status } = await post('{"title":"a","__proto__":{"admin":true}}');
    expect(status).toBe(400);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test('malformed JSON says so without quoting the body', async () => {
    const { status, body } = await post('{"title": "canary');
    expect([status, body.code]).toEqual([400, 'REQUEST.MALFORMED_JSON']);
    expect(JSON.stringify(body)).not.toContain('canary');
  });

  test('a body over one megabyte is refused', async () => {
    const { status, body } = await post({ title: 'x'.repeat(1_100_000) });
    expect([status, body.code]).toEqual([413, 'REQUEST.TOO_LARGE']);
  });

  test('a body in another media type is refused, not dropped', async () => {
    const { status, body } = await post('title=a', 'application/x-www-form-urlencoded');
    expect([status, body.code]).toEqual([415, 'REQUEST.MEDIA_TYPE']);
  });

  test('a missing body is an error of the body', async () => {
    const { status, body } = await request(service.url).post('/things').set('authorization', bearer);
    expect([status, body.code]).toEqual([400, 'REQUEST.INVALID']);
  });

  test('queries are checked like bodies', async () => {
    const get = (query: string) => request(service.url).get(`/things${query}`).set('authorization', bearer);
    expect((await get('?limit=5')).body.limit).toBe(5);
    expect((await get('?limit=500')).body.errors[0].field).toBe('limit');
    expect((await get('?surname=canary')).body.errors[0]).toMatchObject({ field: 'surname', code: 'unknown_field' });
  });

  test('an endpoint that declares no body or query refuses both', async () => {
    const withQuery = await request(service.url).get('/things/taken?a=b').set('authorization', bearer);
    expect(withQuery.body.errors).toEqual([
      { field: 'query', code: 'unknown_field', message: 'This endpoint takes none' },
    ]);
    const withBody = await request(service.url).post('/things/broken').set('authorization', bearer).send({ a: 1 });
    expect(withBody.body.errors[0].field).toBe('body');
  });

  test('a path id that is no UUID is refused before anything is looked up', async () => {
    const { status, body } = await request(service.url).get('/things/1%20or%201=1').set('authorization', bearer);
    expect([status, body.errors[0].field]).toEqual([400, 'thingId']);
  });

  test('an address with a broken escape is refused', async () => {
    const { status, body } = await request(service.url).get('/things/%E0%A4%A').set('authorization', bearer);
    expect([status, body.code]).toEqual([400, 'REQUEST.INVALID']);
  });
});
