import { Controller, Get, Req } from '@nestjs/common';
import { DecisionClient } from '../../../api-clients/decision.client';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import { page, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { CONSENT_READERS } from '../../consent-notices/consent-readers';
import { RECEIVERS } from '../receivers';
import { inboxView } from './inbox.presenter';

/** What the hub has sent to the reader's team. */
@Controller('inbox')
@ForRoles(...RECEIVERS)
export class InboxController {
  constructor(
    private readonly decision: DecisionClient,
    private readonly sharing: SharingClient,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Person() { roles }: SignedInPerson, @Req() request: ConsoleRequest): Promise<Answer> {
    const isTold = CONSENT_READERS.some((role) => roles.includes(role));
    const [inbox, notices] = await Promise.all([
      this.decision.inbox(request),
      isTold ? this.sharing.consentNotices(request) : [],
    ]);
    const told = notices.filter(({ confirmed }) => confirmed === undefined).length;
    const view = { ...inboxView(inbox, this.clock.now()), told };
    return page('journeys/inbox/list/inbox.njk', { title: 'Inbox', wide: true, section: '/inbox' }, view);
  }
}
