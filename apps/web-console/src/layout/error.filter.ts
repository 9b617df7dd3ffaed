import { jsonLogger } from '@mash/telemetry';
import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import type { ConsoleRequest } from '../session/console-request';
import { invalidCsrfTokenError } from '../session/csrf';
import { pageOf } from '../session/held-post';
import { HeldPosts } from '../session/held-posts';
import { mayBreakGlass } from '../session/may-break-glass';
import { NotSignedIn } from '../session/not-signed-in';
import { ProviderSignOut } from '../sign-in/provider-sign-out';
import { errorPageFor } from './error-pages';
import { page, type Page } from './page';
import { Shell } from './shell';
import { unsentPage } from './unsent-page';

/** Every error of a request ends here: the way to sign-in, "Page not found", or a page that says what to do. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly log = jsonLogger('web-console');

  constructor(
    private readonly shell: Shell,
    private readonly heldPosts: HeldPosts,
    private readonly providerSignOut: ProviderSignOut,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const [request, response] = [http.getRequest<ConsoleRequest>(), http.getResponse<Response>()];
    if (response.headersSent) return;
    delete request.held; // a page that failed is not filled in with what it had taken
    const isDeadSession =
      error instanceof NotSignedIn || (error === invalidCsrfTokenError && request.person === undefined);
    if (isDeadSession) await this.leadToSignIn(request, response);
    else if (await this.isHeldForToday(error, request)) response.redirect(303, pageOf(request));
    else this.show(await this.answerTo(error, request), error, { request, response });
  }

  private async leadToSignIn(request: ConsoleRequest, response: Response): Promise<void> {
    if (request.path === '/session') {
      response.status(401).end();
      return;
    }
    if (request.path === '/sign-out') {
      // They are, here; their sign-in at the provider may go on, and nothing waits for them behind another.
      response.redirect(303, await this.providerSignOut.next(undefined));
      return;
    }
    // "A POST on a dead session becomes a sealed draft first": only of forms that carry their owner's mark.
    const became = await this.heldPosts.hold(request);
    const page = request.method === 'POST' ? pageOf(request) : request.path;
    response.redirect(303, `/sign-in?from=${encodeURIComponent(page)}${KEPT[became]}`);
  }

  /** What was typed under an earlier session, by whoever is signed in now, waits like any other: its page shows what it says, in its own words. */
  private async isHeldForToday(error: unknown, request: ConsoleRequest): Promise<boolean> {
    const isStale = error === invalidCsrfTokenError && this.heldPosts.sentByThemselves(request) !== undefined;
    return isStale && (await this.heldPosts.hold(request)) === 'held';
  }

  /** Where it could not be kept it is shown at once, and asked about as far as it can be read: nothing of it is lost, or sent by itself. */
  private async answerTo(error: unknown, request: ConsoleRequest): Promise<Page> {
    const stale = error === invalidCsrfTokenError ? this.heldPosts.sentByThemselves(request) : undefined;
    if (stale !== undefined) return unsentPage(stale, undefined, 403);
    const answer = withGlass(errorPageFor(error, request.person !== undefined), request);
    // The form may have stood in the answer to another, at an address that nobody can ask for.
    const isNoPage = answer.status === 404 && request.method === 'GET';
    const held = isNoPage ? await this.heldPosts.takeOfPage(request) : undefined;
    return held === undefined ? answer : unsentPage(held, '');
  }

  private show(
    answer: Page,
    error: unknown,
    { request, response }: { request: ConsoleRequest; response: Response },
  ): void {
    if (answer.status >= 500) this.log.error('request failed', error);
    response.status(answer.status).type('html').send(this.shell.render(answer, request));
  }
}

/** What the sign-in page is told of what was pressed. */
const KEPT = { held: '&kept=yes', lost: '&kept=no', nothing: '' } as const;

const OF_AN_ENQUIRY = /^\/enquiries\/(E-[0-9A-Z]{7})(?:\/|$)/;

/** The page of an enquiry that is not found leads to breaking the glass, whether or not there is such an enquiry. */
function withGlass(answer: Page, { person, path }: ConsoleRequest): Page {
  const [, reference] = OF_AN_ENQUIRY.exec(path) ?? [];
  if (answer.status !== 404 || reference === undefined || person === undefined || !mayBreakGlass(person)) return answer;
  return page(answer.template, answer.frame, { breakGlass: `/break-glass?reference=${reference}` }, answer.status);
}
