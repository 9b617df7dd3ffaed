import { Controller, Get, Req } from '@nestjs/common';
import { SharingClient } from '../../../api-clients/sharing.client';
import { page, type Answer } from '../../../layout/page';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { adminView } from './admin.presenter';

/** Where the partnership administrator starts. */
@Controller('admin')
@ForRoles('partnership-admin')
export class AdminController {
  constructor(private readonly sharing: SharingClient) {}

  @Get()
  async show(@Req() request: ConsoleRequest): Promise<Answer> {
    const [agreements, agencies] = await Promise.all([
      this.sharing.agreements(request),
      this.sharing.agencies(request),
    ]);
    return page('journeys/agreements/admin/admin.njk', { title: 'Partnership' }, adminView(agreements, agencies));
  }
}
