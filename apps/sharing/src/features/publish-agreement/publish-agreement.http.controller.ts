import { AuditTrail } from '@mash/audit-client';
import { authorise, type PersonActor } from '@mash/authorisation';
import { AgreementChangedV1, PublishAgreement } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Clock, conflict, CurrentPerson } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { AgreementRepository } from '../../agreements/agreement.repository';

class PublishAgreementBody extends createZodDto(PublishAgreement) {}

const partiesOf = ({ lines }: PublishAgreement): string[] => [
  ...new Set(lines.flatMap(({ from, to }) => [...from.organisations, ...to.organisations])),
];

@Controller('agreements')
export class PublishAgreementController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agreements: AgreementRepository,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** A version is never changed: a correction is the next one. */
  @Post()
  @HttpCode(204)
  async publish(@CurrentPerson() actor: PersonActor, @Body() body: PublishAgreementBody): Promise<void> {
    const { partnershipId } = actor;
    authorise(actor, 'amend', { kind: 'Agreement', id: body.agreementId, partnershipId, parties: partiesOf(body) });
    const publishedAt = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const versions = (await this.agreements.all(partnershipId, tx)).filter(
        ({ agreementId }) => agreementId === body.agreementId,
      );
      if (versions.some(({ version }) => version >= body.version)) {
        throw conflict('SHARING.VERSION_EXISTS', 'This version of the agreement, or a later one, is there already.');
      }
      const { inForceTo, ...rest } = body;
      await this.agreements.supersede(tx, partnershipId, body.agreementId, body.version);
      const row = { ...rest, partnershipId, inForceTo: inForceTo ?? null, state: 'in_force' as const };
      await this.agreements.add(tx, { ...row, publishedBy: actor.id, publishedAt, stoppedAt: null });
      const announced = {
        agreementId: body.agreementId,
        agreementVersion: body.version,
        change: 'in_force',
        changedAt: publishedAt.toISOString(),
      } as const;
      await this.outbox.append(tx, AgreementChangedV1, announced, {
        partnershipId,
        correlationId: body.agreementId,
        actor: { id: actor.id, kind: actor.kind },
      });
      const subject = { type: 'Agreement', id: body.agreementId };
      await this.audit.record(tx, {
        actor,
        action: 'agreement.publish',
        subject,
        outcome: 'done',
        counts: { version: body.version },
      });
    });
  }
}
