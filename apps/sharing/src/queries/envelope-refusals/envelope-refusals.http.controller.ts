import { AuditTrail } from '@mash/audit-client';
import { couldEver, type PersonActor } from '@mash/authorisation';
import { EnvelopeRefusals } from '@mash/contracts';
import { CodedError, CurrentPerson } from '@mash/service-host';
import { Controller, Get, Query } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { z } from 'zod';
import { EnvelopeRefusalRepository, type EnvelopeRefusal } from '../../envelopes/envelope-refusal.repository';

class RefusalsBody extends createZodDto(EnvelopeRefusals) {}
class Page extends createZodDto(z.strictObject({ page: z.coerce.number().int().min(1).max(10_000).default(1) })) {}

const ON_A_PAGE = 50;

@Controller('envelope-refusals')
export class EnvelopeRefusalsController {
  constructor(
    private readonly refusals: EnvelopeRefusalRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** What did not open where it lay, newest first, for those who keep the register of keys and for information governance. */
  @Get()
  @ZodResponse({ type: RefusalsBody })
  async list(@CurrentPerson() actor: PersonActor, @Query() { page }: Page) {
    const { partnershipId } = actor;
    const entry = { actor, action: 'envelope-refusal.list', subject: { type: 'Partnership', id: partnershipId } };
    if (!couldEver(actor, 'read', 'SystemKey')) {
      await this.audit.recordRead({ ...entry, outcome: 'refused', reasonCode: 'ROLE_OR_STATE' });
      throw new CodedError('ENVELOPE_REFUSAL.READ_NOT_ALLOWED', 403, 'Your role does not let you do this.');
    }
    const [rows, all] = await Promise.all([
      this.refusals.page(partnershipId, { limit: ON_A_PAGE, offset: (page - 1) * ON_A_PAGE }),
      this.refusals.count(partnershipId),
    ]);
    await this.audit.recordRead({ ...entry, outcome: 'shown', counts: { refusals: rows.length } });
    return { refusals: rows.map(viewOf), page, pages: Math.max(1, Math.ceil(all / ON_A_PAGE)) };
  }
}

const viewOf = ({
  refusalId,
  enquiryId,
  place,
  envelopeId,
  presentedBy,
  presenterAgencyId,
  ...row
}: EnvelopeRefusal) => ({
  ...{ refusalId, place, envelopeId, presentedBy },
  ...(enquiryId !== null && { enquiryId }),
  ...(presenterAgencyId !== null && { presenterAgencyId }),
  code: row.reasonCode,
  at: row.at.toISOString(),
});
