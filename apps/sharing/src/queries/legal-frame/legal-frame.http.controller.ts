import { AuditTrail } from '@mash/audit-client';
import { authorise, isRefusal, type PersonActor } from '@mash/authorisation';
import { LegalFrameStanding, type LegalFrameCheck } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Controller, Get, Inject } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { LEGAL_FRAME } from '../../domain/decision';
import { legalFrameStanding } from '../../domain/legal-frame-standing';

export const LEGAL_FRAME_CHECK = Symbol('LEGAL_FRAME_CHECK');

class LegalFrameStandingBody extends createZodDto(LegalFrameStanding) {}

const ACTION = 'legal-frame.read';

/** Who has checked the law that the rules cite, and which version of it. */
@Controller('legal-frame')
export class LegalFrameController {
  constructor(
    @Inject(LEGAL_FRAME_CHECK) private readonly check: LegalFrameCheck | undefined,
    private readonly audit: AuditTrail,
  ) {}

  @Get()
  @ZodResponse({ type: LegalFrameStandingBody })
  async standing(@CurrentPerson() actor: PersonActor) {
    const { partnershipId } = actor;
    const subject = { type: 'LegalFrame', id: partnershipId };
    try {
      authorise(actor, 'read', { kind: 'AuditEntry', id: partnershipId, partnershipId });
    } catch (refusal) {
      const reason = isRefusal(refusal) ? { reasonCode: refusal.reasonCode } : {};
      await this.audit.recordRead({ actor, action: ACTION, subject, outcome: 'refused', ...reason });
      throw refusal;
    }
    await this.audit.recordRead({ actor, action: ACTION, subject, outcome: 'shown' });
    return legalFrameStanding(LEGAL_FRAME.version, this.check);
  }
}
