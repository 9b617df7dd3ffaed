import { Injectable } from '@nestjs/common';
import { ResponseBodyError } from 'openid-client';
import { Clock } from '../clock';
import type { ServiceName } from '../config';
import type { ConsoleRequest } from '../session/console-request';
import { NotSignedIn } from '../session/not-signed-in';
import { saveSession } from '../session/save-session';
import { forgetSecrets, readSecrets, replaceRefreshToken } from '../session/session-secrets';
import { IdentityProvider, type AccessToken } from './identity-provider';

/** No request is under way for longer, so that none has an older copy of its session. */
const LONGEST_REQUEST_MS = 15 * 60_000;

/**
 * The signed-in person's tokens, one for each service, in memory only and no longer than they live. Refreshes of one session go one
 * after the other: a provider that exchanges refresh tokens takes a second use of the same one for theft.
 */
@Injectable()
export class UserTokens {
  private readonly tokens = new Map<string, Map<ServiceName, AccessToken>>();
  private readonly turns = new Map<string, Promise<unknown>>();
  /** By a refresh token that was exchanged, the one for it: a request that began before has the old one in its copy of the session. */
  private readonly exchanged = new Map<string, { readonly by: string; readonly at: number }>();
  /** Sessions that have ended, and when: what was asked for meanwhile is not kept, or it would open them anew. */
  private readonly ended = new Map<string, number>();

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

  /** The session has ended. */
  forget(sessionId: string): void {
    const now = this.clock.now().getTime();
    for (const [id, at] of this.ended) if (at < now - LONGEST_REQUEST_MS) this.ended.delete(id);
    this.ended.set(sessionId, now);
    this.forgetTokens(sessionId);
  }

  private held({ sessionID }: ConsoleRequest, service: ServiceName): string | undefined {
    const token = this.tokens.get(sessionID)?.get(service);
    return token !== undefined && token.usableUntil > this.clock.now().getTime() ? token.value : undefined;
  }

  private inTurn<T>(sessionId: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.turns.get(sessionId) ?? Promise.resolve()).then(work, work);
    this.turns.set(sessionId, turn);
    // What a turn brought is a token: it is not held here for whoever comes next.
    const isOver = (): void => {
      if (this.turns.get(sessionId) === turn) this.turns.delete(sessionId);
    };
    turn.then(isOver, isOver);
    return turn;
  }

  private async refresh(request: ConsoleRequest, service: ServiceName): Promise<string> {
    const meanwhile = this.held(request, service);
    if (meanwhile !== undefined) return meanwhile;
    const secrets = readSecrets(request);
    if (secrets === undefined) throw new NotSignedIn();
    const newest = this.newestOf(secrets.refreshToken);
    const { token, refreshToken = newest } = await this.ask(request, service, newest);
    if (refreshToken !== newest) this.exchange(newest, refreshToken);
    if (this.ended.has(request.sessionID)) throw new NotSignedIn();
    if (refreshToken !== secrets.refreshToken) {
      replaceRefreshToken(request, refreshToken);
      // Within the turn: of two requests of one session the later keeps the newer.
      await saveSession(request);
    }
    this.keep(request.sessionID, service, token);
    return token.value;
  }

  /** What the provider has ended is ended here, or sign-in would lead back to a page that leads to sign-in. */
  private async ask(
    request: ConsoleRequest,
    service: ServiceName,
    refreshToken: string,
  ): ReturnType<IdentityProvider['tokenFor']> {
    try {
      return await this.provider.tokenFor(service, refreshToken, this.clock.now().getTime());
    } catch (error) {
      if (!(error instanceof ResponseBodyError) || error.error !== 'invalid_grant') throw error;
      forgetSecrets(request);
      this.forgetTokens(request.sessionID);
      throw new NotSignedIn();
    }
  }

  private newestOf(refreshToken: string): string {
    const next = this.exchanged.get(refreshToken);
    return next === undefined ? refreshToken : this.newestOf(next.by);
  }

  private exchange(refreshToken: string, by: string): void {
    const now = this.clock.now().getTime();
    for (const [old, { at }] of this.exchanged) if (at < now - LONGEST_REQUEST_MS) this.exchanged.delete(old);
    this.exchanged.set(refreshToken, { by, at: now });
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
