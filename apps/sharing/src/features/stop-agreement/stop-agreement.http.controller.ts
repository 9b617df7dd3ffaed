import { AuditTrail } from '@mash/audit-client';
import { authorise, type PersonActor } from '@mash/authorisation';
import { AgreementChangedV1 } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Clock, conflict, CurrentPerson, notFound, UuidParam } from '@mash/service-host';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { AgreementRepository } from '../../agreements/agreement.repository';

@Controller('agreements/:agreementId/stop')
export class StopAgreementController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agreements: AgreementRepository,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Stop sharing now: the next decision in any process already reads it (R-AGR-04). */
  @Post()
  @HttpCode(204)
  async stop(@CurrentPerson() actor: PersonActor, @UuidParam('agreementId') agreementId: string): Promise<void> {
    const { partnershipId } = actor;
    await this.unitOfWork.run(async (tx) => {
      const versions = (await this.agreements.all(partnershipId, tx)).filter((row) => row.agreementId === agreementId);
      if (versions.length === 0) throw notFound('Agreement');
      authorise(actor, 'amend', { kind: 'Agreement', id: agreementId, partnershipId, parties: [] });
      const inForce = versions.find(({ state }) => state === 'in_force');
      if (inForce === undefined) throw conflict('SHARING.NOT_IN_FORCE', 'No version of this agreement is in force.');
      const at = this.clock.now();
      await this.agreements.stop(tx, partnershipId, agreementId, at, actor.id);
      const announced = {
        agreementId,
        agreementVersion: inForce.version,
        change: 'stopped',
        changedAt: at.toISOString(),
      } as const;
      await this.outbox.append(tx, AgreementChangedV1, announced, {
        partnershipId,
        correlationId: agreementId,
        actor: { id: actor.id, kind: actor.kind },
      });
      await this.audit.record(tx, {
        actor,
        action: 'agreement.stop',
        subject: { type: 'Agreement', id: agreementId },
        outcome: 'done',
      });
    });
  }
}
