import type { PersonActor } from '@mash/authorisation';
import { LogVerification } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { AuditReader } from '../../access/audit-reader';
import { VerifyPartnership } from './verify-partnership';

class VerificationStatus extends createZodDto(LogVerification) {}

@Controller('verify')
export class VerificationStatusController {
  constructor(
    private readonly verifyPartnership: VerifyPartnership,
    private readonly reader: AuditReader,
  ) {}

  /** Whether the partnership's log is whole, and if not, from where on. */
  @Get()
  @ZodResponse({ type: VerificationStatus })
  async status(@CurrentPerson() actor: PersonActor) {
    const look = { action: 'audit-entry.verify' };
    await this.reader.admit(actor, look);
    const status = await this.verifyPartnership.execute(actor.partnershipId);
    await this.reader.logLook(actor, look, { entries: status.entries });
    return status;
  }
}
