import type { PersonActor } from '@mash/authorisation';
import { AuditTrail } from '@mash/audit-client';
import { UnitOfWork } from '@mash/persistence';
import { Clock, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { IntakeAccess } from '../../access/intake-access';
import { ContactRepository } from '../../persistence/contact.repository';
import { TelephoneTaskRepository } from '../../persistence/telephone-task.repository';

@Injectable()
export class FinishTelephoneTaskHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: IntakeAccess,
    private readonly tasks: TelephoneTaskRepository,
    private readonly contacts: ContactRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The caller was told. Done twice is done: the first time stays on record. @throws 404, audited where the actor may not see its enquiry */
  async execute(taskId: string, actor: PersonActor): Promise<void> {
    this.access.requireMayTelephone(actor);
    const about = await this.tasks.find(taskId);
    const contact = about && (await this.contacts.byId(about.contactId));
    if (contact === undefined) throw notFound('TelephoneTask');
    if (!(await this.access.mayReadContact(actor, contact))) return this.refuse(actor, taskId, contact.enquiryId);
    await this.unitOfWork.run(async (tx) => {
      const task = await this.tasks.getForUpdate(tx, taskId);
      if (task === undefined) throw notFound('TelephoneTask');
      if (task.doneAt !== undefined) return;
      await this.tasks.markDone(tx, taskId, actor.id, this.clock.now());
      const subject = { type: 'TelephoneTask', id: taskId };
      const { enquiryId } = task;
      await this.audit.record(tx, { actor, action: 'telephone-task.finish', subject, enquiryId, outcome: 'done' });
    });
  }

  private async refuse(actor: PersonActor, taskId: string, enquiryId: string): Promise<never> {
    const subject = { type: 'TelephoneTask', id: taskId };
    const entry = { actor, action: 'telephone-task.finish', subject, enquiryId, outcome: 'refused' } as const;
    await this.audit.recordRead({ ...entry, reasonCode: 'NOT_FOUND_OR_NOT_ALLOWED' });
    throw notFound('TelephoneTask');
  }
}
