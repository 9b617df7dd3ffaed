import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { AcceptConditions } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { Clock, CurrentPerson } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { ConditionAcceptances } from '../../holder/condition-acceptances';
import { ReleaseGate } from '../../releases/release-gate';

class AcceptConditionsBody extends createZodDto(AcceptConditions) {}

@Controller('condition-acceptances')
export class AcceptConditionsController {
  constructor(
    private readonly gate: ReleaseGate,
    private readonly acceptances: ConditionAcceptances,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The viewer accepts what items carry before the words show (rule book section 5: "viewer accepts first"). It binds nobody else. */
  @Post()
  @HttpCode(204)
  async accept(@CurrentPerson() actor: PersonActor, @Body() body: AcceptConditionsBody): Promise<void> {
    const { acceptanceId, enquiryId, itemIds, carried } = body;
    await this.gate.admit(actor, enquiryId, 'condition.accept');
    const at = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      await this.acceptances.add(tx, actor, { acceptanceId, enquiryId, itemIds, carried, at });
      const subject = { type: 'Enquiry', id: enquiryId };
      const entry = { actor, action: 'condition.accept', subject, enquiryId, outcome: 'done' } as const;
      await this.audit.record(tx, { ...entry, counts: { items: itemIds.length } });
    });
  }
}
