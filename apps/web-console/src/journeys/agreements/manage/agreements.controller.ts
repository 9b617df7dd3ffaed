import { Controller, Get, Req } from '@nestjs/common';
import { SharingClient } from '../../../api-clients/sharing.client';
import { page, type Answer } from '../../../layout/page';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { agreementsView } from './agreements.presenter';

/** The partnership's sharing agreements and the bodies that are party to them. Nothing about any family. */
@Controller('agreements/manage')
@ForRoles('partnership-admin', 'ig-officer')
export class AgreementsController {
  constructor(private readonly sharing: SharingClient) {}

  @Get()
  async show(@Req() request: ConsoleRequest): Promise<Answer> {
    const [agreements, agencies] = await Promise.all([
      this.sharing.agreements(request),
      this.sharing.agencies(request),
    ]);
    const frame = { title: 'Agreements', section: '/agreements/manage' };
    return page('journeys/agreements/manage/agreements.njk', frame, agreementsView(agreements, agencies));
  }
}
