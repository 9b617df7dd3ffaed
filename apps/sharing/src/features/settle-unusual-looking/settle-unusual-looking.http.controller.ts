import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { TakeUnusualStep } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { Clock, conflict, CurrentPerson, notFound, UuidParam } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { GovernanceGate } from '../../governance/governance-gate';
import { VolumeAlarmRepository } from '../../unusual-looking/volume-alarm.repository';

class TakeUnusualStepBody extends createZodDto(TakeUnusualStep) {}

@Controller('unusual-looking/:alarmId/steps')
export class SettleUnusualLookingController {
  constructor(
    private readonly gate: GovernanceGate,
    private readonly alarms: VolumeAlarmRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Explained, and it is closed; the manager is asked or it is investigated, and it stays open. Nobody settles their own looking. */
  @Post()
  @HttpCode(204)
  async take(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('alarmId') alarmId: string,
    @Body() { step }: TakeUnusualStepBody,
  ): Promise<void> {
    const alarm = await this.alarms.find(alarmId);
    if (alarm === undefined) throw notFound('VolumeAlarm');
    const { partnershipId, accountId } = alarm;
    const action = `unusual-looking.${step.replace('_', '-')}`;
    await this.gate.admit(actor, 'settle', { kind: 'VolumeAlarm', id: alarmId, partnershipId, accountId }, { action });
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.alarms.take(tx, alarmId, { step, by: actor.id, at: this.clock.now() })))
        throw conflict('VOLUME_ALARM.EXPLAINED', 'This was explained already.');
      await this.audit.record(tx, { actor, action, subject: { type: 'VolumeAlarm', id: alarmId }, outcome: 'done' });
    });
  }
}
