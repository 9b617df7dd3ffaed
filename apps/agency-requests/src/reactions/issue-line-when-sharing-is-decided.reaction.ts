import { SharingDecidedV1, type KeyLease } from '@mash/contracts';
import { Inbox, Outbox, PassingFailure } from '@mash/messaging';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { loadPack } from '@mash/threshold-packs';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { RequestIssuedV1 } from '@mash/contracts';
import { AnswerKeys } from '../agencies/answer-keys';
import { answerDue } from '../domain/answer-due';
import { lineAfterDecision } from '../domain/line-after-decision';
import { EnquiryRepository } from '../persistence/enquiry.repository';
import { ErasedEnquiryRepository } from '../persistence/erased-enquiry.repository';
import { RequestRepository, type LineRow, type RequestRow } from '../persistence/request.repository';

const SYSTEM = { id: 'agency-requests', kind: 'system' } as const;

/** PERMIT puts a line on the agency's worklist with the key to answer to; DENY and REVIEW are noted. */
@Controller()
export class IssueLineWhenSharingIsDecided {
  static readonly consumerId = 'agency-requests.issue-line-when-sharing-is-decided';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly outbox: Outbox,
    private readonly requests: RequestRepository,
    private readonly enquiries: EnquiryRepository,
    private readonly answerKeys: AnswerKeys,
    private readonly erased: ErasedEnquiryRepository,
    private readonly clock: Clock,
  ) {}

  @EventPattern(SharingDecidedV1.type)
  async handle(@Payload() event: SharingDecidedV1): Promise<void> {
    if (event.data.about.kind !== 'request-line') return;
    const isErased = await this.erased.has(event.data.enquiryId); // then nobody is asked about it any more
    // Asked before the transaction: no database row waits for another service.
    const key =
      event.data.outcome === 'PERMIT' && !isErased ? await this.answerKeys.of(event.data.enquiryId) : undefined;
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, IssueLineWhenSharingIsDecided.consumerId, event.id)) || isErased) return;
      const line = await this.requests.line(event.data.about.id, tx);
      if (line === undefined) throw new PassingFailure('LINE_NOT_SEEN_YET');
      const state = lineAfterDecision(line.state, event.data.outcome);
      if (state === line.state) return;
      await this.requests.setLine(tx, line.lineId, state, event.data.sharingDecisionId);
      const request = await this.requests.lock(tx, line.requestId);
      if (state === 'issued' && request && key) await this.issue(tx, event, { line, request, key });
    });
  }

  private async issue(
    tx: Tx,
    event: SharingDecidedV1,
    { line, request, key }: { line: LineRow; request: RequestRow; key: KeyLease },
  ): Promise<void> {
    const enquiry = await this.enquiries.find(request.enquiryId, tx);
    if (!enquiry?.packId || !enquiry.packVersion || !enquiry.colour) throw new PassingFailure('ENQUIRY_NOT_SEEN_YET');
    const issuedAt = this.clock.now();
    const due = answerDue(loadPack(enquiry.packId, enquiry.packVersion), enquiry.colour, issuedAt);
    await this.requests.issue(tx, request.requestId, {
      issuedAt,
      ...due,
      answerKeyId: key.kid,
      answerKey: key.publicKey,
    });
    const isUnderWay = request.issuedAt !== null && !request.complete;
    const announced = {
      enquiryId: request.enquiryId,
      requestId: request.requestId,
      lineId: line.lineId,
      agencyId: request.agencyId,
      personId: line.personId,
      answerKeyId: request.answerKeyId ?? key.kid,
      answerKey: request.answerKey ?? key.publicKey,
      dueAt: ((isUnderWay ? request.dueAt : null) ?? due.dueAt).toISOString(),
      issuedAt: issuedAt.toISOString(),
    };
    const context = {
      partnershipId: event.partnershipId,
      correlationId: request.enquiryId,
      causationId: event.id,
      actor: SYSTEM,
    };
    await this.outbox.append(tx, RequestIssuedV1, announced, context);
  }
}
