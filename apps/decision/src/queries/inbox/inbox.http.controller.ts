import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { Inbox, InboxItem, type RouteTeam } from '@mash/contracts';
import { CurrentPerson, notFound, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import type { z } from 'zod';
import { inboxTeamsOf } from '../../domain/inbox-teams';
import { FindInbox } from './find-inbox';

class InboxView extends createZodDto(Inbox) {}
class InboxItemView extends createZodDto(InboxItem) {}

function requireTeams({ roles }: PersonActor): RouteTeam[] {
  const teams = inboxTeamsOf(roles);
  if (teams.length === 0) throw notFound('RouteItem');
  return teams;
}

/** The receiving team's inbox, until it has a service of its own. */
@Controller('inbox')
export class InboxController {
  constructor(
    private readonly findInbox: FindInbox,
    private readonly auditTrail: AuditTrail,
  ) {}

  @Get()
  @ZodResponse({ type: InboxView })
  async list(@CurrentPerson() actor: PersonActor): Promise<z.infer<typeof Inbox>> {
    const inbox = await this.findInbox.list(actor, requireTeams(actor));
    const subject = { type: 'Inbox', id: actor.agencyId };
    await this.auditTrail.recordRead({
      actor,
      action: 'inbox.read',
      subject,
      outcome: 'shown',
      counts: { items: inbox.items.length },
    });
    return inbox;
  }

  @Get(':routeId')
  @ZodResponse({ type: InboxItemView })
  async one(@CurrentPerson() actor: PersonActor, @UuidParam('routeId') routeId: string): Promise<InboxItem> {
    const item = await this.findInbox.one(actor, requireTeams(actor), routeId);
    if (item === undefined) throw notFound('RouteItem');
    const { enquiryId } = item;
    const subject = { type: 'Route', id: routeId };
    await this.auditTrail.recordRead({ actor, action: 'case.read', subject, enquiryId, outcome: 'shown' });
    return item;
  }
}
