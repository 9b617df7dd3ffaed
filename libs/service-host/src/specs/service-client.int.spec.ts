import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { issueTestTokens } from '@mash/testing';
import type { TestTokens } from '@mash/testing';
import { z } from 'zod';
import { Provider } from '../auth/provider-metadata';
import { ServiceClient } from '../client/service-client';
import { ServiceTokens } from '../client/service-tokens';

describe('Asking another service', () => {
  let tokens: TestTokens;
  let other: Server;
  let url: string;
  let answer: { status: number; body: string };
  let seen: { authorization: string | undefined; body: string }[];
  let now: number;
  let client: ServiceClient;

  beforeAll(async () => {
    tokens = await issueTestTokens();
    other = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        seen.push({ authorization: request.headers.authorization, body: Buffer.concat(chunks).toString() });
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
      });
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    other.closeAllConnections();
    await new Promise((resolve) => other.close(resolve));
    await tokens.close();
  });
  beforeEach(() => {
    [seen, now, answer] = [[], Date.now(), { status: 200, body: '{"ok":true}' }];
    const provider = new Provider(tokens.issuer, undefined);
    client = new ServiceClient(new ServiceTokens(provider, 'decision', 'secret', () => now), { sharing: url });
  });
  const ask = () => client.get('sharing', '/x', { schema: z.object({ ok: z.boolean() }), scope: 'facts:read' });

  test('one token serves many calls, and is renewed before its end', async () => {
    const before = tokens.tokensIssued();
    await Promise.all([ask(), ask(), ask()]);
    expect(tokens.tokensIssued() - before).toBe(1);
    now += 280_000;
    await ask();
    expect(tokens.tokensIssued() - before).toBe(2);
  });

  test('a token that is no longer taken is replaced once, and no more', async () => {
    answer = { status: 401, body: '{"code":"AUTH.TOKEN_INVALID"}' };
    await expect(ask()).rejects.toMatchObject({ name: 'ServiceRefusal', status: 401, code: 'AUTH.TOKEN_INVALID' });
    expect(seen).toHaveLength(2);
    expect(seen[0]?.authorization).toMatch(/^Bearer /);
  });

  test('a body is sent as JSON', async () => {
    await client.post('sharing', '/x', { schema: z.unknown(), body: { a: 1 } });
    expect(seen[0]?.body).toBe('{"a":1}');
  });

  test('a “no” keeps its code', async () => {
    answer = { status: 409, body: '{"code":"KEY.BOUND"}' };
    await expect(ask()).rejects.toMatchObject({
      name: 'ServiceRefusal',
      service: 'sharing',
      status: 409,
      code: 'KEY.BOUND',
    });
  });

  test('failing, busy and unintelligible are passing failures', async () => {
    for (const [status, body, reason] of [
      [503, '', 'failing'],
      [429, '', 'busy'],
      [200, '{"ok":"perhaps"}', 'unintelligible'],
    ] as const) {
      answer = { status, body };
      await expect(ask()).rejects.toMatchObject({ name: 'PassingServiceFailure', passing: true, reason });
    }
  });

  test('a service that is not there is a passing failure', async () => {
    const provider = new Provider(tokens.issuer, undefined);
    const nowhere = new ServiceClient(new ServiceTokens(provider, 'decision', 'x', () => now), {
      sharing: 'http://127.0.0.1:1',
    });
    await expect(nowhere.get('sharing', '/x', { schema: z.unknown() })).rejects.toMatchObject({
      reason: 'unreachable',
    });
  });
});
