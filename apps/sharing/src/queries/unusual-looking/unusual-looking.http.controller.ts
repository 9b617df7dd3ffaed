import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { UnusualLookings, type UnusualLooking } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { GovernanceGate } from '../../governance/governance-gate';
import { VolumeAlarmRepository, type VolumeAlarmRow } from '../../unusual-looking/volume-alarm.repository';

class UnusualLookingsBody extends createZodDto(UnusualLookings) {}

const ACTION = 'unusual-looking.list';

@Controller('unusual-looking')
export class UnusualLookingController {
  constructor(
    private readonly gate: GovernanceGate,
    private readonly alarms: VolumeAlarmRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** Accounts that opened unusually many people within an hour, and what was made of it. */
  @Get()
  @ZodResponse({ type: UnusualLookingsBody })
  async list(@CurrentPerson() actor: PersonActor) {
    const { partnershipId } = actor;
    const all = { kind: 'VolumeAlarm', id: partnershipId, partnershipId, accountId: '' } as const;
    await this.gate.admit(actor, 'read', all, { action: ACTION });
    const alarms = (await this.alarms.list(partnershipId)).map(viewOf);
    const subject = { type: 'VolumeAlarm', id: partnershipId };
    await this.audit.recordRead({
      actor,
      action: ACTION,
      subject,
      outcome: 'shown',
      counts: { alarms: alarms.length },
    });
    return { alarms };
  }
}

const viewOf = ({ alarmId, accountId, people, limit, at, steps }: VolumeAlarmRow): UnusualLooking => ({
  ...{ alarmId, accountId, people, at: at.toISOString(), steps: [...steps] },
  ...(limit !== null && { limit }),
  state: steps.some(({ step }) => step === 'explained') ? 'explained' : 'open',
});
