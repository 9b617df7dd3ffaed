import { MOST_FORMER_IDS, type FormerIds } from '@mash/contracts';
import { Controller, Get, Query, Req } from '@nestjs/common';
import { AuditClient } from '../../../api-clients/audit.client';
import { ContactIntakeClient } from '../../../api-clients/contact-intake.client';
import { Clock } from '../../../clock';
import { Posted, type PostedFields } from '../../../forms/posted';
import { Colleagues } from '../../../layout/colleagues';
import { page, type Answer } from '../../../layout/page';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { partOfPage } from '../shared/part-of-page';
import { entriesWanted, readLogFilter, TOO_MANY_IDS, type LogFilter } from './log.form';
import { logView } from './log.presenter';

/** The audit log: whether it is whole, and its entries. */
@Controller('ig/log')
@ForRoles('ig-officer', 'auditor')
export class LogController {
  constructor(
    private readonly audit: AuditClient,
    private readonly intake: ContactIntakeClient,
    private readonly colleagues: Colleagues,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Query() fields: PostedFields, @Req() request: ConsoleRequest): Promise<Answer> {
    const query = new Posted(fields);
    const { filter, errors: unread } = readLogFilter(query);
    const formerIds = await this.formerIdsOf(request, filter);
    const errors = formerIds.length > MOST_FORMER_IDS ? [...unread, TOO_MANY_IDS] : unread;
    const [checked, entries, named] = await Promise.all([
      partOfPage(this.audit.verify(request)),
      this.audit.entries(request, entriesWanted(filter, formerIds)),
      this.colleagues.of(request),
    ]);
    const view = logView(checked, entries, { filter, query, errors }, this.clock.now(), named);
    const frame = { title: 'Audit log', wide: true, section: '/ig/log', errors };
    return page('journeys/governance/log/log.njk', frame, view);
  }

  /** Entries are never changed: one of before somebody was matched has the id of then. Without them the search would leave entries out without a word. */
  private async formerIdsOf(
    request: ConsoleRequest,
    { personId, enquiryId }: LogFilter,
  ): Promise<FormerIds['formerIds']> {
    if (personId === undefined) return [];
    const all = await this.intake.formerIdsOf(request, personId);
    return enquiryId === undefined ? all : all.filter((one) => one.enquiryId === enquiryId);
  }
}
