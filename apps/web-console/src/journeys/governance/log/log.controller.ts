import { Controller, Get, Query, Req } from '@nestjs/common';
import { AuditClient } from '../../../api-clients/audit.client';
import { Clock } from '../../../clock';
import { Posted, type PostedFields } from '../../../forms/posted';
import { Colleagues } from '../../../layout/colleagues';
import { page, type Answer } from '../../../layout/page';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { partOfPage } from '../shared/part-of-page';
import { entriesWanted, readLogFilter } from './log.form';
import { logView } from './log.presenter';

/** The audit log: whether it is whole, and its entries. */
@Controller('ig/log')
@ForRoles('ig-officer', 'auditor')
export class LogController {
  constructor(
    private readonly audit: AuditClient,
    private readonly colleagues: Colleagues,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Query() fields: PostedFields, @Req() request: ConsoleRequest): Promise<Answer> {
    const query = new Posted(fields);
    const { filter, errors } = readLogFilter(query);
    const [checked, entries, named] = await Promise.all([
      partOfPage(this.audit.verify(request)),
      this.audit.entries(request, entriesWanted(filter)),
      this.colleagues.of(request),
    ]);
    const view = logView(checked, entries, { filter, query, errors }, this.clock.now(), named);
    const frame = { title: 'Audit log', wide: true, section: '/ig/log', errors };
    return page('journeys/governance/log/log.njk', frame, view);
  }
}
