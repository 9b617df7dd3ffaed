import { isInReach, type Actor } from '@mash/authorisation';
import { AuditTrail } from '@mash/audit-client';
import { FormerIds, FormerIdsQuestion } from '@mash/contracts';
import { CurrentActor, notFound, RequiresScope, UuidParam } from '@mash/service-host';
import { Controller, Get, Query } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { FormerIdRepository } from '../../persistence/former-id.repository';

class FormerIdsAnswer extends createZodDto(FormerIds) {}
class FormerIdsQuery extends createZodDto(FormerIdsQuestion) {}

@Controller('facts/people')
export class FormerIdsController {
  constructor(
    private readonly formerIds: FormerIdRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** Under which other ids records of this person were written: `sharing` finds the lines of the ledger by them. Of a person nobody knows none. */
  @Get(':personId/former-ids')
  @RequiresScope('facts:read')
  @ZodResponse({ type: FormerIdsAnswer })
  async list(
    @UuidParam('personId') personId: string,
    @CurrentActor() actor: Actor,
    @Query() { partnershipId }: FormerIdsQuery,
  ): Promise<FormerIds> {
    if (!isInReach(actor, partnershipId)) throw notFound('Person');
    const formerIds = await this.formerIds.of(partnershipId, personId);
    const subject = { type: 'Person', id: personId };
    const entry = { actor, partnershipId, action: 'facts.read-former-ids', subject, personIds: [personId] };
    await this.audit.recordRead({ ...entry, outcome: 'shown', counts: { formerIds: formerIds.length } });
    return { formerIds };
  }
}
