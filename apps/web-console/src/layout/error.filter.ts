import { jsonLogger } from '@mash/telemetry';
import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import type { ConsoleRequest } from '../session/console-request';
import { invalidCsrfTokenError } from '../session/csrf';
import { HeldPosts } from '../session/held-posts';
import { mayBreakGlass } from '../session/may-break-glass';
import { NotSignedIn } from '../session/not-signed-in';
import { errorPageFor } from './error-pages';
import { page, type Page } from './page';
import { Shell } from './shell';

/** Every error of a request ends here: the way to sign-in, "Page not found", or a page that says what to do. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly log = jsonLogger('web-console');

  constructor(
    private readonly shell: Shell,
    private readonly heldPosts: HeldPosts,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const [request, response] = [http.getRequest<ConsoleRequest>(), http.getResponse<Response>()];
    if (response.headersSent) return;
    const isDeadSession =
      error instanceof NotSignedIn || (error === invalidCsrfTokenError && request.person === undefined);
    if (isDeadSession) await this.leadToSignIn(request, response);
    else this.showError(error, request, response);
  }

  private async leadToSignIn(request: ConsoleRequest, response: Response): Promise<void> {
    if (request.path === '/session') {
      response.status(401).end();
      return;
    }
    await this.holdWhatWasSent(request, response);
    response.redirect(303, `/sign-in?from=${encodeURIComponent(request.path)}`);
  }

  /** "A POST on a dead session becomes a sealed draft first": only for forms that carry their owner's mark. */
  private async holdWhatWasSent(request: ConsoleRequest, response: Response): Promise<void> {
    const fields = (request.body ?? {}) as Record<string, unknown>;
    const owner = fields['_owner'];
    if (request.method !== 'POST' || typeof owner !== 'string') return;
    await this.heldPosts.hold(response, { path: request.path, owner, fields });
  }

  private showError(error: unknown, request: ConsoleRequest, response: Response): void {
    const answer = withGlass(errorPageFor(error, request.person !== undefined), request);
    if (answer.status >= 500) this.log.error('request failed', error);
    response.status(answer.status).type('html').send(this.shell.render(answer, request));
  }
}

const OF_AN_ENQUIRY = /^\/enquiries\/(E-[0-9A-Z]{7})(?:\/|$)/;

/** The page of an enquiry that is not found leads to breaking the glass, whether or not there is such an enquiry. */
function withGlass(answer: Page, { person, path }: ConsoleRequest): Page {
  const [, reference] = OF_AN_ENQUIRY.exec(path) ?? [];
  if (answer.status !== 404 || reference === undefined || person === undefined || !mayBreakGlass(person)) return answer;
  return page(answer.template, answer.frame, { breakGlass: `/break-glass?reference=${reference}` }, answer.status);
}
