import { AuditTrail } from '@mash/audit-client';
import { authorise, can, type PersonActor } from '@mash/authorisation';
import { HolderTasks } from '@mash/contracts';
import { Clock, CurrentPerson } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { HolderTaskRepository, type HolderTaskRow } from '../../holder/holder-task.repository';
import { ReviewDesk } from '../../reviews/review-desk';

class HolderTasksBody extends createZodDto(HolderTasks) {}

@Controller('holder-tasks')
export class HolderTasksController {
  constructor(
    private readonly tasks: HolderTaskRepository,
    private readonly reviewDesk: ReviewDesk,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What the actor's own agency is to do about its items without a REVIEW, soonest first; for those who may speak for it. */
  @Get()
  @ZodResponse({ type: HolderTasksBody })
  async list(@CurrentPerson() actor: PersonActor) {
    const { partnershipId, agencyId } = actor;
    const tasks = await this.reviewDesk.subjectOfStatement(actor, 'tasks');
    authorise(actor, 'read', tasks);
    const rows = can(actor, 'make', tasks) ? await this.tasks.ofAgency(partnershipId, agencyId, actor.id) : [];
    const subject = { type: 'Partnership', id: partnershipId };
    const entry = { actor, action: 'holder-task.list', subject, outcome: 'shown' } as const;
    await this.audit.recordRead({ ...entry, counts: { tasks: rows.length } });
    const now = this.clock.now();
    return { tasks: rows.map((row) => taskOf(row, now)) };
  }
}

const taskOf = ({ audience, toAgencyId, dueAt, ...row }: HolderTaskRow, now: Date) => ({
  ...row,
  to: { audience, agencyId: toAgencyId },
  dueAt: dueAt.toISOString(),
  late: now > dueAt,
});
