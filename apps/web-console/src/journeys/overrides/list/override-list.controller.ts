import { Controller, Get, Req } from '@nestjs/common';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import { page, type Answer } from '../../../layout/page';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { StaffNames } from '../shared/staff-names';
import { overrideListView } from './override-list.presenter';

/** Every override of the partnership: managers see what waits for a second person, information governance what it has to look at. */
@Controller()
export class OverrideListController {
  constructor(
    private readonly sharing: SharingClient,
    private readonly names: StaffNames,
    private readonly clock: Clock,
  ) {}

  @Get('overrides')
  @ForRoles('mash-manager')
  forManagers(@Req() request: ConsoleRequest): Promise<Answer> {
    return this.page(request, { back: '/reviews', section: '/reviews' });
  }

  @Get('ig/overrides')
  @ForRoles('ig-officer')
  forGovernance(@Req() request: ConsoleRequest): Promise<Answer> {
    return this.page(request, { section: '/ig/overrides' });
  }

  private async page(request: ConsoleRequest, place: { back?: string; section: string }): Promise<Answer> {
    const [all, name] = await Promise.all([this.sharing.overrides(request), this.names.of(request)]);
    const view = overrideListView(all, name, this.clock.now());
    return page('journeys/overrides/list/override-list.njk', { title: 'Overrides', wide: true, ...place }, view);
  }
}
