import { decodeJwt } from 'jose';
import * as oidc from 'openid-client';
import { DEMO_PEOPLE } from '../people/demo-people';
import { runIdentity } from './running-identity';

describe('Systems and the demo loader', () => {
  let identity: Awaited<ReturnType<typeof runIdentity>>;
  beforeAll(async () => {
    identity = await runIdentity();
  });
  afterAll(() => identity.close());

  test('a service gets a token for another with the scope it asked for, five minutes long', async () => {
    const client = await identity.client('decision', 'decision-secret');
    const tokens = await oidc.clientCredentialsGrant(client, { resource: 'urn:mash:sharing', scope: 'facts:read' });
    const claims = decodeJwt(tokens.access_token);
    expect(claims).toMatchObject({
      aud: 'urn:mash:sharing',
      sub: 'decision',
      client_id: 'decision',
      scope: 'facts:read',
    });
    expect(claims).not.toHaveProperty('roles');
    expect(claims.exp! - claims.iat!).toBe(300);
  });

  test('a scope that is not its own is refused, and so is a wrong secret', async () => {
    const client = await identity.client('decision', 'decision-secret');
    const greedy = oidc.clientCredentialsGrant(client, { resource: 'urn:mash:sharing', scope: 'keys:lease' });
    await expect(greedy).rejects.toMatchObject({ error: 'invalid_scope' });
    const guess = oidc.clientCredentialsGrant(await identity.client('decision', 'guess'), {
      resource: 'urn:mash:sharing',
    });
    await expect(guess).rejects.toMatchObject({ status: 401 });
  });

  const demoToken = (credentials: string, body: object) =>
    fetch(`${identity.issuer}/demo/token`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
      },
      body: JSON.stringify(body),
    });
  const wanted = { accountId: DEMO_PEOPLE[0]!.accountId, resource: 'urn:mash:contact-intake' };

  test('the demo loader gets a five-minute token as a demo person', async () => {
    const response = await demoToken('demo-loader:loader-secret', wanted);
    const { access_token: token } = (await response.json()) as { access_token: string };
    const claims = decodeJwt(token);
    expect(claims).toMatchObject({
      iss: identity.issuer,
      sub: wanted.accountId,
      aud: wanted.resource,
      roles: ['referrer'],
    });
    expect(claims.exp! - claims.iat!).toBe(300);
  });

  test('nobody else does, and nobody for an unknown person or service', async () => {
    expect((await demoToken('decision:decision-secret', wanted)).status).toBe(401);
    expect((await demoToken('demo-loader:guess', wanted)).status).toBe(401);
    expect((await demoToken('nobody:', wanted)).status).toBe(401);
    expect((await demoToken('demo-loader:loader-secret', { ...wanted, resource: 'urn:mash:elsewhere' })).status).toBe(
      400,
    );
    expect((await demoToken('demo-loader:loader-secret', { ...wanted, roles: ['mash-manager'] })).status).toBe(400);
  });

  test('the list of demo people is there in the demo, with no addresses', async () => {
    const people = (await (await fetch(`${identity.issuer}/demo/people`)).json()) as object[];
    expect(people).toHaveLength(DEMO_PEOPLE.length);
    expect(Object.keys(people[0]!)).toEqual(['accountId', 'name', 'roleTitle', 'agency', 'roles']);
  });

  test('outside the demo both are absent', async () => {
    const plain = await runIdentity({ isDemo: false });
    const statuses = [
      (await fetch(`${plain.issuer}/demo/people`)).status,
      (await fetch(`${plain.issuer}/demo/token`, { method: 'POST' })).status,
      (await fetch(`${plain.issuer}/health/ready`)).status,
    ];
    await plain.close();
    expect(statuses).toEqual([404, 404, 200]);
  });
});
