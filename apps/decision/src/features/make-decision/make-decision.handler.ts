import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { DecisionMadeV1, type MakeDecision } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, notFound } from '@mash/service-host';
import { clockOf, loadPack } from '@mash/threshold-packs';
import { Injectable } from '@nestjs/common';
import { EnquiryGate } from '../../access/enquiry-gate';
import { byPerson } from '../../access/event-context';
import { sealedId } from '../../access/sealed-id';
import { unlessRefused } from '../../access/unless-refused';
import { makeDecision } from '../../domain/make-decision';
import { startClock } from '../../domain/start-clock';
import { AskedRequestRepository } from '../../persistence/asked-request.repository';
import { ClockRepository } from '../../persistence/clock.repository';
import { DecisionRepository, type DecisionRecord } from '../../persistence/decision.repository';
import type { EnquiryRecord } from '../../persistence/enquiry.record';
import { EnquiryRepository } from '../../persistence/enquiry.repository';
import { FeedbackRepository, isHeld, type FeedbackRecord } from '../../persistence/feedback.repository';
import { StandingKeeper } from '../../persistence/standing.keeper';
import { FeedbackAnnouncer } from '../send-feedback/feedback-announcer';

export interface DecisionKept {
  readonly decisionId: string;
  readonly version: number;
  readonly feedbackBy: string;
}

@Injectable()
export class MakeDecisionHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gate: EnquiryGate,
    private readonly enquiries: EnquiryRepository,
    private readonly requests: AskedRequestRepository,
    private readonly decisions: DecisionRepository,
    private readonly clocks: ClockRepository,
    private readonly feedback: FeedbackRepository,
    private readonly telling: FeedbackAnnouncer,
    private readonly standing: StandingKeeper,
    private readonly outbox: Outbox,
    private readonly auditTrail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Appends a decision. @throws CodedError ENQUIRY.NOT_FOUND, ENQUIRY.DECIDE_NOT_ALLOWED, and what the rules of deciding refuse */
  async decide(actor: PersonActor, enquiryId: string, command: MakeDecision): Promise<DecisionKept> {
    const { partnershipId } = await this.gate.admit(actor, 'decide', enquiryId);
    const decisionId = sealedId(command.sealed, { enquiryId, partnershipId }, { typ: 'decision' });
    return this.unitOfWork.run(async (tx) => {
      const enquiry = await this.enquiries.getForUpdate(tx, enquiryId);
      if (enquiry === undefined) throw notFound('Enquiry');
      const version = await this.check(tx, enquiry, command);
      const { sealed, expectedVersion: _expected, ...stated } = command;
      const by = { decidedBy: actor.id, decidedAt: this.clock.now() };
      const decision = { decisionId, enquiryId, version, ...stated, ...by, ...sealed };
      const held = (await this.feedback.of(enquiryId, tx)).filter(isHeld);
      const feedbackBy = await this.keep(tx, enquiry, decision);
      await this.announce(tx, enquiry, actor, decision);
      await this.takeBack(tx, enquiry, actor, held, by.decidedAt);
      return { decisionId, version, feedbackBy: feedbackBy.toISOString() };
    });
  }

  private async check(tx: Tx, enquiry: EnquiryRecord, command: MakeDecision): Promise<number> {
    const requests = await this.requests.of([enquiry.enquiryId], tx);
    const unanswered = requests.filter(({ answeredAt }) => answeredAt === undefined).map(({ requestId }) => requestId);
    const pack = loadPack(enquiry.pack.id, enquiry.pack.version);
    return unlessRefused(() => makeDecision(pack, enquiry, unanswered, command));
  }

  private async keep(tx: Tx, { enquiryId, pack: ref }: EnquiryRecord, decision: DecisionRecord): Promise<Date> {
    const { decidedAt, version } = decision;
    const pack = loadPack(ref.id, ref.version);
    await this.decisions.add(tx, decision);
    await this.decisions.clearFlags(tx, enquiryId, decidedAt);
    await this.enquiries.saveDecision(tx, enquiryId, version, decidedAt);
    for (const code of ['screen', 'rate', 'decide', 'protection-review'])
      await this.clocks.meet(tx, enquiryId, code, decidedAt);
    const feedback = startClock(pack, clockOf(pack, 'feedback'), decidedAt);
    await this.clocks.startAgain(tx, enquiryId, { code: 'feedback', ...feedback });
    await this.standing.refresh(tx, enquiryId);
    return feedback.dueAt;
  }

  /** Letters of an earlier decision that wait still. */
  private async takeBack(
    tx: Tx,
    enquiry: EnquiryRecord,
    actor: PersonActor,
    held: readonly FeedbackRecord[],
    at: Date,
  ): Promise<void> {
    const { enquiryId } = enquiry;
    for (const { letterId } of held)
      if (letterId !== undefined)
        await this.telling.takeBack(tx, { enquiryId, letterId, at }, byPerson(enquiry, actor, at));
  }

  private async announce(tx: Tx, enquiry: EnquiryRecord, actor: PersonActor, decision: DecisionRecord): Promise<void> {
    const { enquiryId, decisionId, version, rosterVersion, outcomes, decidedBy, decidedAt } = decision;
    const made = {
      enquiryId,
      decisionId,
      decisionVersion: version,
      rosterVersion,
      outcomes,
      decidedBy,
      decidedAt: decidedAt.toISOString(),
    };
    await this.outbox.append(tx, DecisionMadeV1, made, byPerson(enquiry, actor, decidedAt));
    await this.auditTrail.record(tx, {
      actor,
      action: 'enquiry.decide',
      subject: { type: 'Decision', id: decisionId },
      enquiryId,
      personIds: outcomes.map(({ personId }) => personId),
      outcome: 'done',
    });
  }
}
