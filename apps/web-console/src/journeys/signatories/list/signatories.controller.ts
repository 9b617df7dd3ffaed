import { londonDayOf } from '@mash/clocks';
import { Controller, Get, Req } from '@nestjs/common';
import { AgreementsClient } from '../../../api-clients/agreements.client';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import { Colleagues } from '../../../layout/colleagues';
import { page, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { MANAGE } from '../../agreements/shared/agreement-paths';
import { signatoriesView } from './signatories.presenter';

/** The register of signatories: who may approve agreements for which body, and who is known by name and post. */
@Controller('signatories')
@ForRoles('partnership-admin', 'ig-officer')
export class SignatoriesController {
  constructor(
    private readonly agreements: AgreementsClient,
    private readonly sharing: SharingClient,
    private readonly colleagues: Colleagues,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Person() person: SignedInPerson, @Req() request: ConsoleRequest): Promise<Answer> {
    const [signatories, agreements, agencies, heard] = await Promise.all([
      this.agreements.signatories(request),
      this.agreements.agreements(request),
      this.sharing.agencies(request),
      this.colleagues.heardOf(request),
    ]);
    const current = agreements.filter(({ state }) => state !== 'superseded');
    const parties = new Set(current.flatMap((one) => one.parties.map(({ agencyId }) => agencyId)));
    const mayKeep = person.roles.includes('partnership-admin');
    const today = londonDayOf(this.clock.now());
    const view = signatoriesView({ signatories, agencies, parties, mayKeep, heard, today });
    const frame = { title: 'Who may approve', section: MANAGE, back: MANAGE, wide: true };
    return page('journeys/signatories/list/signatories.njk', frame, view);
  }
}
