import { Router, json, urlencoded } from 'express';
import type { Request, Response } from 'express';
import { SignJWT } from 'jose';
import { z } from 'zod';
import type { IdentityConfig } from '../config';
import { accessClaims } from '../people/access-claims';
import { DEMO_PEOPLE, demoPerson } from '../people/demo-people';
import type { DemoPerson } from '../people/demo-person';
import { ACCESS_TOKEN_SECONDS, isResource } from '../provider/resources';
import type { SigningKey } from '../provider/signing-key';
import { authenticatedClient } from './client-authentication';

const Wanted = z.strictObject({ accountId: z.uuid(), resource: z.string() });

const sign = (person: DemoPerson, resource: string, clientId: string, issuer: string, { jwk, key }: SigningKey) =>
  // Asking for such a token is the demo's way of signing in: the moment counts as fresh.
  new SignJWT({ ...accessClaims(person), client_id: clientId, auth_time: Math.floor(Date.now() / 1000) })
    .setProtectedHeader({ alg: jwk.alg, kid: jwk.kid, typ: 'at+jwt' })
    .setIssuer(issuer)
    .setAudience(resource)
    .setSubject(person.accountId)
    .setIssuedAt()
    .setExpirationTime(`${ACCESS_TOKEN_SECONDS}s`)
    .sign(key);

/**
 * For the demo loader only, and only in the demo: who can be signed in as, and a five-minute token as one of them. Without these
 * the demo set could not come in by the same doors as real work.
 */
export function demoRoutes(config: IdentityConfig, key: SigningKey): Router {
  const routes = Router();
  routes.get('/demo/people', (_request, response) => {
    response.json(
      DEMO_PEOPLE.map(({ accountId, name, roleTitle, agency, roles }) => ({
        accountId,
        name,
        roleTitle,
        agency,
        roles,
      })),
    );
  });
  routes.post(
    '/demo/token',
    json({ limit: '4kb' }),
    urlencoded({ extended: false, limit: '4kb' }),
    (request, response) => answerToken(request, response, config, key),
  );
  return routes;
}

async function answerToken(
  request: Request,
  response: Response,
  config: IdentityConfig,
  key: SigningKey,
): Promise<void> {
  const client = authenticatedClient(request.headers.authorization, config.clients);
  if (client?.demo !== true) {
    response.status(401).set('WWW-Authenticate', 'Basic').json({ error: 'invalid_client' });
    return;
  }
  const wanted = Wanted.safeParse(request.body);
  const person = wanted.success ? demoPerson(wanted.data.accountId) : undefined;
  if (!wanted.success || person === undefined || !isResource(wanted.data.resource)) {
    response.status(400).json({ error: 'invalid_request' });
    return;
  }
  const token = await sign(person, wanted.data.resource, client.client_id, config.issuer, key);
  response
    .set('Cache-Control', 'no-store')
    .json({ access_token: token, token_type: 'Bearer', expires_in: ACCESS_TOKEN_SECONDS });
}
