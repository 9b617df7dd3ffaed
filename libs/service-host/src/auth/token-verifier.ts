import { parseActor } from '@mash/authorisation';
import type { Actor } from '@mash/authorisation';
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import { CodedError } from '../errors/coded-error';
import { PassingServiceFailure } from '../errors/passing-service-failure';
import type { Provider } from './provider-metadata';

/** Asymmetric only: a token signed with a shared secret, or with nothing, is refused before any key is looked up. */
const ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256', 'RS256', 'PS256'];
/** A person's token opens sealed words: five minutes at most (docs/security/sealing.md). The provider's promise is checked, not trusted. */
const LONGEST_LIFE_SECONDS = 300;
const CLOCK_TOLERANCE_SECONDS = 5;

const refused = (code: string, detail: string) => new CodedError(code, 401, detail);

function refusalOf(error: unknown): Error {
  if (error instanceof errors.JWTExpired) return refused('AUTH.TOKEN_EXPIRED', 'The token has expired.');
  if (error instanceof errors.JWKSTimeout) return new PassingServiceFailure('identity-provider', 'timeout');
  const isTokenFault = error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC';
  if (isTokenFault) return refused('AUTH.TOKEN_INVALID', 'The token is not one that this service takes.');
  return new PassingServiceFailure('identity-provider', 'unreachable');
}

/** Turns a bearer token into the actor it stands for: signature by the provider's keys (cached), issuer, audience, life, claims. */
export class TokenVerifier {
  private keys: JWTVerifyGetKey | undefined;

  constructor(
    private readonly provider: Provider,
    private readonly audience: string,
  ) {}

  async verify(token: string): Promise<Actor> {
    const claims = await this.claimsOf(token);
    this.assertShortLived(claims);
    const actor = parseActor(claims);
    if (actor === undefined) throw refused('AUTH.TOKEN_INVALID', 'The token does not say who you are.');
    return actor;
  }

  private async claimsOf(token: string): Promise<JWTPayload> {
    const keys = await this.keySet();
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: this.provider.issuer,
        audience: this.audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp', 'iat', 'sub'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
      });
      return payload;
    } catch (error) {
      throw refusalOf(error);
    }
  }

  private async keySet(): Promise<JWTVerifyGetKey> {
    this.keys ??= createRemoteJWKSet(new URL((await this.provider.metadata()).jwks_uri), { timeoutDuration: 5_000 });
    return this.keys;
  }

  private assertShortLived({ exp = Infinity, iat = 0 }: JWTPayload): void {
    if (exp - iat > LONGEST_LIFE_SECONDS) throw refused('AUTH.TOKEN_INVALID', 'The token lives too long.');
  }
}
