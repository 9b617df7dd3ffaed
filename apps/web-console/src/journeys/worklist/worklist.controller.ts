import { LIAISON_ROLES, type Notice } from '@mash/contracts';
import { Controller, Get, Req } from '@nestjs/common';
import { AgencyRequestsClient } from '../../api-clients/agency-requests.client';
import { DecisionClient } from '../../api-clients/decision.client';
import { SharingClient } from '../../api-clients/sharing.client';
import { Clock } from '../../clock';
import { page, type Answer } from '../../layout/page';
import { ForRoles, Person } from '../../session/access.decorators';
import type { ConsoleRequest } from '../../session/console-request';
import type { SignedInPerson } from '../../session/signed-in-person';
import { worklistView } from './worklist.presenter';

/** Police and social care are told of immediate protection; nobody else has notices to read. */
const TOLD_OF_PROTECTION = ['police-liaison', 'social-care-liaison'] as const;

/** What a liaison officer's agency owes. */
@Controller('worklist')
@ForRoles(...LIAISON_ROLES)
export class WorklistController {
  constructor(
    private readonly agencyRequests: AgencyRequestsClient,
    private readonly sharing: SharingClient,
    private readonly decision: DecisionClient,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Person() person: SignedInPerson, @Req() request: ConsoleRequest): Promise<Answer> {
    const [requests, reviews, tasks, notices, overrides, consentNotices, told] = await Promise.all([
      this.agencyRequests.worklist(request),
      this.sharing.reviews(request),
      this.sharing.holderTasks(request),
      this.noticesFor(person, request),
      this.sharing.overrides(request),
      this.sharing.consentNotices(request),
      this.sharing.holderNotices(request),
    ]);
    const view = worklistView({ requests, reviews, tasks, notices, overrides, consentNotices, told }, this.clock.now());
    return page('journeys/worklist/worklist.njk', { title: 'Worklist', wide: true }, view);
  }

  private async noticesFor({ roles }: SignedInPerson, request: ConsoleRequest): Promise<Notice[]> {
    return TOLD_OF_PROTECTION.some((role) => roles.includes(role)) ? this.decision.notices(request) : [];
  }
}
