import { Controller, Get, Req } from '@nestjs/common';
import { GovernanceClient } from '../../../api-clients/governance.client';
import { Clock } from '../../../clock';
import { page, type Answer } from '../../../layout/page';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { rowCheckView } from './row-check.presenter';

/** Whether anybody changed a row behind the application. */
@Controller('ig/rows')
@ForRoles('ig-officer', 'auditor')
export class RowCheckController {
  constructor(
    private readonly governance: GovernanceClient,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: ConsoleRequest): Promise<Answer> {
    const view = rowCheckView(await this.governance.newestRowCheck(request), this.clock.now());
    return page('journeys/governance/row-check/row-check.njk', { title: 'Rows', section: '/ig', back: '/ig' }, view);
  }
}
