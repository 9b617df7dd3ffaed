import { documentOf } from './support/open-api';
import { consoleUrl, identityUrl, SERVICES, urlOf } from './support/platform';

describe('Every service', () => {
  test.each(SERVICES)('%s says that it lives and that it is ready, to anybody', async (service) => {
    const live = await fetch(`${urlOf(service)}/health/live`);
    expect([live.status, await live.json()]).toEqual([200, { status: 'ok' }]);
    const ready = await fetch(`${urlOf(service)}/health/ready`);
    const keys = service === 'sharing' ? { keys: 'up' } : {};
    expect(await ready.json()).toEqual({ status: 'ok', checks: { database: 'up', messaging: 'up', ...keys } });
  });

  test.each(SERVICES)('%s serves a document of every endpoint, each with its refusals', async (service) => {
    const { openapi, paths } = await documentOf(service);
    expect(openapi).toMatch(/^3\./);
    const operations = Object.values(paths).flatMap((path) => Object.values(path));
    expect(operations.length).toBeGreaterThan(3);
    for (const { responses } of operations) expect(Object.keys(responses).length).toBeGreaterThan(0);
  });

  test('and the console and the identity provider are ready too', async () => {
    for (const url of [consoleUrl(), identityUrl()]) expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    const discovery = await fetch(`${identityUrl()}/.well-known/openid-configuration`);
    expect(await discovery.json()).toMatchObject({ issuer: identityUrl() });
  });
});
