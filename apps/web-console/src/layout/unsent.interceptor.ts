import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { mergeMap, type Observable } from 'rxjs';
import type { ConsoleRequest } from '../session/console-request';
import { OLDER_THAN_DRAFT } from '../session/held-post';
import { HeldPosts } from '../session/held-posts';
import { isPage, Redirect } from './page';
import { Shell } from './shell';
import { unsentPage } from './unsent-page';

const FIRST_REFUSAL = 400;

const isOutdated = (answer: unknown): boolean =>
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
    if (!this.heldPosts.isHeld(request)) return next.handle();
    return next.handle().pipe(mergeMap((answer) => this.after(answer, request)));
  }

  private async after(answer: unknown, request: ConsoleRequest): Promise<unknown> {
    if (isOutdated(answer)) await this.heldPosts.drop(request);
    else if (request.method === 'GET') return this.orUnsent(answer, request);
    else if (isTakenIn(answer)) await this.heldPosts.settle(request);
    return answer;
  }

  private async orUnsent(answer: unknown, request: ConsoleRequest): Promise<unknown> {
    if (!isPage(answer) && !(answer instanceof Redirect)) return answer;
    const held = await this.heldPosts.takeOfPage(request);
    if (held === undefined) return answer;
    return unsentPage(held, isPage(answer) ? this.shell.render(answer, request) : '');
  }
}
