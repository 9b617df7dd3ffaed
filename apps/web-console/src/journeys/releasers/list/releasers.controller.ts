import { Controller, Get, Req } from '@nestjs/common';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import { Colleagues } from '../../../layout/colleagues';
import { page, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { desksKeptBy, REGISTER_READERS } from '../keeper-roles';
import { releasersView } from './releasers.presenter';

/** Who answers a REVIEW, for each agency. */
@Controller('releasers')
@ForRoles(...REGISTER_READERS)
export class ReleasersController {
  constructor(
    private readonly sharing: SharingClient,
    private readonly colleagues: Colleagues,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Person() person: SignedInPerson, @Req() request: ConsoleRequest): Promise<Answer> {
    const [register, heard] = await Promise.all([this.sharing.releasers(request), this.colleagues.heardOf(request)]);
    const view = releasersView(register, { desks: desksKeptBy(person), heard, now: this.clock.now() });
    return page('journeys/releasers/list/releasers.njk', { title: 'Who answers', wide: true }, view);
  }
}
