import { LIAISON_ROLES } from '@mash/contracts';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { Clock } from '../../../clock';
import { HANDLING } from '../../../layout/handling-line';
import { page, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { OwnItemsPage } from '../own-items-page';
import { ownItemsView } from './own-items.presenter';

/** What an agency has said in an enquiry, and what stands of it today. */
@Controller('what-we-said/:enquiry')
@ForRoles(...LIAISON_ROLES)
export class OwnItemsController {
  constructor(
    private readonly own: OwnItemsPage,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(
    @Param('enquiry') enquiry: string,
    @Query('recorded') recorded: unknown,
    @Person() { agencyId }: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const opened = await this.own.all(request, enquiry);
    const view = ownItemsView(opened, { agencyId, isRecorded: recorded === 'yes', now: this.clock.now() });
    const frame = { title: 'What we said', wide: true, handling: HANDLING.ownAgency };
    return page('journeys/own-items/list/own-items.njk', { ...frame, back: '/worklist', section: '/worklist' }, view);
  }
}
