import { errors } from 'oidc-provider';

/** The services that tokens are for: `urn:mash:<service>`. */
const SERVICES = ['contact-intake', 'decision', 'agency-requests', 'sharing', 'audit'];
const RESOURCES = new Set(SERVICES.map((service) => `urn:mash:${service}`));

/** Five minutes at most: a person's token opens sealed words. */
export const ACCESS_TOKEN_SECONDS = 300;

export const isResource = (resource: string): boolean => RESOURCES.has(resource);

/** What the provider needs to know to make a token for one service; any other target is refused. */
export function resourceServer(resource: string, scopes: string[], alg: string): Record<string, unknown> {
  if (!isResource(resource)) throw new errors.InvalidTarget('unknown resource');
  return {
    scope: scopes.join(' '),
    audience: resource,
    accessTokenTTL: ACCESS_TOKEN_SECONDS,
    accessTokenFormat: 'jwt',
    jwt: { sign: { alg } },
  };
}
