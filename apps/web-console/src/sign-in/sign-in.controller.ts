import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { jsonLogger } from '@mash/telemetry';
import type { Response } from 'express';
import { CONFIG } from '../config.token';
import type { ConsoleConfig } from '../config';
import { startPageOf } from '../layout/role-pages';
import { page, redirect, redirectOutside, type Answer } from '../layout/page';
import { OpenToAll } from '../session/access.decorators';
import type { ConsoleRequest } from '../session/console-request';
import { csrfTokenFor } from '../session/csrf';
import { safeReturnTo } from '../session/return-to';
import { saveSession } from '../session/save-session';
import { cookieOptions, KEY_COOKIE, SESSION_COOKIE } from '../session/session-cookies';
import { keepSecrets, readSecrets } from '../session/session-secrets';
import { HeldPosts } from '../session/held-posts';
import { IdentityProvider } from './identity-provider';
import { personOfClaims } from './person-of-claims';
import { ProviderSignOut } from './provider-sign-out';
import { UserTokens } from './user-tokens';

/** In and out: one button, OpenID Connect, and back to where one was. */
@Controller()
@OpenToAll()
export class SignInController {
  private readonly log = jsonLogger('web-console');

  constructor(
    private readonly provider: IdentityProvider,
    private readonly providerSignOut: ProviderSignOut,
    private readonly tokens: UserTokens,
    private readonly heldPosts: HeldPosts,
    @Inject(CONFIG) private readonly config: ConsoleConfig,
  ) {}

  @Get('/')
  home(@Req() request: ConsoleRequest): Answer {
    return redirect(request.person === undefined ? '/sign-in' : startPageOf(request.person));
  }

  @Get('/sign-in')
  show(@Query('from') from: unknown, @Query('kept') kept: unknown, @Req() request: ConsoleRequest): Answer {
    const returnTo = safeReturnTo(from);
    if (request.person !== undefined) return redirect(returnTo);
    const start = returnTo === '/' ? '/sign-in/start' : `/sign-in/start?from=${encodeURIComponent(returnTo)}`;
    const view = { start, ended: returnTo !== '/', kept: this.whatBecame(kept, request) };
    return page('sign-in/sign-in.njk', { title: 'Sign in' }, view);
  }

  @Get('/sign-in/start')
  async start(@Query('from') from: unknown, @Req() request: ConsoleRequest): Promise<Answer> {
    const { url, pending } = await this.provider.begin(safeReturnTo(from));
    request.session.pending = pending;
    await saveSession(request);
    return redirectOutside(url);
  }

  /** Step-up: the same person signs in once more before something that needs it, and comes back to where they were. */
  @Get('/sign-in/again')
  async again(@Query('from') from: unknown, @Req() request: ConsoleRequest): Promise<Answer> {
    if (request.person === undefined) return redirect('/sign-in');
    const { url, pending } = await this.provider.begin(safeReturnTo(from), true);
    request.session.pending = pending;
    await saveSession(request);
    return redirectOutside(url);
  }

  @Get('/sign-in/callback')
  async callback(@Req() request: ConsoleRequest, @Res({ passthrough: true }) response: Response): Promise<Answer> {
    const { pending } = request.session;
    if (pending === undefined) return redirect('/sign-in');
    delete request.session.pending;
    const signedIn = await this.exchange(request, pending).catch((error: unknown) => {
      this.log.error('sign-in refused', error);
      return undefined;
    });
    const person = signedIn && personOfClaims(signedIn.claims);
    const isAnother = pending.again === true && person?.accountId !== request.person?.accountId;
    if (!signedIn || !person || isAnother)
      return page('sign-in/sign-in-failed.njk', { title: 'You are not signed in' }, {}, 401);

    // A fresh session id: one that somebody planted before sign-in is worth nothing after it.
    this.tokens.forget(request.sessionID);
    await new Promise<void>((resolve, reject) => {
      request.session.regenerate((error?: Error | null) => (error ? reject(error) : resolve()));
    });
    const { refreshToken, idToken } = signedIn;
    keepSecrets(request, response, { person, refreshToken, idToken }, this.config.consoleUrl);
    csrfTokenFor(request); // at once: of pages that are asked for side by side each would make its own, and only the last of them counts
    await saveSession(request);
    return redirect(pending.returnTo);
  }

  @Post('/sign-out')
  async signOut(@Req() request: ConsoleRequest, @Res({ passthrough: true }) response: Response): Promise<Answer> {
    const idToken = readSecrets(request)?.idToken;
    this.tokens.forget(request.sessionID);
    await this.heldPosts.dropAll(request);
    await new Promise<void>((resolve) => request.session.destroy(() => resolve()));
    for (const cookie of [SESSION_COOKIE, KEY_COOKIE])
      response.clearCookie(cookie, cookieOptions(this.config.consoleUrl));
    return redirectOutside(await this.providerSignOut.next(idToken));
  }

  @Get('/signed-out')
  signedOut(@Query('only') only: unknown): Answer {
    return page('sign-in/signed-out.njk', { title: 'You are signed out' }, { onlyHere: only === 'here' });
  }

  /** Whoever has just pressed is led here with a word on what became of it; without one it may be somebody else's that waits in this browser. */
  private whatBecame(kept: unknown, request: ConsoleRequest): 'lost' | 'yours' | 'somebodys' | undefined {
    if (kept === 'no') return 'lost';
    if (!this.heldPosts.isHeld(request)) return undefined;
    return kept === 'yes' ? 'yours' : 'somebodys';
  }

  private exchange(request: ConsoleRequest, pending: NonNullable<ConsoleRequest['session']['pending']>) {
    return this.provider.finish(new URL(request.originalUrl, this.config.consoleUrl), pending);
  }
}
