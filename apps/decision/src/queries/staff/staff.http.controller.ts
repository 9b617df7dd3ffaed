import { AuditTrail } from '@mash/audit-client';
import { authorise, type PersonActor } from '@mash/authorisation';
import { Staff } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { StaffRepository } from '../../persistence/staff.repository';

class StaffBody extends createZodDto(Staff) {}

@Controller('staff')
export class StaffController {
  constructor(
    private readonly staff: StaffRepository,
    private readonly auditTrail: AuditTrail,
  ) {}

  /** Names for the account ids that stand in records and in the log. @throws Refusal */
  @Get()
  @ZodResponse({ type: StaffBody })
  async list(@CurrentPerson() actor: PersonActor): Promise<Staff> {
    const { partnershipId } = actor;
    authorise(actor, 'read', { kind: 'StaffMember', id: partnershipId, partnershipId });
    const staff = await this.staff.ofPartnership(partnershipId);
    const subject = { type: 'StaffMember', id: partnershipId };
    const counts = { staff: staff.length };
    await this.auditTrail.recordRead({ actor, action: 'staff.list', subject, outcome: 'shown', counts });
    return { staff };
  }
}
