import { Controller, Get, Req } from '@nestjs/common';
import { AgreementsClient } from '../../../api-clients/agreements.client';
import { SharingClient } from '../../../api-clients/sharing.client';
import { page, type Answer } from '../../../layout/page';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { adminView } from './admin.presenter';

/** Where the partnership administrator starts. */
@Controller('admin')
@ForRoles('partnership-admin')
export class AdminController {
  constructor(
    private readonly agreements: AgreementsClient,
    private readonly sharing: SharingClient,
  ) {}

  @Get()
  async show(@Req() request: ConsoleRequest): Promise<Answer> {
    const [agreements, agencies, { warnings }] = await Promise.all([
      this.agreements.agreements(request),
      this.sharing.agencies(request),
      this.sharing.releasers(request),
    ]);
    const view = adminView(agreements, agencies, warnings);
    return page('journeys/agreements/admin/admin.njk', { title: 'Partnership' }, view);
  }
}
