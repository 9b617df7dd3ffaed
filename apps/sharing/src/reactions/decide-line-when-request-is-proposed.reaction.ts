import { AuditTrail } from '@mash/audit-client';
import { LineFacts, RequestProposedV1, SharingDecidedV1 } from '@mash/contracts';
import { Inbox, Outbox, NotSeenYet } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { ServiceClient } from '@mash/service-host';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { SYSTEM } from '../access/this-service';
import { FactsOfProposal } from '../asking/facts-of-proposal';
import { FreshFacts } from '../asking/fresh-facts';
import { matterOfLine } from '../asking/line-matter';
import { SentText } from '../asking/sent-text';
import { SharingDesk } from '../asking/sharing-desk';
import { EnquiryLife } from '../erasure/enquiry-life';
import { EnquiryRepository } from '../persistence/enquiry.repository';

/** Asking is itself a disclosure: each line of a request is decided before any agency sees it. */
@Controller()
export class DecideLineWhenRequestIsProposed {
  static readonly consumerId = 'sharing.decide-line-when-request-is-proposed';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly services: ServiceClient,
    private readonly factsOfProposal: FactsOfProposal,
    private readonly sentText: SentText,
    private readonly desk: SharingDesk,
    private readonly fresh: FreshFacts,
    private readonly enquiries: EnquiryRepository,
    private readonly life: EnquiryLife,
  ) {}

  @EventPattern(RequestProposedV1.type)
  async handle(@Payload() event: RequestProposedV1): Promise<void> {
    const { data, partnershipId } = event;
    if (await this.life.isOver(data.enquiryId)) return; // nobody is asked about an erased enquiry
    // Unbound keys open nothing: before the contact is heard of, every text would seem to differ.
    if (!(await this.enquiries.find(data.enquiryId))) throw new NotSeenYet('CONTACT_NOT_SEEN_YET');
    const path = `/facts/lines/${data.lineId}`;
    const line = await this.services.get('agency-requests', path, { schema: LineFacts, scope: 'facts:read' });
    const facts = await this.factsOfProposal.of(event);
    const textSent = await this.sentText.of(line, facts);
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, DecideLineWhenRequestIsProposed.consumerId, event.id))) return;
      await this.fresh.require(tx, facts);
      const decided = this.desk.decide(facts, matterOfLine(line, facts, textSent));
      const about = { kind: 'request-line', id: data.lineId } as const;
      const { askedBy, requestId } = line;
      const kept = await this.desk.keep(tx, facts, decided, { about, askedBy, requestId, categoryIsPlain: true });
      const { sharingDecisionId, enquiryId, outcome, decidedAt } = kept;
      const announced = {
        enquiryId,
        sharingDecisionId,
        about,
        outcome,
        byPerson: false,
        decidedAt: decidedAt.toISOString(),
      };
      const context = { partnershipId, correlationId: enquiryId, causationId: event.id, actor: SYSTEM };
      await this.outbox.append(tx, SharingDecidedV1, announced, context);
      await this.audit.record(
        tx,
        {
          actor: SYSTEM,
          partnershipId,
          action: 'sharing.decide',
          subject: { type: 'RequestLine', id: data.lineId },
          enquiryId,
          personIds: [data.personId],
          purpose: data.purpose,
          decisionId: sharingDecisionId,
          outcome: outcome === 'PERMIT' ? 'done' : 'refused',
          reasonCode: kept.rule,
        },
        { evenIfUnsent: true },
      );
    });
  }
}
