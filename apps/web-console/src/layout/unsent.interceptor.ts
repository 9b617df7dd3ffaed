import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { mergeMap, type Observable } from 'rxjs';
import type { ConsoleRequest } from '../session/console-request';
import { HeldPosts } from '../session/held-posts';
import { isPage, Redirect } from './page';
import { unsentPage } from './unsent-page';

/**
 * After sign-in: what somebody had sent from the page that they come back to is shown to them before the page. Pages that fill themselves in have
 * taken it by then; for every other form this is the one place.
 */
@Injectable()
export class UnsentInterceptor implements NestInterceptor {
  constructor(private readonly heldPosts: HeldPosts) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<ConsoleRequest>();
    if (request.method !== 'GET' || !this.heldPosts.isHeld(request)) return next.handle();
    return next.handle().pipe(mergeMap((answer) => this.orUnsent(answer, request)));
  }

  private async orUnsent(answer: unknown, request: ConsoleRequest): Promise<unknown> {
    if (!isPage(answer) && !(answer instanceof Redirect)) return answer;
    const held = await this.heldPosts.takeOfPage(request);
    return held === undefined ? answer : unsentPage(held);
  }
}
