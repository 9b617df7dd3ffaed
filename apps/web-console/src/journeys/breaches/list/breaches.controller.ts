import { Controller, Get, Req } from '@nestjs/common';
import { GovernanceClient } from '../../../api-clients/governance.client';
import { Clock } from '../../../clock';
import { page, type Answer } from '../../../layout/page';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { breachesView } from './breaches.presenter';

/** Records of personal data breaches, each with its 72 hours. */
@Controller('ig/breaches')
@ForRoles('ig-officer', 'auditor')
export class BreachesController {
  constructor(
    private readonly governance: GovernanceClient,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Req() request: ConsoleRequest): Promise<Answer> {
    const view = breachesView(await this.governance.breaches(request), this.clock.now());
    return page('journeys/breaches/list/breaches.njk', { title: 'Breaches', section: '/ig', back: '/ig' }, view);
  }
}
