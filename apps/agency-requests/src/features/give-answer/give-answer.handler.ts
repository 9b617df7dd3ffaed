import { AuditTrail } from '@mash/audit-client';
import type { Actor } from '@mash/authorisation';
import { AnswerReceivedV1, type AnswerReceipt, type GiveAnswer } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, CodedError, conflict, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { RequestAccess } from '../../access/request-access';
import { answerFaults } from '../../domain/answer-faults';
import { AnswerRepository, type AnswerRow } from '../../persistence/answer.repository';
import { RequestRepository, type RequestRow } from '../../persistence/request.repository';
import { refuseTakenId } from '../../persistence/taken-id';

/** Keeps a sealed answer. This service cannot read it: `sharing` checks it and says accepted or rejected. */
@Injectable()
export class GiveAnswerHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: RequestAccess,
    private readonly requests: RequestRepository,
    private readonly answers: AnswerRepository,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The same answer id again gives the same receipt; a late answer is kept like any other, and said to be late. */
  async execute(actor: Actor, requestId: string, command: GiveAnswer): Promise<AnswerReceipt> {
    const visible = await this.access.requestForAgency(actor, requestId, 'answer.give', 'answer');
    const keeping = this.unitOfWork.run(async (tx) => {
      const request = await this.requests.lock(tx, visible.requestId);
      if (request === undefined) throw notFound('AgencyRequest');
      const known = await this.answers.find(command.answerId, tx);
      if (known) return receiptOf(sameRequest(known, requestId));
      await this.refuseFaulty(tx, request, command);
      return this.keep(tx, actor, request, command);
    });
    return keeping.catch(refuseTakenId);
  }

  private async refuseFaulty(tx: Tx, request: RequestRow, command: GiveAnswer): Promise<void> {
    if (request.complete)
      throw conflict('REQUESTS.ANSWERED', 'This request has its full answer. Tell the hub if something changed.');
    const lines = await this.requests.linesOf([request.requestId], tx);
    const faults = answerFaults(command, { answerKeyId: request.answerKeyId, lines });
    const stopped = faults.find(({ code }) => code === 'recalled' || code === 'held');
    if (stopped?.code === 'recalled') throw new CodedError('REQUESTS.RECALLED', 409, stopped.message, faults);
    if (stopped) throw new CodedError('REQUESTS.ON_HOLD', 409, stopped.message, faults);
    if (faults.length > 0)
      throw new CodedError('REQUESTS.ANSWER_INVALID', 422, 'The answer does not fit the request.', faults);
  }

  private async keep(tx: Tx, actor: Actor, request: RequestRow, command: GiveAnswer): Promise<AnswerReceipt> {
    const { answerId, complete } = command;
    const { requestId, enquiryId, agencyId, partnershipId } = request;
    const receivedAt = this.clock.now();
    const late = request.dueAt !== null && receivedAt.getTime() > request.dueAt.getTime();
    const isAdded = await this.answers.add(tx, {
      answerId,
      requestId,
      receivedAt,
      answeredBy: actor.id,
      answeredKind: actor.kind,
      complete,
      late,
    });
    // Sent for two requests at once: the lock of neither saw the other, and the envelopes would lie under the first one's answer.
    if (!isAdded) throw idTaken();
    const envelopes = command.envelopes.map(({ envelopeId, personId, sealed }) => {
      const sha256 = createHash('sha256').update(sealed.envelope).digest('hex');
      return { envelopeId, personId, ...sealed, sha256 };
    });
    for (const envelope of envelopes) await this.answers.addEnvelope(tx, answerId, envelope);
    const personIds = envelopes.map(({ personId }) => personId);
    await this.requests.markAnswered(tx, requestId, personIds, complete, receivedAt);
    const links = envelopes.map(({ envelopeId, personId, sha256 }) => ({ envelopeId, personId, sha256 }));
    const announced = {
      enquiryId,
      requestId,
      answerId,
      agencyId,
      envelopes: links,
      complete,
      late,
      receivedAt: receivedAt.toISOString(),
    };
    const context = {
      partnershipId,
      correlationId: enquiryId,
      actor: { id: actor.id, kind: actor.kind, agencyId },
    };
    await this.outbox.append(tx, AnswerReceivedV1, announced, context);
    const subject = { type: 'Answer', id: answerId };
    await this.audit.record(tx, { actor, action: 'answer.give', subject, enquiryId, personIds, outcome: 'done' });
    return { answerId, receivedAt: receivedAt.toISOString(), late };
  }
}

const idTaken = (): CodedError => conflict('REQUESTS.ID_TAKEN', 'This answer id is in use.');

function sameRequest(answer: AnswerRow, requestId: string): AnswerRow {
  if (answer.requestId !== requestId) throw idTaken();
  return answer;
}

const receiptOf = ({ answerId, receivedAt, late }: AnswerRow): AnswerReceipt => ({
  answerId,
  receivedAt: receivedAt.toISOString(),
  late,
});
