import { AuditTrail } from '@mash/audit-client';
import { authorise, can, type PersonActor } from '@mash/authorisation';
import { Staff, type Role } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { StaffRepository } from '../../persistence/staff.repository';

class StaffBody extends createZodDto(Staff) {}

const OF_THE_HUB: readonly Role[] = ['mash-analyst', 'mash-manager'];

@Controller('staff')
export class StaffController {
  constructor(
    private readonly staff: StaffRepository,
    private readonly auditTrail: AuditTrail,
  ) {}

  /** Names for the account ids that stand in records and in the log; to liaison staff those of the hub, whom a condition can be for. @throws Refusal */
  @Get()
  @ZodResponse({ type: StaffBody })
  async list(@CurrentPerson() actor: PersonActor): Promise<Staff> {
    const { partnershipId } = actor;
    const member = (id: string, ofHub: boolean) => ({ kind: 'StaffMember', id, partnershipId, ofHub }) as const;
    authorise(actor, 'read', member(partnershipId, true));
    const everybody = await this.staff.ofPartnership(partnershipId);
    const staff = everybody.filter(({ accountId, roles }) =>
      can(
        actor,
        'read',
        member(
          accountId,
          roles.some((role) => OF_THE_HUB.includes(role)),
        ),
      ),
    );
    const subject = { type: 'StaffMember', id: partnershipId };
    const counts = { staff: staff.length };
    await this.auditTrail.recordRead({ actor, action: 'staff.list', subject, outcome: 'shown', counts });
    return { staff };
  }
}
