import type { PersonActor } from '@mash/authorisation';
import { ProtectionRecipients } from '@mash/contracts';
import { Clock, CurrentPerson, UuidParam } from '@mash/service-host';
import { loadPack } from '@mash/threshold-packs';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { EnquiryGate } from '../../access/enquiry-gate';
import { hubIsShut } from '../../domain/hub-is-shut';
import { teamsToTell } from '../../domain/protection';
import { DutyAgencies } from '../../features/learn-agencies/duty-agencies';

class RecipientsView extends createZodDto(ProtectionRecipients) {}

@Controller('enquiries/:enquiryId/protection-recipients')
export class ProtectionRecipientsController {
  constructor(
    private readonly gate: EnquiryGate,
    private readonly agencies: DutyAgencies,
    private readonly clock: Clock,
  ) {}

  /** Whom a press of Immediate protection would tell now. Says nothing of the case, and so waits for no audit entry. */
  @Get()
  @ZodResponse({ type: RecipientsView })
  async recipients(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('enquiryId') enquiryId: string,
  ): Promise<ProtectionRecipients> {
    const { partnershipId, pack } = await this.gate.admit(actor, 'protect', enquiryId);
    const outOfHours = hubIsShut(loadPack(pack.id, pack.version), this.clock.now());
    const recipients = await this.agencies.of(partnershipId, teamsToTell(outOfHours));
    return { outOfHours, recipients };
  }
}
