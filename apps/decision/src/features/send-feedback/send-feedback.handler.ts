import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { newId, type SendFeedback } from '@mash/contracts';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, CodedError, conflict, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { EnquiryGate } from '../../access/enquiry-gate';
import { byPerson } from '../../access/event-context';
import { unlessRefused } from '../../access/unless-refused';
import { checkFeedback } from '../../domain/check-feedback';
import { ClockRepository } from '../../persistence/clock.repository';
import { DecisionRepository } from '../../persistence/decision.repository';
import type { EnquiryRecord } from '../../persistence/enquiry.record';
import { EnquiryRepository } from '../../persistence/enquiry.repository';
import { FeedbackRepository, isHeld, isToldOf, type FeedbackRecord } from '../../persistence/feedback.repository';
import { LetterRepository } from '../../persistence/letter.repository';
import { StandingKeeper } from '../../persistence/standing.keeper';
import { FeedbackAnnouncer } from './feedback-announcer';

export interface FeedbackOnItsWay {
  readonly feedbackId: string;
}

/** The referrer is to hear what the rules allow, once for each decision; or it is recorded why nothing. Where a letter does not go, or is taken back while it waits, they are told otherwise. */
@Injectable()
export class SendFeedbackHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gate: EnquiryGate,
    private readonly enquiries: EnquiryRepository,
    private readonly decisions: DecisionRepository,
    private readonly feedback: FeedbackRepository,
    private readonly clocks: ClockRepository,
    private readonly standing: StandingKeeper,
    private readonly letters: LetterRepository,
    private readonly announcer: FeedbackAnnouncer,
    private readonly auditTrail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws CodedError ENQUIRY.NOT_FOUND, DECISION.SUPERSEDED, DECISION.FEEDBACK_SENT, DECISION.LETTER_REFUSED, DECISION.LETTER_SENT, DECISION.LETTER_NEEDED, DECISION.WITHHELD_REASON_NEEDED */
  async send(actor: PersonActor, enquiryId: string, command: SendFeedback): Promise<FeedbackOnItsWay> {
    await this.gate.admit(actor, 'screen', enquiryId);
    unlessRefused(() => checkFeedback(command));
    return this.unitOfWork.run(async (tx) => {
      const enquiry = await this.enquiries.getForUpdate(tx, enquiryId);
      if (enquiry === undefined) throw notFound('Enquiry');
      const { replaces, ...said } = command;
      const earlier = await this.feedback.of(enquiryId, tx);
      const takenBack = await this.checkNotYet(tx, earlier, { enquiryId, decisionId: said.decisionId, replaces });
      await this.checkMayGo(tx, earlier, { enquiryId, letterId: said.letterId });
      const sentAt = this.clock.now();
      const feedback = { feedbackId: newId(), enquiryId, ...said, sentBy: actor.id, sentAt };
      await this.feedback.add(tx, feedback);
      if (command.extent === 'withheld') await this.clocks.meet(tx, enquiryId, 'feedback', sentAt);
      await this.standing.refresh(tx, enquiryId);
      if (takenBack !== undefined) {
        const its = { enquiryId, letterId: takenBack, at: sentAt };
        await this.announcer.takeBack(tx, its, byPerson(enquiry, actor, sentAt));
      }
      await this.announce(tx, enquiry, actor, feedback);
      return { feedbackId: feedback.feedbackId };
    });
  }

  /** A letter that waits is taken back by whoever names it, and by no second press. @returns that letter, where there is one */
  private async checkNotYet(
    tx: Tx,
    earlier: readonly FeedbackRecord[],
    { enquiryId, decisionId, replaces }: { enquiryId: string } & Pick<SendFeedback, 'decisionId' | 'replaces'>,
  ): Promise<string | undefined> {
    const newest = await this.decisions.newest(tx, enquiryId);
    if (newest === undefined) throw new CodedError('DECISION.NOT_DECIDED', 409, 'Nothing has been decided yet.');
    if (newest.decisionId !== decisionId)
      throw conflict('DECISION.SUPERSEDED', 'This is not the newest decision. Look at what was decided since.');
    const told = earlier.find(isToldOf(decisionId));
    if (told === undefined) return undefined;
    if (isHeld(told) && told.letterId === replaces) return replaces;
    throw conflict('DECISION.FEEDBACK_SENT', alreadyWords(told));
  }

  private async checkMayGo(
    tx: Tx,
    earlier: readonly FeedbackRecord[],
    { enquiryId, letterId }: { enquiryId: string; letterId: string | undefined },
  ): Promise<void> {
    if (letterId === undefined) return;
    const said = await this.letters.find(tx, enquiryId, letterId);
    if (said?.outcome === 'DENY' || said?.handoverDigest !== undefined)
      throw conflict('DECISION.LETTER_REFUSED', 'This letter does not go. Write another, or record why none.');
    if (earlier.some((one) => one.letterId === letterId))
      throw conflict('DECISION.LETTER_SENT', 'This letter was sent with another decision. Write another.');
  }

  /** A letter that still waits goes when `sharing` says so (`let-letter-go-when-sharing-permits-it`). */
  private async announce(tx: Tx, enquiry: EnquiryRecord, actor: PersonActor, feedback: FeedbackRecord): Promise<void> {
    const { enquiryId } = enquiry;
    const { feedbackId, decisionId, extent, letterId, withheldReason, sentAt } = feedback;
    const goes = letterId === undefined || (await this.letters.goes(tx, enquiryId, letterId, sentAt));
    if (goes) await this.announcer.announce(tx, enquiry, feedback, byPerson(enquiry, actor, sentAt));
    await this.auditTrail.record(tx, {
      ...{ actor, action: 'feedback.send', subject: { type: 'Feedback', id: feedbackId }, enquiryId, decisionId },
      outcome: extent === 'withheld' ? 'withheld' : 'done',
      ...(withheldReason !== undefined && { reasonCode: withheldReason }),
    });
  }
}

/** That a letter was written is not that anybody was told. */
function alreadyWords(told: FeedbackRecord): string {
  const { extent, acknowledgedAt, toldBy } = told;
  if (extent === 'withheld') return 'It is recorded already that the referrer is told nothing about this decision.';
  if (isHeld(told)) return 'A letter to the referrer waits already: nothing has been sent yet.';
  if (acknowledgedAt === undefined) return 'A letter to the referrer is on its way already, and is not delivered yet.';
  if (toldBy === 'telephone_task') return 'Somebody was asked already to ring the referrer about this decision.';
  if (toldBy === 'none') return 'A letter was written already. Nothing was sent: the referrer asked not to hear back.';
  return 'The referrer has been told about this decision already.';
}
