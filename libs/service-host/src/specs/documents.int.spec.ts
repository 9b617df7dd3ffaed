import { Body, Controller, Module, Post } from '@nestjs/common';
import { issueTestTokens, startTestService } from '@mash/testing';
import type { TestService, TestTokens } from '@mash/testing';
import { createZodDto } from 'nestjs-zod';
import request from 'supertest';
import { z } from 'zod';
import { SampleModule } from './sample.module';

describe('What a service says of itself', () => {
  let tokens: TestTokens;
  let service: TestService;
  let isDatabaseUp = true;
  beforeAll(async () => {
    tokens = await issueTestTokens();
    const check = () => (isDatabaseUp ? Promise.resolve() : Promise.reject(new Error('postgres://canary')));
    const indicators = () => [{ name: 'database', check }];
    service = await startTestService({ service: 'decision', module: SampleModule, issuer: tokens.issuer, indicators });
  });
  afterAll(async () => {
    await service.close();
    await tokens.close();
  });

  test('its OpenAPI document is public and comes from the schemas', async () => {
    const { status, body } = await request(service.url).get('/openapi.json');
    expect(status).toBe(200);
    const { schema } = body.paths['/things'].post.requestBody.content['application/json'];
    const thing = body.components.schemas[String(schema.$ref).split('/').at(-1)!];
    expect(thing.properties.title).toMatchObject({ type: 'string', minLength: 1, maxLength: 20 });
    expect(thing.additionalProperties).toBe(false);
    expect(body.paths['/things'].get.responses.default.content).toHaveProperty('application/problem+json');
    expect(body.components.schemas.ProblemDetails.required).toContain('code');
    expect(body.security).toEqual([{ bearer: [] }]);
    expect(Object.keys(body.paths as object)).not.toContain('/health/live');
  });

  test('its AsyncAPI document is public and comes from the event contracts', async () => {
    const { status, body } = await request(service.url).get('/asyncapi.json');
    expect([status, body.asyncapi]).toEqual([200, '3.0.0']);
    expect(Object.keys(body.channels as object)).toEqual(['mash.decision.v1', 'mash.audit.decision.v1']);
    expect(body.components.schemas['decision.enquiry-rated.v1'].properties.ratingId.format).toBe('uuid');
  });

  test('a service that publishes nothing has no AsyncAPI document', async () => {
    const silent = await startTestService({ service: 'web-console', module: SampleModule, issuer: tokens.issuer });
    const { status } = await request(silent.url).get('/asyncapi.json');
    await silent.close();
    expect(status).toBe(404);
  });

  test('it is live, and ready while what it needs answers', async () => {
    expect((await request(service.url).get('/health/live')).body).toEqual({ status: 'ok' });
    const ready = await request(service.url).get('/health/ready');
    expect([ready.status, ready.body]).toEqual([200, { status: 'ok', checks: { database: 'up' } }]);
  });

  test('it is not ready when the database is down, and does not say why', async () => {
    isDatabaseUp = false;
    const { status, body } = await request(service.url).get('/health/ready');
    isDatabaseUp = true;
    expect([status, body]).toEqual([503, { status: 'not-ready', checks: { database: 'down' } }]);
  });
});

describe('An endpoint that would let unknown fields pass', () => {
  class LooseDto extends createZodDto(z.strictObject({ list: z.array(z.object({ a: z.string() })) })) {}

  @Controller('loose')
  class LooseController {
    @Post()
    take(@Body() body: LooseDto): object {
      return body;
    }
  }
  @Controller('bare')
  class BareController {
    @Post()
    take(@Body() body: object): object {
      return body;
    }
  }
  @Module({ controllers: [LooseController, BareController] })
  class LooseModule {}

  test('keeps its service from starting', async () => {
    const starting = startTestService({ service: 'decision', module: LooseModule, issuer: 'http://localhost' });
    await expect(starting).rejects.toThrow(
      /LooseController.take: body list is not a z.strictObject; BareController.take: its body has no zod DTO/,
    );
  });
});
