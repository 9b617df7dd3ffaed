import { UnusualStep } from '@mash/contracts';
import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { GovernanceClient } from '../../../api-clients/governance.client';
import { Clock } from '../../../clock';
import { Colleagues } from '../../../layout/colleagues';
import { page, redirect, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { PageNotFound } from '../../../session/page-not-found';
import { requireId } from '../../../session/require-id';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { unusualView } from './unusual.presenter';

const PATH = '/ig/unusual';

/** Who opened unusually many people, and what was made of it. */
@Controller('ig/unusual')
@ForRoles('ig-officer', 'auditor')
export class UnusualController {
  constructor(
    private readonly governance: GovernanceClient,
    private readonly colleagues: Colleagues,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Person() person: SignedInPerson, @Req() request: ConsoleRequest): Promise<Answer> {
    const [alarms, named] = await Promise.all([this.governance.unusualLooking(request), this.colleagues.of(request)]);
    const view = unusualView(alarms, { reader: person, named, now: this.clock.now() });
    return page(
      'journeys/governance/unusual/unusual.njk',
      { title: 'Unusual looking', section: '/ig', back: '/ig' },
      view,
    );
  }

  @Post(':alarm/:step')
  @ForRoles('ig-officer')
  async take(
    @Param('alarm') id: string,
    @Param('step') asked: string,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const step = UnusualStep.safeParse(asked).data;
    if (step === undefined) throw new PageNotFound();
    await this.governance.takeUnusualStep(request, requireId(id), { step });
    return redirect(PATH);
  }
}
