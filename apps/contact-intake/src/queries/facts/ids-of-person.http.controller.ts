import { AuditTrail } from '@mash/audit-client';
import { authorise, isRefusal, type PersonActor } from '@mash/authorisation';
import { FormerIds } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { FormerIdRepository } from '../../persistence/former-id.repository';

class IdsOfPersonAnswer extends createZodDto(FormerIds) {}

const ACTION = 'person.read-former-ids';

/** The same as services read: for whoever searches the audit log, whose entries have the id of when they were written. */
@Controller('people')
export class IdsOfPersonController {
  constructor(
    private readonly formerIds: FormerIdRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** Of a person nobody knows none. @throws Refusal that reads as if there were nothing; audited */
  @Get(':personId/former-ids')
  @ZodResponse({ type: IdsOfPersonAnswer })
  async list(@UuidParam('personId') personId: string, @CurrentPerson() actor: PersonActor): Promise<FormerIds> {
    const { partnershipId } = actor;
    const entry = { actor, action: ACTION, subject: { type: 'Person', id: personId }, personIds: [personId] };
    try {
      authorise(actor, 'read', { kind: 'AuditEntry', id: personId, partnershipId });
    } catch (refusal) {
      const reason = isRefusal(refusal) ? { reasonCode: refusal.reasonCode } : {};
      await this.audit.recordRead({ ...entry, outcome: 'refused', ...reason });
      throw refusal;
    }
    const formerIds = await this.formerIds.of(partnershipId, personId);
    await this.audit.recordRead({ ...entry, outcome: 'shown', counts: { formerIds: formerIds.length } });
    return { formerIds };
  }
}
