import { DestroyedHow, LIAISON_ROLES, type MyRecallNotice } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ServiceProblem } from '../../../api-clients/service-errors';
import { RecallsClient } from '../../../api-clients/recalls.client';
import { Clock } from '../../../clock';
import type { FieldError } from '../../../forms/field-error';
import { Posted, type PostedFields } from '../../../forms/posted';
import { page, redirect, type Answer } from '../../../layout/page';
import { RecallBanner } from '../../../layout/recall-banner';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { PageNotFound } from '../../../session/page-not-found';
import { requireId } from '../../../session/require-id';
import { destroyView, myRecallsView } from './my-recalls.presenter';

const FOLDER = 'journeys/recalls/mine';
const DONE_ALREADY = ['RECALL.CONFIRMED_ALREADY', 'RECALL.CLOSED'];
const WHO = [
  ...(['mash-analyst', 'mash-manager', 'referrer', 'contact-officer', 'early-help-coordinator'] as const),
  ...(['social-care-manager', 'emergency-duty'] as const),
];

/** What a person was shown that has been recalled: they destroy it, and say so. */
@Controller('recalls')
@ForRoles(...WHO, ...LIAISON_ROLES)
export class MyRecallsController {
  constructor(
    private readonly recalls: RecallsClient,
    private readonly banner: RecallBanner,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Req() request: ConsoleRequest): Promise<Answer> {
    const view = myRecallsView(await this.recalls.myRecalls(request), this.clock.now());
    return page(`${FOLDER}/my-recalls.njk`, { title: 'Recalled', section: '/recalls' }, view);
  }

  @Get(':notice')
  async show(@Param('notice') id: string, @Req() request: ConsoleRequest): Promise<Answer> {
    return this.page(await this.noticeOf(request, id));
  }

  @Post(':notice')
  async confirm(
    @Param('notice') id: string,
    @Body() fields: PostedFields,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const posted = new Posted(fields);
    const how = posted.choice('how', DestroyedHow.options);
    if (how === undefined)
      return this.page(await this.noticeOf(request, id), posted, [{ field: 'how', text: 'Say what became of it' }]);
    try {
      await this.recalls.confirmDestruction(request, requireId(id), { how });
    } catch (error) {
      // Pressed twice, or over meanwhile: it is off the list, which is what they want to see.
      if (!(error instanceof ServiceProblem) || !DONE_ALREADY.includes(error.code)) throw error;
    }
    this.banner.forget(request);
    return redirect('/recalls');
  }

  private async noticeOf(request: ConsoleRequest, id: string): Promise<MyRecallNotice> {
    const noticeId = requireId(id);
    const { notices } = await this.recalls.myRecalls(request);
    const notice = notices.find((one) => one.noticeId === noticeId);
    if (notice === undefined) throw new PageNotFound();
    return notice;
  }

  private page(notice: MyRecallNotice, posted?: Posted, errors: readonly FieldError[] = []): Answer {
    const frame = { title: 'Destroy this', section: '/recalls', back: '/recalls', errors };
    return page(`${FOLDER}/destroy.njk`, frame, destroyView(notice, this.clock.now(), posted, errors));
  }
}
