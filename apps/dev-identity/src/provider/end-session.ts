import type Provider from 'oidc-provider';
import type { OidcContext } from 'oidc-provider';

/** The signed-out caller proved who is signing out (ID token hint), or nobody is signed in any more. */
const isProven = ({ oidc }: OidcContext): boolean => {
  const hinted = oidc?.entities.IdTokenHint?.payload.sub;
  const signedIn = oidc?.session?.accountId;
  return hinted !== undefined && (signedIn === undefined || signedIn === hinted);
};

const returnAddress = ({ oidc }: OidcContext): string | undefined => {
  const address = oidc?.params?.['post_logout_redirect_uri']; // the provider has checked it against the client's list
  if (address === undefined) return undefined;
  const url = new URL(address);
  const state = oidc?.params?.['state'];
  if (state !== undefined) url.searchParams.set('state', state);
  return url.href;
};

async function endEverything(provider: Provider, context: OidcContext): Promise<void> {
  const session = context.oidc?.session;
  for (const { grantId } of Object.values(session?.authorizations ?? {})) {
    if (grantId === undefined) continue;
    await provider.RefreshToken.revokeByGrantId(grantId);
    await provider.AuthorizationCode.revokeByGrantId(grantId);
    await provider.Grant.adapter.destroy(grantId);
  }
  await session?.destroy();
  context.cookies.set(provider.cookieName('session'), null, { overwrite: true });
}

/**
 * Signing out at the console ends the session here too, at once: the provider's own confirmation page would be one press more and
 * needs JavaScript. Only for a caller with the ID token of the person who is signed in; anybody else gets that page.
 */
export function endSessionAtOnce(provider: Provider): void {
  provider.use(async (context, next) => {
    await next();
    if (context.path !== '/session/end' || context.status !== 200 || !isProven(context)) return;
    const address = returnAddress(context);
    if (address === undefined) return;
    await endEverything(provider, context);
    context.status = 303;
    context.redirect(address);
  });
}
