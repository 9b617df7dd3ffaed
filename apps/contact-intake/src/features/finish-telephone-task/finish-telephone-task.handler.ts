import type { PersonActor } from '@mash/authorisation';
import { AuditTrail } from '@mash/audit-client';
import { UnitOfWork } from '@mash/persistence';
import { Clock, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { IntakeAccess } from '../../access/intake-access';
import { TelephoneTaskRepository } from '../../persistence/telephone-task.repository';

@Injectable()
export class FinishTelephoneTaskHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: IntakeAccess,
    private readonly tasks: TelephoneTaskRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The caller was told. Done twice is done: the first time stays on record. */
  async execute(taskId: string, actor: PersonActor): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      this.access.requireMayTelephone(actor);
      const task = await this.tasks.getForUpdate(tx, taskId);
      if (task?.partnershipId !== actor.partnershipId) throw notFound('TelephoneTask');
      if (task.doneAt !== undefined) return;
      await this.tasks.markDone(tx, taskId, actor.id, this.clock.now());
      const subject = { type: 'TelephoneTask', id: taskId };
      const { enquiryId } = task;
      await this.audit.record(tx, { actor, action: 'telephone-task.finish', subject, enquiryId, outcome: 'done' });
    });
  }
}
