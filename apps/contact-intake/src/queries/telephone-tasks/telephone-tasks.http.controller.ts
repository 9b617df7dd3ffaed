import type { PersonActor } from '@mash/authorisation';
import { AuditTrail } from '@mash/audit-client';
import { TelephoneTasks } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { IntakeAccess } from '../../access/intake-access';
import type { TelephoneTaskOfContact } from '../../persistence/acknowledgement.record';
import { TelephoneTaskRepository } from '../../persistence/telephone-task.repository';

class TelephoneTasksAnswer extends createZodDto(TelephoneTasks) {}

const viewOf = ({ taskId, contactId, enquiryId, reference, kind, raisedAt, doneAt }: TelephoneTaskOfContact) => ({
  taskId,
  contactId,
  enquiryId,
  reference,
  kind,
  raisedAt: raisedAt.toISOString(),
  doneAt: doneAt?.toISOString(),
});

@Controller('telephone-tasks')
export class TelephoneTasksController {
  constructor(
    private readonly tasks: TelephoneTaskRepository,
    private readonly access: IntakeAccess,
    private readonly audit: AuditTrail,
  ) {}

  /** Callers who are told by telephone: what is still to do first. Who they are is sealed with their concern. */
  @Get()
  @ZodResponse({ type: TelephoneTasksAnswer })
  async list(@CurrentPerson() actor: PersonActor) {
    this.access.requireMayTelephone(actor);
    const tasks = await this.tasks.listOf(actor.partnershipId, this.access.contactFilter(actor));
    const subject = { type: 'TelephoneTask', id: actor.partnershipId };
    const counts = { tasks: tasks.length };
    await this.audit.recordRead({ actor, action: 'telephone-task.list', subject, outcome: 'shown', counts });
    return { tasks: tasks.map(viewOf) };
  }
}
