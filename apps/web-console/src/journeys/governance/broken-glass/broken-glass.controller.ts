import { ReviewBrokenGlass } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { DecisionClient } from '../../../api-clients/decision.client';
import { Clock } from '../../../clock';
import { Colleagues } from '../../../layout/colleagues';
import { page, redirect, type Answer } from '../../../layout/page';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { PageNotFound } from '../../../session/page-not-found';
import { requireId } from '../../../session/require-id';
import { glassPage } from './broken-glass.presenter';
import { onceId } from '../../../forms/once-id';
import type { PostedFields } from '../../../forms/posted';

const PATH = '/ig/broken-glass';

/** Who opened a restricted enquiry that was closed to them, and what was made of it. */
@Controller('ig/broken-glass')
@ForRoles('ig-officer', 'auditor')
export class BrokenGlassPagesController {
  constructor(
    private readonly decision: DecisionClient,
    private readonly colleagues: Colleagues,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: ConsoleRequest): Promise<Answer> {
    const [broken, named] = await Promise.all([this.decision.brokenGlass(request), this.colleagues.of(request)]);
    const view = glassPage(broken, this.clock.now(), named);
    const about = { title: 'Broken glass', section: '/ig', back: '/ig' };
    return page('journeys/governance/broken-glass/broken-glass.njk', about, view);
  }

  @Post(':glass/end')
  @ForRoles('ig-officer')
  async end(@Param('glass') glassId: string, @Req() request: ConsoleRequest): Promise<Answer> {
    await this.decision.endBrokenGlass(request, requireId(glassId));
    return redirect(PATH);
  }

  @Post(':glass/:verdict')
  @ForRoles('ig-officer')
  async review(
    @Param('glass') glassId: string,
    @Param('verdict') asked: string,
    @Body() fields: PostedFields,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const verdict = ReviewBrokenGlass.shape.verdict.safeParse(asked).data;
    if (verdict === undefined) throw new PageNotFound();
    await this.decision.reviewBrokenGlass(request, requireId(glassId), {
      reviewId: onceId(fields, request.path),
      verdict,
    });
    return redirect(PATH);
  }
}
