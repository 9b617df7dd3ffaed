/** The part of oidc-provider 9 that this app uses; the package ships no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface Interaction {
    uid: string;
    prompt: { name: string };
    params: { client_id?: string; resource?: string | string[] };
    session?: { accountId?: string };
  }
  export interface OidcToken {
    kind: string;
    accountId?: string;
    clientId?: string;
  }
  export interface OidcSession {
    accountId?: string;
    authorizations?: Record<string, { grantId?: string }>;
    destroy(): Promise<void>;
  }
  export interface OidcContext {
    path: string;
    method: string;
    status: number;
    body: unknown;
    type: string;
    redirect(url: string): void;
    cookies: { set(name: string, value: string | null, options?: Record<string, unknown>): void };
    oidc?: {
      session?: OidcSession;
      params?: Record<string, string | undefined>;
      entities: {
        IdTokenHint?: { payload: { sub?: string } };
        Client?: { clientId: string };
        AuthorizationCode?: { authTime?: number };
        RefreshToken?: { authTime?: number };
      };
    };
  }
  export interface Grant {
    addOIDCScope(scope: string): void;
    addResourceScope(resource: string, scope: string): void;
    save(): Promise<string>;
  }
  interface Revocable {
    revokeByGrantId(grantId: string): Promise<void>;
  }
  export default class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    Grant: (new (of: { accountId: string; clientId: string }) => Grant) & {
      adapter: { destroy(id: string): Promise<void> };
    };
    RefreshToken: Revocable;
    AuthorizationCode: Revocable;
    proxy: boolean;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    cookieName(kind: 'session'): string;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: Record<string, unknown>,
      options?: { mergeWithLastSubmission?: boolean },
    ): Promise<void>;
    on(event: string, listener: (...args: unknown[]) => void): this;
    use(middleware: (context: OidcContext, next: () => Promise<void>) => Promise<void>): void;
  }
  export namespace errors {
    class OIDCProviderError extends Error {
      error: string;
      status: number;
    }
    class SessionNotFound extends OIDCProviderError {}
    class InvalidTarget extends OIDCProviderError {}
  }
}
