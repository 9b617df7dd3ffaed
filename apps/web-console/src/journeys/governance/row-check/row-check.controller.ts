import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { GovernanceClient } from '../../../api-clients/governance.client';
import { Clock } from '../../../clock';
import { page, redirect, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { requireId } from '../../../session/require-id';
import type { SignedInPerson } from '../../../session/signed-in-person';
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
  async show(@Person() { roles }: SignedInPerson, @Req() request: ConsoleRequest): Promise<Answer> {
    const newest = await this.governance.newestRowCheck(request);
    const view = rowCheckView(newest, this.clock.now(), roles.includes('ig-officer'));
    return page('journeys/governance/row-check/row-check.njk', { title: 'Rows', section: '/ig', back: '/ig' }, view);
  }

  /** What this check and those before it found has been seen by an officer. */
  @Post(':check/acknowledge')
  @ForRoles('ig-officer')
  async acknowledge(@Param('check') check: string, @Req() request: ConsoleRequest): Promise<Answer> {
    await this.governance.acknowledgeRowCheck(request, requireId(check));
    return redirect('/ig/rows');
  }
}
