import { AuditTrail } from '@mash/audit-client';
import { SharingDecidedV1, type KeyLease } from '@mash/contracts';
import { Inbox, Outbox, NotSeenYet } from '@mash/messaging';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { loadPack } from '@mash/threshold-packs';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { RequestIssuedV1, RequestRecalledV1 } from '@mash/contracts';
import { SYSTEM } from '../access/this-service';
import { AnswerKeys } from '../agencies/answer-keys';
import { answerDue } from '../domain/answer-due';
import { lineAfterDecision } from '../domain/line-after-decision';
import { isStillOwed } from '../domain/request-state';
import { EnquiryRepository } from '../persistence/enquiry.repository';
import { ErasedEnquiryRepository } from '@mash/erasure';
import { RequestRepository, type LineRow, type RequestRow } from '../persistence/request.repository';

/**
 * PERMIT puts a line on the agency's worklist with the key to answer to; DENY and REVIEW are noted. A decision that follows another takes back
 * what was asked: recalled, or held until a human has looked.
 */
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
    private readonly audit: AuditTrail,
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
      if (line === undefined) throw new NotSeenYet('LINE_NOT_SEEN_YET');
      const { outcome, sharingDecisionId, supersedes } = event.data;
      // Locked first: of an answer and a recall that come at once, the second sees what the first did.
      const request = await this.requests.lock(tx, line.requestId);
      const now = (await this.requests.line(line.lineId, tx)) ?? line;
      const state = lineAfterDecision(now.state, outcome, supersedes !== undefined);
      if (request === undefined) return;
      if (state === now.state) {
        // Decided again and permitted still: nothing changes but the decision that it rests on.
        if (state === 'issued')
          await this.requests.setLine(tx, line.lineId, { state, sharingDecisionId, stoppedAt: now.stoppedAt });
        return;
      }
      const isStopped = state === 'held' || state === 'recalled';
      const before = await this.requests.linesOf([line.requestId], tx);
      await this.requests.setLine(tx, line.lineId, {
        ...{ state, sharingDecisionId, stoppedAt: isStopped ? this.clock.now() : null },
      });
      if (state === 'issued' && key) {
        const afresh = !isStillOwed(before.map((one) => one.state));
        await this.issue(tx, event, { line, request, key, afresh });
      }
      if (isStopped) await this.recall(tx, event, { line, request, state });
    });
  }

  /** The agency is told in its worklist; whoever counts what is owed hears of it. */
  private async recall(
    tx: Tx,
    event: SharingDecidedV1,
    { line, request, state }: { line: LineRow; request: RequestRow; state: 'held' | 'recalled' },
  ): Promise<void> {
    const { enquiryId, requestId, agencyId } = request;
    const owed = await this.requests.isOwed(tx, requestId);
    const { lineId, personId } = line;
    const recalledAt = this.clock.now().toISOString();
    await this.outbox.append(
      tx,
      RequestRecalledV1,
      { enquiryId, requestId, lineId, agencyId, state, owed, recalledAt },
      { partnershipId: event.partnershipId, correlationId: enquiryId, causationId: event.id, actor: SYSTEM },
    );
    await this.audit.record(
      tx,
      {
        ...{
          actor: SYSTEM,
          partnershipId: event.partnershipId,
          action: `request.${state}`,
          enquiryId,
          outcome: 'done',
        },
        subject: { type: 'RequestLine', id: lineId },
        personIds: [personId],
        decisionId: event.data.sharingDecisionId,
      },
      { evenIfUnsent: true },
    );
  }

  private async issue(
    tx: Tx,
    event: SharingDecidedV1,
    { line, request, key, afresh }: { line: LineRow; request: RequestRow; key: KeyLease; afresh: boolean },
  ): Promise<void> {
    const enquiry = await this.enquiries.find(request.enquiryId, tx);
    if (!enquiry?.packId || !enquiry.packVersion || !enquiry.colour) throw new NotSeenYet('ENQUIRY_NOT_SEEN_YET');
    const issuedAt = this.clock.now();
    const due = answerDue(loadPack(enquiry.packId, enquiry.packVersion), enquiry.colour, issuedAt);
    await this.requests.issue(tx, request.requestId, {
      issuedAt,
      ...due,
      answerLease: key,
      afresh,
    });
    const isUnderWay = request.issuedAt !== null && !request.complete && !afresh;
    const announced = {
      enquiryId: request.enquiryId,
      requestId: request.requestId,
      lineId: line.lineId,
      agencyId: request.agencyId,
      mayBeNamed: request.mayBeNamed,
      personId: line.personId,
      answerKeyId: key.kid,
      answerKey: key.publicKey,
      answerLease: key,
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
