import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { ConsentChangedV1, StateConsent } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Clock, CodedError, CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { EnquiryAccess } from '../../access/enquiry-access';
import { ConsentRepository } from '../../consent/consent.repository';

class StateConsentBody extends createZodDto(StateConsent) {}

@Controller('enquiries/:enquiryId/consents')
export class StateConsentController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: EnquiryAccess,
    private readonly consents: ConsentRepository,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What somebody says now stands beside what was said before; nothing is overwritten. The next decision reads it. */
  @Post()
  @HttpCode(204)
  async state(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('enquiryId') enquiryId: string,
    @Body() body: StateConsentBody,
  ): Promise<void> {
    const { partnershipId } = await this.access.forHub(actor, enquiryId, 'consent.state');
    const recordedAt = this.clock.now();
    const { ground, givenById, ...said } = body;
    const statedAt = new Date(body.statedAt);
    if (statedAt > recordedAt)
      throw new CodedError('CONSENT.IN_FUTURE', 422, 'A statement cannot be later than now.', [
        { field: 'statedAt', code: 'future', message: 'Must be in the past' },
      ]);
    await this.unitOfWork.run(async (tx) => {
      const row = { ...said, enquiryId, partnershipId, ground: ground ?? null, givenById: givenById ?? null, statedAt };
      await this.consents.add(tx, { ...row, recordedBy: actor.id, recordedAt });
      const { statementId, personId, kind, state } = body;
      const announced = { enquiryId, statementId, personId, kind, state, changedAt: recordedAt.toISOString() };
      const context = {
        partnershipId,
        correlationId: enquiryId,
        actor: { id: actor.id, kind: actor.kind, agencyId: actor.agencyId },
      };
      await this.outbox.append(tx, ConsentChangedV1, announced, context);
      const subject = { type: 'Consent', id: statementId };
      await this.audit.record(tx, {
        actor,
        action: 'consent.state',
        subject,
        enquiryId,
        personIds: [personId],
        outcome: 'done',
        reasonCode: state.toUpperCase(),
      });
    });
  }
}
