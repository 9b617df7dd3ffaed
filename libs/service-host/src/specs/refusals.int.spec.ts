import { Refusal } from '@mash/authorisation';
import { issueTestTokens, people, startTestService } from '@mash/testing';
import type { TestService, TestTokens } from '@mash/testing';
import request from 'supertest';
import { problemOf, codedErrorOf } from '../errors/problem-of';
import { SampleModule } from './sample.module';

describe('How a service says no', () => {
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
  const get = (path: string) => request(service.url).get(path).set('authorization', bearer);

  test('a record that is not there has a code of its own kind', async () => {
    const { status, body } = await get('/things/0198aaaa-0000-7000-8000-000000000001');
    expect(status).toBe(404);
    expect(body).toMatchObject({
      type: 'urn:mash:problem:agency_request.not_found',
      code: 'AGENCY_REQUEST.NOT_FOUND',
      status: 404,
    });
    expect(body.traceId).toMatch(/^[0-9a-f]{32}$/);
  });

  test('an address that is not there is a 404, a method that is not taken a 405 with what is', async () => {
    expect((await get('/nowhere/at/all')).body.code).toBe('ROUTE.NOT_FOUND');
    const wrongMethod = await request(service.url).delete('/things').set('authorization', bearer);
    expect([wrongMethod.status, wrongMethod.body.code]).toEqual([405, 'ROUTE.METHOD_NOT_ALLOWED']);
    expect(wrongMethod.headers['allow']).toBe('GET, POST');
  });

  test('a conflict keeps its code', async () => {
    const { status, body } = await get('/things/taken');
    expect([status, body.code, body.detail]).toEqual([409, 'THING.TAKEN', 'Somebody else has it.']);
  });

  test('a service that cannot be asked just now reads as 503 and says when to come back', async () => {
    const { status, body, headers } = await get('/things/waiting');
    expect([status, body.code, headers['retry-after']]).toEqual([503, 'SERVICE.UNAVAILABLE', '5']);
  });

  test('what nobody expected says nothing of itself', async () => {
    const { status, body } = await request(service.url).post('/things/broken').set('authorization', bearer);
    expect([status, body.code]).toEqual([500, 'INTERNAL']);
    expect(JSON.stringify(body)).not.toMatch(/Canary|duplicate/);
  });

  test('a refusal by policy that hides the record reads like a record that is not there', () => {
    const subject = { kind: 'AgencyRequest', id: '1' };
    const words = 'There is no such record, or you may not see it.';
    const hidden = new Refusal('AGENCY_REQUEST.NOT_FOUND', 404, words, 'read', subject, 'OTHER_AGENCY');
    const problem = problemOf(codedErrorOf(hidden), 't');
    expect(problem).toEqual({
      type: 'urn:mash:problem:agency_request.not_found',
      title: 'Not Found',
      status: 404,
      code: 'AGENCY_REQUEST.NOT_FOUND',
      detail: 'There is no such record, or you may not see it.',
      traceId: 't',
    });
  });

  test('answers are kept in nobody’s cache and name no framework', async () => {
    const { headers } = await get('/things');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['etag']).toBeUndefined();
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});
