import { AuditTrail } from '@mash/audit-client';
import { ContactRecordedV1, EnquiryOpenedV1 } from '@mash/contracts';
import { Inbox, Outbox } from '@mash/messaging';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { loadCurrentPack } from '@mash/threshold-packs';
import { Controller, Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { byThisService, THIS_SERVICE } from '../access/by-this-service';
import { clocksAtOpening } from '../domain/clocks-at-opening';
import { PACK_ID } from '../pack-id';
import { ClockRepository } from '../persistence/clock.repository';
import { EnquiryRepository } from '../persistence/enquiry.repository';
import { ErasedEnquiryRepository } from '@mash/erasure';
import { StandingKeeper } from '../persistence/standing.keeper';

/** Opens the hub's work on a contact, once. Its clocks start when the hub received the contact, which may be before it was written down. */
@Controller()
export class OpenEnquiryWhenContactIsRecorded {
  static readonly consumerId = 'open-enquiry-when-contact-is-recorded';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly enquiries: EnquiryRepository,
    private readonly erased: ErasedEnquiryRepository,
    private readonly clocks: ClockRepository,
    private readonly standing: StandingKeeper,
    private readonly outbox: Outbox,
    private readonly auditTrail: AuditTrail,
    private readonly clock: Clock,
    @Inject(PACK_ID) private readonly packId: string,
  ) {}

  @EventPattern(ContactRecordedV1.type)
  async handle(@Payload() event: ContactRecordedV1): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (await this.inbox.claim(tx, OpenEnquiryWhenContactIsRecorded.consumerId, event.id)) await this.open(tx, event);
    });
  }

  private async open(tx: Tx, { id, partnershipId, actor, data }: ContactRecordedV1): Promise<void> {
    const { enquiryId, contactId, enquiryReference: reference } = data;
    if (await this.erased.has(enquiryId, tx)) return; // it was erased before this event got here
    const pack = loadCurrentPack(this.packId);
    const ref = { id: pack.id, version: pack.version };
    const openedAt = this.clock.now();
    const clocks = clocksAtOpening(pack, new Date(data.receivedAt));
    await this.enquiries.open(tx, {
      ...{ enquiryId, partnershipId, contactId, reference, pack: ref, openedAt },
      receivedAt: new Date(data.receivedAt),
      recordedBy: actor.id,
      referrerKind: data.referrerKind,
      urgent: data.urgent,
      presentingIssues: data.presentingIssues,
      repeatContacts: data.repeatContacts12Months,
    });
    for (const clock of clocks) await this.clocks.start(tx, enquiryId, clock);
    await this.standing.refresh(tx, enquiryId);
    const due = clocks.map(({ code, dueAt }) => ({ code, dueAt: dueAt.toISOString() }));
    const opened = { enquiryId, contactId, reference, pack: ref, openedAt: openedAt.toISOString(), clocks: due };
    await this.outbox.append(tx, EnquiryOpenedV1, opened, byThisService({ enquiryId, partnershipId }, openedAt, id));
    const subject = { type: 'Enquiry', id: enquiryId };
    const entry = {
      actor: THIS_SERVICE,
      action: 'enquiry.open',
      subject,
      enquiryId,
      partnershipId,
      outcome: 'done',
    } as const;
    await this.auditTrail.record(tx, entry, { evenIfUnsent: true });
  }
}
