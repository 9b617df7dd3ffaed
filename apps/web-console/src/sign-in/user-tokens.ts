import { Injectable } from '@nestjs/common';
import { ResponseBodyError } from 'openid-client';
import { Clock } from '../clock';
import type { ServiceName } from '../config';
import type { ConsoleRequest } from '../session/console-request';
import { NotSignedIn } from '../session/not-signed-in';
import { readSecrets, replaceRefreshToken } from '../session/session-secrets';
import { IdentityProvider, type AccessToken } from './identity-provider';

/**
 * The signed-in person's tokens, one for each service, in memory only and no longer than they live. Refreshes of one session go one
 * after the other: a provider that exchanges refresh tokens takes a second use of the same one for theft.
 */
@Injectable()
export class UserTokens {
  private readonly tokens = new Map<string, Map<ServiceName, AccessToken>>();
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(
    private readonly provider: IdentityProvider,
    private readonly clock: Clock,
  ) {}

  /** @throws NotSignedIn when there is no session, or the provider has ended it */
  async tokenFor(request: ConsoleRequest, service: ServiceName): Promise<string> {
    // A session's id is in its row: whoever has a copy of the table and the secret that signs the cookie can name it. The key they lack.
    if (readSecrets(request) === undefined) throw new NotSignedIn();
    return this.held(request, service) ?? this.inTurn(request.sessionID, () => this.refresh(request, service));
  }

  forget(sessionId: string): void {
    this.tokens.delete(sessionId);
    this.turns.delete(sessionId);
  }

  private held({ sessionID }: ConsoleRequest, service: ServiceName): string | undefined {
    const token = this.tokens.get(sessionID)?.get(service);
    return token !== undefined && token.usableUntil > this.clock.now().getTime() ? token.value : undefined;
  }

  private inTurn<T>(sessionId: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.turns.get(sessionId) ?? Promise.resolve()).then(work, work);
    this.turns.set(sessionId, turn);
    return turn;
  }

  private async refresh(request: ConsoleRequest, service: ServiceName): Promise<string> {
    const meanwhile = this.held(request, service);
    if (meanwhile !== undefined) return meanwhile;
    const secrets = readSecrets(request);
    if (secrets === undefined) throw new NotSignedIn();
    const { token, refreshToken } = await this.ask(service, secrets.refreshToken);
    if (refreshToken !== undefined && refreshToken !== secrets.refreshToken) replaceRefreshToken(request, refreshToken);
    this.keep(request.sessionID, service, token);
    return token.value;
  }

  private async ask(service: ServiceName, refreshToken: string): ReturnType<IdentityProvider['tokenFor']> {
    try {
      return await this.provider.tokenFor(service, refreshToken, this.clock.now().getTime());
    } catch (error) {
      if (error instanceof ResponseBodyError && error.error === 'invalid_grant') throw new NotSignedIn();
      throw error;
    }
  }

  private keep(sessionId: string, service: ServiceName, token: AccessToken): void {
    const now = this.clock.now().getTime();
    for (const [id, held] of this.tokens)
      if ([...held.values()].every((one) => one.usableUntil <= now)) this.forgetTokens(id);
    const held = this.tokens.get(sessionId) ?? new Map<ServiceName, AccessToken>();
    this.tokens.set(sessionId, held.set(service, token));
  }

  private forgetTokens(sessionId: string): void {
    this.tokens.delete(sessionId);
  }
}
