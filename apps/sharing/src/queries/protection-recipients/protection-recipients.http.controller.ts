import type { PersonActor } from '@mash/authorisation';
import { ENGLAND_BANK_HOLIDAYS, isOpen } from '@mash/clocks';
import { ProtectionStandIn } from '@mash/contracts';
import { Clock, CurrentPerson, notFound } from '@mash/service-host';
import { loadPack } from '@mash/threshold-packs';
import { Controller, Get, Param } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { z } from 'zod';
import { protectionTeams } from '../../domain/protection-teams';
import { isHubStaff } from '../../domain/release/audiences';
import { EnquiryRepository } from '../../persistence/enquiry.repository';
import { ReleaseGate } from '../../releases/release-gate';

class StandInBody extends createZodDto(ProtectionStandIn) {}
class Referred extends createZodDto(z.strictObject({ reference: z.string().min(1).max(40) })) {}

const ACTION = 'protection.recipients';

/** Stands in for `decision` while it does not answer, so that what is known can still be opened for police and social care. */
@Controller('protection-recipients/:reference')
export class ProtectionRecipientsController {
  constructor(
    private readonly enquiries: EnquiryRepository,
    private readonly gate: ReleaseGate,
    private readonly clock: Clock,
  ) {}

  /** Says nothing of the case, and so leaves an audit entry only where it refuses. */
  @Get()
  @ZodResponse({ type: StandInBody })
  async recipients(@CurrentPerson() actor: PersonActor, @Param() { reference }: Referred): Promise<ProtectionStandIn> {
    const enquiry = await this.enquiries.byReference(actor.partnershipId, reference);
    if (enquiry === undefined) throw notFound('Enquiry');
    const { enquiryId } = enquiry;
    const { facts, audience } = await this.gate.admitToProtect(actor, enquiryId, ACTION, true);
    if (!isHubStaff(audience)) return this.gate.refuse(actor, enquiryId, ACTION, 'NO_ACCESS');
    const { pack, access } = facts.decision;
    const outOfHours = !isOpen(this.clock.now(), loadPack(pack.id, pack.version).opening.hours, ENGLAND_BANK_HOLIDAYS);
    return {
      enquiryId,
      outOfHours,
      openingKnown: access !== undefined,
      recipients: protectionTeams(facts.bodies, outOfHours),
    };
  }
}
