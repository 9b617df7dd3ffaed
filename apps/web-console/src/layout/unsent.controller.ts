import { Controller, Post, Req } from '@nestjs/common';
import type { ConsoleRequest } from '../session/console-request';
import { pageOf } from '../session/held-post';
import { HeldPosts } from '../session/held-posts';
import { redirect, type Answer } from './page';

/** "Open the page without it": what was held is not sent, and waits no longer. */
@Controller('not-sent')
export class UnsentController {
  constructor(private readonly heldPosts: HeldPosts) {}

  @Post('decline')
  async decline(@Req() request: ConsoleRequest): Promise<Answer> {
    return redirect((await this.heldPosts.decline(request)) ?? pageOf(request));
  }
}
