import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { CONFIG } from '../config.token';
import { SERVICE_NAMES, type ConsoleConfig, type ServiceName } from '../config';
import type { PendingSignIn } from '../session/session-data';

/** An access token and the instant (ms) after which it is not used any more. */
export interface AccessToken {
  readonly value: string;
  readonly usableUntil: number;
}

export interface SignedInTokens {
  readonly idToken: string;
  readonly refreshToken: string;
  readonly claims: Record<string, unknown>;
}

const audienceOf = (service: ServiceName): string => `urn:mash:${service}`;
/** A token is left alone this long before it runs out, so that it does not do so on its way. */
const MARGIN_MS = 20_000;
/** A step-up sign-in comes back within this, or it was another one. */
const STEP_UP_SECONDS = 300;

/** OpenID Connect: code flow with PKCE for people, client credentials for the console itself. Knows no page and no session. */
@Injectable()
export class IdentityProvider {
  private discovered: Promise<oidc.Configuration> | undefined;

  constructor(@Inject(CONFIG) private readonly config: ConsoleConfig) {}

  /**
   * Where to send the browser, and what to remember until it comes back.
   * @param again the person has to prove afresh who they are, although the provider knows them (step-up)
   */
  async begin(returnTo: string, again = false): Promise<{ url: string; pending: PendingSignIn }> {
    const codeVerifier = oidc.randomPKCECodeVerifier();
    const begun = { state: oidc.randomState(), nonce: oidc.randomNonce(), codeVerifier, returnTo };
    const pending: PendingSignIn = again ? { ...begun, again: true } : begun;
    const parameters = new URLSearchParams({
      redirect_uri: this.callbackUrl,
      scope: 'openid profile email offline_access',
      prompt: again ? 'login consent' : 'consent',
      ...(again && { max_age: String(STEP_UP_SECONDS) }),
      code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      state: pending.state,
      nonce: pending.nonce,
    });
    for (const service of SERVICE_NAMES) parameters.append('resource', audienceOf(service));
    return { url: oidc.buildAuthorizationUrl(await this.provider(), parameters).href, pending };
  }

  /** Exchanges the code that came back. Throws where state, nonce or verifier are not those of this browser. */
  async finish(callback: URL, pending: PendingSignIn): Promise<SignedInTokens> {
    const checks = {
      pkceCodeVerifier: pending.codeVerifier,
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      // With it the ID token must say when the person signed in, and it must be just now.
      ...(pending.again && { maxAge: STEP_UP_SECONDS }),
    };
    const resource = audienceOf('contact-intake');
    const tokens = await oidc.authorizationCodeGrant(await this.provider(), callback, checks, { resource });
    if (tokens.id_token === undefined || tokens.refresh_token === undefined)
      throw new Error('CONSOLE.SIGN_IN_INCOMPLETE');
    const claims = { ...payloadOf(tokens.access_token), ...tokens.claims() };
    return { idToken: tokens.id_token, refreshToken: tokens.refresh_token, claims };
  }

  /** A person's five-minute token for one service. `refreshToken` comes back where the provider has exchanged it. */
  async tokenFor(
    service: ServiceName,
    refreshToken: string,
    now: number,
  ): Promise<{ token: AccessToken; refreshToken: string | undefined }> {
    const parameters = { resource: audienceOf(service) };
    const tokens = await oidc.refreshTokenGrant(await this.provider(), refreshToken, parameters);
    return { token: usable(tokens.access_token, tokens.expiresIn(), now), refreshToken: tokens.refresh_token };
  }

  /** The console's own token. It can lease keys and nothing else: it releases nothing. */
  async ownToken(service: ServiceName, scope: string, now: number): Promise<AccessToken> {
    const parameters = { resource: audienceOf(service), scope };
    const tokens = await oidc.clientCredentialsGrant(await this.provider(), parameters);
    return usable(tokens.access_token, tokens.expiresIn(), now);
  }

  /** Where the browser goes to end the provider's session too. The library adds which client asks. @param idToken of whoever signs out, where it is known */
  async endSessionUrl(idToken: string | undefined): Promise<string> {
    const parameters = {
      ...(idToken !== undefined && { id_token_hint: idToken }),
      post_logout_redirect_uri: `${this.config.consoleUrl}/signed-out`,
    };
    return oidc.buildEndSessionUrl(await this.provider(), parameters).href;
  }

  get callbackUrl(): string {
    return `${this.config.consoleUrl}/sign-in/callback`;
  }

  /** Discovered at first need: the provider may start after the console. A failure is tried again at the next call. */
  private provider(): Promise<oidc.Configuration> {
    this.discovered ??= this.discover().catch((error: unknown) => {
      this.discovered = undefined;
      throw error;
    });
    return this.discovered;
  }

  private discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.config;
    const execute = [oidc.enableNonRepudiationChecks, ...(issuer.startsWith('http:') ? [allowHttp] : [])];
    return oidc.discovery(new URL(issuer), clientId, clientSecret, oidc.ClientSecretBasic(clientSecret), {
      execute,
      timeout: 5,
    });
  }
}

/** For a provider on the same machine, without TLS. The library marks this as deprecated so that nobody uses it in production. */
const allowHttp: (config: oidc.Configuration) => void = Reflect.get(oidc, 'allowInsecureRequests');

function usable(value: string, expiresIn: number | undefined, now: number): AccessToken {
  return { value, usableUntil: now + (expiresIn ?? 300) * 1000 - MARGIN_MS };
}

/** Claims of an access token, read only to steer what is offered; its signature is for the services to check. */
function payloadOf(jwt: string): Record<string, unknown> {
  const [, payload] = jwt.split('.');
  if (payload === undefined) return {};
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>;
}
