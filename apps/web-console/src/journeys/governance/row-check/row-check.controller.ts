import { Controller, Get, Req } from '@nestjs/common';
import { SharingClient } from '../../../api-clients/sharing.client';
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
    private readonly sharing: SharingClient,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: ConsoleRequest): Promise<Answer> {
    const view = rowCheckView(await this.sharing.newestRowCheck(request), this.clock.now());
    return page('journeys/governance/row-check/row-check.njk', { title: 'Rows', section: '/ig', back: '/ig' }, view);
  }
}
