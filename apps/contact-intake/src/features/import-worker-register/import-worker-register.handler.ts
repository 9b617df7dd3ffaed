import type { PersonActor } from '@mash/authorisation';
import { AuditTrail } from '@mash/audit-client';
import { newId } from '@mash/contracts';
import type { WorkerRegister, WorkerRegisterKept } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { IntakeAccess } from '../../access/intake-access';
import { requireReadableRegister } from '../../domain/readable-register';
import { IntakeRefusal } from '../../domain/intake-refusal';
import { WorkerRegisterRepository } from '../../persistence/worker-register.repository';

@Injectable()
export class ImportWorkerRegisterHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: IntakeAccess,
    private readonly registers: WorkerRegisterRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Puts the whole register in the place of the old one, or changes nothing. */
  async execute(register: WorkerRegister, actor: PersonActor): Promise<WorkerRegisterKept> {
    this.access.requireMayImportRegister(actor);
    const now = this.clock.now();
    requireReadableRegister(register, now);
    const rows = register.rows.map((row) => ({ ...row, rowId: newId(now.getTime()) }));
    const { partnershipId, id: importedBy } = actor;
    await this.unitOfWork.run(async (tx) => {
      const asOf = new Date(register.asOf);
      const isNewer = await this.registers.replace(tx, { partnershipId, asOf, importedBy, importedAt: now, rows });
      if (!isNewer) throw new IntakeRefusal('conflict', 'INTAKE.REGISTER_OLDER', 'A newer register is here already.');
      const subject = { type: 'WorkerRegister', id: partnershipId };
      const counts = { rows: rows.length };
      await this.audit.record(tx, { actor, action: 'worker-register.import', subject, outcome: 'done', counts });
    });
    return { asOf: register.asOf, rows: rows.length };
  }
}
