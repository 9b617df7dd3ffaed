import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { LiftLegalHold } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { Clock, CodedError, conflict, CurrentPerson, notFound, UuidParam } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { GovernanceGate } from '../../governance/governance-gate';
import { WrittenReason } from '../../governance/written-reason';
import { LegalHoldRepository } from '../../legal-holds/legal-hold.repository';

class LiftLegalHoldBody extends createZodDto(LiftLegalHold) {}

const ACTION = 'legal-hold.lift';

@Controller('legal-holds/:holdId/lift')
export class LiftLegalHoldController {
  constructor(
    private readonly gate: GovernanceGate,
    private readonly reason: WrittenReason,
    private readonly holds: LegalHoldRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Whoever wanted it kept does not any more. Another hold on the same enquiry goes on standing. */
  @Post()
  @HttpCode(204)
  async lift(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('holdId') holdId: string,
    @Body() { sealedReason }: LiftLegalHoldBody,
  ): Promise<void> {
    const hold = await this.holds.find(holdId);
    const { partnershipId, id: authorId } = actor;
    if (hold === undefined) throw notFound('LegalHold');
    const { enquiryId } = hold;
    const subject = { kind: 'LegalHold', id: holdId, partnershipId: hold.partnershipId, standing: true } as const;
    const its = { action: ACTION, enquiryId };
    await this.gate.admit(actor, 'lift', subject, its);
    try {
      if (hold.liftedAt !== null) throw lifted();
      await this.reason.check({ partnershipId, enquiryId, noteId: holdId, authorId, version: 2 }, sealedReason);
      await this.unitOfWork.run(async (tx) => {
        const at = this.clock.now();
        if (!(await this.holds.lift(tx, holdId, { by: authorId, at, ...sealedReason }))) throw lifted();
        const about = { type: 'LegalHold', id: holdId };
        await this.audit.record(tx, { actor, action: ACTION, subject: about, enquiryId, outcome: 'done' });
      });
    } catch (error) {
      // The call names its hold alone: the log of the enquiry is told here.
      if (error instanceof CodedError && error.status < 500) await this.gate.note(actor, subject, its, error.code);
      throw error;
    }
  }
}

const lifted = () => conflict('LEGAL_HOLD.LIFTED', 'Somebody has lifted this hold already.');
