import { Controller, Get, Query } from '@nestjs/common';
import { PageNotFound } from '../session/page-not-found';
import { redirect, type Answer } from './page';
import { pathOfReference } from './path-of-reference';

/** "Go to reference". References are random, so they may stand in an address. */
@Controller('go')
export class GoController {
  @Get()
  go(@Query('reference') typed: unknown): Answer {
    const path = pathOfReference(typed);
    if (path === undefined) throw new PageNotFound();
    return redirect(path);
  }
}
