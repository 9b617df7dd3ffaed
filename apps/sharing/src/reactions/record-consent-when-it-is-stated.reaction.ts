import { ConsentStatedV1, ConsentWordsFacts, type Sealed } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, ServiceClient, ServiceRefusal } from '@mash/service-host';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { SYSTEM } from '../access/this-service';
import { ConsentAnnouncer } from '../consent/consent-announcer';
import { ConsentRepository, type ConsentRow } from '../consent/consent.repository';
import { EnquiryLife } from '../erasure/enquiry-life';

@Controller()
export class RecordConsentWhenItIsStated {
  static readonly consumerId = 'sharing.record-consent-when-it-is-stated';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly consents: ConsentRepository,
    private readonly life: EnquiryLife,
    private readonly announcer: ConsentAnnouncer,
    private readonly services: ServiceClient,
    private readonly clock: Clock,
  ) {}

  @EventPattern(ConsentStatedV1.type)
  async handle(@Payload() event: ConsentStatedV1): Promise<void> {
    const { data, partnershipId } = event;
    const sealed = data.hasWords === true ? await this.wordsOf(data.statementId) : undefined;
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, RecordConsentWhenItIsStated.consumerId, event.id))) return;
      const { statementId, enquiryId, personId, kind, state } = data;
      // Before the enquiry's life, as whoever opens on what was stated has it: in the other order they would wait for each other.
      await this.consents.lock(tx, enquiryId);
      // Fetched before the erasure, they would lie here for good: an overflow key opens them that lives on for others.
      const words = (await this.life.isHeldOpen(tx, enquiryId)) ? sealed : undefined;
      const row: ConsentRow = {
        ...{ statementId, partnershipId, enquiryId, personId, kind, state },
        ground: data.ground ?? null,
        givenBy: data.givenBy,
        givenById: data.givenById ?? null,
        how: data.how ?? null,
        bodies: data.bodies,
        purposes: [],
        ...{ wordsKid: words?.kid ?? null, wordsEnvelope: words?.envelope ?? null },
        statedAt: new Date(data.statedAt),
        recordedBy: event.actor.id,
        recordedAt: this.clock.now(),
        writtenAt: new Date(data.writtenAt ?? data.statedAt),
      };
      if (!(await this.consents.add(tx, row))) return this.requireKnown(tx, row);
      await this.announcer.announce(tx, row, { changedAt: row.statedAt, actor: SYSTEM, causationId: event.id });
    });
  }

  /** What was sealed with it. Of an enquiry that was erased since there is nothing; while its owner is down, the statement waits. */
  private async wordsOf(statementId: string): Promise<Sealed | undefined> {
    const path = `/facts/consents/${statementId}`;
    return this.services
      .get('contact-intake', path, { schema: ConsentWordsFacts, scope: 'facts:read' })
      .then(({ sealed }) => sealed)
      .catch((error: unknown) => {
        if (error instanceof ServiceRefusal && error.status === 404) return undefined;
        throw error;
      });
  }

  /** Heard again it is there already. Under the id of another statement it is not: that shows, and no refusal is dropped in silence. */
  private async requireKnown(tx: Tx, { statementId, enquiryId, personId, kind, state }: ConsentRow): Promise<void> {
    const kept = await this.consents.find(statementId, tx);
    const isSame =
      kept?.enquiryId === enquiryId && kept.personId === personId && kept.kind === kind && kept.state === state;
    if (!isSame) throw new Error('CONSENT_ID_TAKEN');
  }
}
