import { Controller, Get, Req } from '@nestjs/common';
import { DecisionClient } from '../../../api-clients/decision.client';
import { Clock } from '../../../clock';
import { page, type Answer } from '../../../layout/page';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { RECEIVERS } from '../receivers';
import { inboxView } from './inbox.presenter';

/** What the hub has sent to the reader's team. */
@Controller('inbox')
@ForRoles(...RECEIVERS)
export class InboxController {
  constructor(
    private readonly decision: DecisionClient,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: ConsoleRequest): Promise<Answer> {
    const view = inboxView(await this.decision.inbox(request), this.clock.now());
    return page('journeys/inbox/list/inbox.njk', { title: 'Inbox', wide: true, section: '/inbox' }, view);
  }
}
