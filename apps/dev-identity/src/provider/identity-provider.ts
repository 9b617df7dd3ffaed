import { randomBytes } from 'node:crypto';
import Provider from 'oidc-provider';
import type { OidcContext, OidcToken } from 'oidc-provider';
import type { IdentityConfig } from '../config';
import { accessClaims, identityClaims } from '../people/access-claims';
import { demoPerson } from '../people/demo-people';
import { errorPage } from '../sign-in/error-page';
import { signOutPage, signedOutPage } from '../sign-in/sign-out.page';
import { registeredClients } from './clients';
import { endSessionAtOnce } from './end-session';
import { IdentityStore, MemoryAdapter } from './memory-adapter';
import { ACCESS_TOKEN_SECONDS, resourceServer } from './resources';
import type { SigningKey } from './signing-key';

const WORKING_DAY_SECONDS = 8 * 3600;
const MINUTES_10 = 600;

interface HtmlAnswer {
  type: string;
  body: unknown;
}

const IDENTITY_CLAIMS = [
  'name',
  'role_title',
  'roles',
  'agency',
  'agency_name',
  'agency_kind',
  'partnership',
  'clearances',
];

function findAccount(_context: unknown, id: string) {
  const person = demoPerson(id);
  return person === undefined ? undefined : { accountId: id, claims: () => identityClaims(person) };
}

/** When the person signed in, as the code or refresh token behind this one knows it (RFC 9068 section 2.2.1). */
function signedInAt({ oidc }: OidcContext): { auth_time?: number } {
  const behind = oidc?.entities.RefreshToken ?? oidc?.entities.AuthorizationCode;
  return behind?.authTime === undefined ? {} : { auth_time: behind.authTime };
}

function extraTokenClaims(
  config: IdentityConfig,
  context: OidcContext,
  token: OidcToken,
): Record<string, unknown> | undefined {
  const person = token.accountId === undefined ? undefined : demoPerson(token.accountId);
  if (person !== undefined) return { ...accessClaims(person), ...signedInAt(context) };
  const client = config.clients.find(({ client_id }) => client_id === token.clientId);
  if (client?.partnership === undefined) return undefined;
  return { partnership: client.partnership, ...(client.agency === undefined ? {} : { agency: client.agency }) };
}

const features = (config: IdentityConfig, alg: string) => ({
  devInteractions: { enabled: false },
  clientCredentials: { enabled: true },
  revocation: { enabled: true },
  rpInitiatedLogout: {
    enabled: true,
    logoutSource: (context: HtmlAnswer, form: string) => void (context.body = signOutPage(form)),
    postLogoutSuccessSource: (context: HtmlAnswer) => void (context.body = signedOutPage()),
  },
  resourceIndicators: {
    enabled: true,
    defaultResource: () => undefined,
    useGrantedResource: () => false,
    getResourceServerInfo: (_context: unknown, resource: string, { clientId }: { clientId: string }) => {
      const scopes = config.clients.find(({ client_id }) => client_id === clientId)?.scopes ?? [];
      return resourceServer(resource, scopes, alg);
    },
  },
});

/** The OpenID provider of the demo: code flow with PKCE for people, client credentials for systems, JWT tokens for one service each. */
export function identityProvider(config: IdentityConfig, { jwk }: SigningKey): Provider {
  const store = new IdentityStore();
  const scopes = config.clients.flatMap((client) => client.scopes);
  const provider = new Provider(config.issuer, {
    adapter: (model: string) => new MemoryAdapter(model, store),
    clients: registeredClients(config, jwk.alg),
    jwks: { keys: [jwk] },
    findAccount,
    claims: { openid: ['sub'], profile: IDENTITY_CLAIMS, email: ['email'] },
    conformIdTokenClaims: false, // the console reads name and role title from the ID token
    extraTokenClaims: (context: OidcContext, token: OidcToken) => extraTokenClaims(config, context, token),
    features: features(config, jwk.alg),
    scopes: [...new Set(['openid', 'profile', 'email', 'offline_access', ...scopes])],
    pkce: { required: () => true },
    rotateRefreshToken: true,
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    cookies: {
      keys: [randomBytes(32).toString('hex')],
      names: { session: 'identity_session', interaction: 'identity_interaction', resume: 'identity_resume' },
    },
    renderError: (context: HtmlAnswer, out: { error: string }) => {
      context.type = 'html';
      context.body = errorPage(out.error, config.consoleUrl);
    },
    ttl: {
      AccessToken: ACCESS_TOKEN_SECONDS,
      ClientCredentials: ACCESS_TOKEN_SECONDS,
      AuthorizationCode: 60,
      IdToken: WORKING_DAY_SECONDS,
      Session: WORKING_DAY_SECONDS,
      Grant: WORKING_DAY_SECONDS,
      RefreshToken: WORKING_DAY_SECONDS,
      Interaction: MINUTES_10,
    },
  });
  endSessionAtOnce(provider);
  return provider;
}
