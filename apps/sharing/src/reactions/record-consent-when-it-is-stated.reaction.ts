import { ConsentStatedV1 } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { ConsentAnnouncer } from '../consent/consent-announcer';
import { ConsentRepository, type ConsentRow } from '../consent/consent.repository';

const SYSTEM = { id: 'sharing', kind: 'system' } as const;

@Controller()
export class RecordConsentWhenItIsStated {
  static readonly consumerId = 'sharing.record-consent-when-it-is-stated';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly consents: ConsentRepository,
    private readonly announcer: ConsentAnnouncer,
    private readonly clock: Clock,
  ) {}

  @EventPattern(ConsentStatedV1.type)
  async handle(@Payload() event: ConsentStatedV1): Promise<void> {
    const { data, partnershipId } = event;
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, RecordConsentWhenItIsStated.consumerId, event.id))) return;
      const { statementId, enquiryId, personId, kind, state } = data;
      const row: ConsentRow = {
        ...{ statementId, partnershipId, enquiryId, personId, kind, state },
        ground: data.ground ?? null,
        givenBy: data.givenBy,
        givenById: data.givenById ?? null,
        how: data.how ?? null,
        bodies: data.bodies,
        purposes: [],
        ...{ wordsKid: null, wordsEnvelope: null },
        statedAt: new Date(data.statedAt),
        recordedBy: event.actor.id,
        recordedAt: this.clock.now(),
        writtenAt: new Date(data.writtenAt ?? data.statedAt),
      };
      await this.consents.lock(tx, enquiryId);
      if (!(await this.consents.add(tx, row))) return;
      await this.announcer.announce(tx, row, { changedAt: row.statedAt, actor: SYSTEM, causationId: event.id });
    });
  }
}
