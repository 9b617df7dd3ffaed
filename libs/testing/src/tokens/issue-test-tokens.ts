import type { PersonActor } from '@mash/authorisation';
import { TestIssuer } from './test-issuer';
import type { Claims } from './test-issuer';

export interface TestTokens {
  /** For `OIDC_ISSUER`. */
  issuer: string;
  /** A five-minute token as this person, for one service; `changes` spoils or bends single claims. */
  tokenFor(actor: PersonActor, service: string, changes?: Claims): Promise<string>;
  /** A five-minute client-credentials token. */
  systemTokenFor(clientId: string, scopes: string[], service: string, changes?: Claims): Promise<string>;
  /** Signs any claims: for hostile cases. */
  sign(claims: Claims, header?: Record<string, string>): Promise<string>;
  /** How many client-credentials tokens the token endpoint gave out. */
  tokensIssued(): number;
  close(): Promise<void>;
}

/** Starts a local token issuer for integration tests of services. Close it in `afterAll`. */
export async function issueTestTokens(): Promise<TestTokens> {
  const issuer = await TestIssuer.start();
  const frame = (service: string): Claims => {
    const iat = Math.floor(Date.now() / 1000);
    return { iss: issuer.issuer, aud: `urn:mash:${service}`, iat, exp: iat + 300 };
  };
  return {
    issuer: issuer.issuer,
    tokenFor: (actor, service, changes = {}) =>
      issuer.sign({
        ...frame(service),
        sub: actor.id,
        client_id: 'web-console',
        scope: 'access',
        roles: actor.roles,
        agency: actor.agencyId,
        agency_kind: actor.agencyKind,
        partnership: actor.partnershipId,
        clearances: actor.clearances,
        ...(actor.signedInAt !== undefined && { auth_time: actor.signedInAt }),
        ...changes,
      }),
    systemTokenFor: (clientId, scopes, service, changes = {}) =>
      issuer.sign({ ...frame(service), sub: clientId, client_id: clientId, scope: scopes.join(' '), ...changes }),
    sign: (claims, header) => issuer.sign(claims, header),
    tokensIssued: () => issuer.tokensIssued,
    close: () => issuer.close(),
  };
}
