import type { ClientSettings, IdentityConfig } from '../config';

/** The one client that people sign in through. */
export const CONSOLE_CLIENT = 'web-console';

const system = ({ client_id, client_secret, scopes }: ClientSettings, alg: string): Record<string, unknown> => ({
  client_id,
  client_secret,
  scope: scopes.join(' '),
  token_endpoint_auth_method: 'client_secret_basic',
  grant_types: ['client_credentials'],
  response_types: [],
  redirect_uris: [],
  id_token_signed_response_alg: alg,
});

const console_ = (settings: ClientSettings, consoleUrl: string, alg: string): Record<string, unknown> => ({
  ...system(settings, alg),
  scope: ['openid', 'profile', 'email', 'offline_access', ...settings.scopes].join(' '),
  grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
  response_types: ['code'],
  redirect_uris: [`${consoleUrl}/sign-in/callback`],
  post_logout_redirect_uris: [`${consoleUrl}/signed-out`],
});

/** The registered clients: systems with their scopes, and the console, through which people sign in. */
export const registeredClients = (config: IdentityConfig, alg: string): Record<string, unknown>[] =>
  config.clients.map((client) =>
    client.client_id === CONSOLE_CLIENT ? console_(client, config.consoleUrl, alg) : system(client, alg),
  );
