import type { PersonActor } from '@mash/authorisation';
import { StartProtection } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { StartProtectionHandler, type ProtectionBegun } from './start-protection.handler';

class StartProtectionBody extends createZodDto(StartProtection) {}

@Controller('enquiries/:enquiryId/protection')
export class StartProtectionController {
  constructor(private readonly handler: StartProtectionHandler) {}

  /** Immediate protection: sealed notices to police and social care, or the emergency duty team, at once. */
  @Post()
  start(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('enquiryId') enquiryId: string,
    @Body() body: StartProtectionBody,
  ): Promise<ProtectionBegun> {
    return this.handler.start(actor, enquiryId, body);
  }
}
