import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { EnquiryAccess } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { SetAccessHandler } from '../../features/set-access/set-access.handler';
import { AccessRepository, type ListedAccount } from '../../persistence/access.repository';
import { StaffRepository } from '../../persistence/staff.repository';

class EnquiryAccessView extends createZodDto(EnquiryAccess) {}

const viewOf = ({ accountId, by, at }: ListedAccount) => ({ accountId, by, at: at.toISOString() });

@Controller('enquiries/:enquiryId/access')
export class AccessController {
  constructor(
    private readonly handler: SetAccessHandler,
    private readonly access: AccessRepository,
    private readonly staff: StaffRepository,
    private readonly auditTrail: AuditTrail,
  ) {}

  /** Who may see it now, and whom one can choose from: for those who may change it. */
  @Get()
  @ZodResponse({ type: EnquiryAccessView })
  async of(@CurrentPerson() actor: PersonActor, @UuidParam('enquiryId') enquiryId: string): Promise<EnquiryAccess> {
    const { restricted, partnershipId } = await this.handler.admit(actor, enquiryId);
    const { version, named, conflicts } = await this.access.listsOf(enquiryId);
    const staff = await this.staff.ofPartnership(partnershipId);
    const subject = { type: 'Enquiry', id: enquiryId };
    await this.auditTrail.recordRead({ actor, action: 'enquiry.read-access', subject, enquiryId, outcome: 'shown' });
    return { version, restricted, named: named.map(viewOf), conflicts: conflicts.map(viewOf), staff };
  }
}
