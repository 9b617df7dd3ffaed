import { ConsentChangedV1, ConsentStatedV1 } from '@mash/contracts';
import { Inbox, Outbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { ConsentRepository } from '../consent/consent.repository';

const SYSTEM = { id: 'sharing', kind: 'system' } as const;

@Controller()
export class RecordConsentWhenItIsStated {
  static readonly consumerId = 'sharing.record-consent-when-it-is-stated';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly outbox: Outbox,
    private readonly consents: ConsentRepository,
    private readonly clock: Clock,
  ) {}

  @EventPattern(ConsentStatedV1.type)
  async handle(@Payload() event: ConsentStatedV1): Promise<void> {
    const { data, partnershipId } = event;
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, RecordConsentWhenItIsStated.consumerId, event.id))) return;
      const { statementId, enquiryId, personId, kind, state } = data;
      await this.consents.add(tx, {
        ...{ statementId, partnershipId, enquiryId, personId, kind, state },
        ground: data.ground ?? null,
        givenBy: data.givenBy,
        givenById: data.givenById ?? null,
        bodies: data.bodies,
        statedAt: new Date(data.statedAt),
        recordedBy: event.actor.id,
        recordedAt: this.clock.now(),
      });
      const announced = { enquiryId, statementId, personId, kind, state, changedAt: data.statedAt };
      await this.outbox.append(tx, ConsentChangedV1, announced, {
        partnershipId,
        correlationId: enquiryId,
        causationId: event.id,
        actor: SYSTEM,
      });
    });
  }
}
