import { Controller, Get, Req } from '@nestjs/common';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import { page, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { agencySystemsView } from './agency-systems.presenter';

/** The register of agencies' signing keys. */
@Controller('agency-systems')
@ForRoles('partnership-admin', 'ig-officer')
export class AgencySystemsController {
  constructor(
    private readonly sharing: SharingClient,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Person() person: SignedInPerson, @Req() request: ConsoleRequest): Promise<Answer> {
    const keys = await this.sharing.systemKeys(request);
    const mayRegister = person.roles.includes('partnership-admin');
    const view = agencySystemsView(keys, { mayRegister, now: this.clock.now() });
    return page('journeys/agency-systems/list/agency-systems.njk', { title: 'Agency systems', wide: true }, view);
  }
}
