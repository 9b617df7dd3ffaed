import { Controller, Get, Query, Req } from '@nestjs/common';
import { GovernanceClient } from '../../../api-clients/governance.client';
import { Clock } from '../../../clock';
import { page, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { unopenedView } from './unopened.presenter';

const LAST_PAGE = 10_000;

/** Envelopes that did not open where they lay: copied, relabelled, wrongly keyed or wrongly signed. */
@Controller('ig/envelopes')
@ForRoles('ig-officer', 'partnership-admin')
export class UnopenedController {
  constructor(
    private readonly governance: GovernanceClient,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(
    @Query('page') asked: string | undefined,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const wanted = /^[1-9]\d{0,4}$/.test(asked ?? '') ? Math.min(Number(asked), LAST_PAGE) : 1;
    const found = await this.governance.envelopeRefusals(request, wanted);
    const view = unopenedView(found, { now: this.clock.now(), readsLedger: person.roles.includes('ig-officer') });
    const section = person.roles.includes('ig-officer') ? '/ig' : '/agency-systems';
    const frame = { title: 'Envelopes that did not open', wide: true, section };
    return page('journeys/agency-systems/unopened/unopened.njk', frame, view);
  }
}
