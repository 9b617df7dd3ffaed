import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { mergeMap, type Observable } from 'rxjs';
import type { ConsoleRequest } from '../session/console-request';
import { Introduction } from './introduction';
import { isPage, Redirect } from './page';
import { RecallBanner } from './recall-banner';
import { ReviewBadge } from './review-badge';
import { Shell } from './shell';

/** Turns what a handler returns into what the browser gets: a rendered page, or 303 and the way on. */
@Injectable()
export class RenderInterceptor implements NestInterceptor {
  constructor(
    private readonly shell: Shell,
    private readonly badge: ReviewBadge,
    private readonly banner: RecallBanner,
    private readonly introduction: Introduction,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    return next.handle().pipe(mergeMap((answer) => this.send(answer, http.getRequest(), http.getResponse())));
  }

  private async send(answer: unknown, request: ConsoleRequest, response: Response): Promise<unknown> {
    if (answer instanceof Redirect) {
      response.status(303).setHeader('Location', answer.to);
      return '';
    }
    if (!isPage(answer)) return answer;
    response.status(answer.status).type('html');
    const extras = [this.badge.of(request), this.banner.of(request), this.introduction.make(request)] as const;
    const [reviews, recalls] = await Promise.all(extras);
    return this.shell.render(answer, request, reviews, recalls);
  }
}
