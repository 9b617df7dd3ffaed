import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { mergeMap, type Observable } from 'rxjs';
import type { ConsoleRequest } from '../session/console-request';
import { OLDER_THAN_DRAFT } from '../session/held-post';
import { HeldPosts } from '../session/held-posts';
import { olderWords } from './older-words';
import { isPage, page, Redirect, type Page } from './page';
import { Shell } from './shell';
import { unsentPage } from './unsent-page';

const FIRST_REFUSAL = 400;

const isOutdated = (answer: unknown): answer is Page =>
  isPage(answer) && (answer.frame.errors ?? []).includes(OLDER_THAN_DRAFT);
/** A page that refuses it, and an error, leave it waiting. */
const isTakenIn = (answer: unknown): boolean =>
  answer instanceof Redirect || (isPage(answer) && answer.status < FIRST_REFUSAL);

/**
 * After sign-in: what somebody had sent from the page that they come back to is shown to them before the page. Pages that fill themselves in have
 * taken it by then; for every other form this is the one place. It waits, however often it is shown, until what is made of it is taken in.
 */
@Injectable()
export class UnsentInterceptor implements NestInterceptor {
  constructor(
    private readonly heldPosts: HeldPosts,
    private readonly shell: Shell,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<ConsoleRequest>();
    return next.handle().pipe(mergeMap((answer) => this.after(answer, request)));
  }

  private async after(answer: unknown, request: ConsoleRequest): Promise<unknown> {
    if (isOutdated(answer)) return this.withOlder(answer, request); // held or not: what could not be kept is sent again too
    if (!this.heldPosts.isHeld(request)) return answer;
    if (request.method === 'GET') return this.orUnsent(answer, request);
    if (isTakenIn(answer)) await this.heldPosts.settle(request);
    return answer;
  }

  /** The draft that was saved since, and beside it what is older: neither is lost, and only whoever wrote it discards it. */
  private async withOlder(answer: Page, request: ConsoleRequest): Promise<Page> {
    const html = this.shell.render(answer, request);
    const older = await this.heldPosts.shownBy(request);
    const another = request.method === 'GET' ? await this.heldPosts.takeOfPage(request) : undefined;
    if (another !== undefined) return unsentPage(another, html);
    delete request.held; // nothing is filled in with it
    if (older === undefined) return answer;
    return page(answer.template, { ...answer.frame, older: olderWords(older, html) }, answer.view, answer.status);
  }

  private async orUnsent(answer: unknown, request: ConsoleRequest): Promise<unknown> {
    if (!isPage(answer) && !(answer instanceof Redirect)) return answer;
    const held = await this.heldPosts.takeOfPage(request);
    if (held === undefined) return answer;
    return unsentPage(held, isPage(answer) ? this.shell.render(answer, request) : '');
  }
}
