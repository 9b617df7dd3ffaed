import { AuditTrail } from '@mash/audit-client';
import { AnswerAcceptedV1, AnswerFactsToCheck, AnswerReceivedV1, AnswerRejectedV1 } from '@mash/contracts';
import { Inbox, Outbox, PassingFailure } from '@mash/messaging';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, ServiceClient } from '@mash/service-host';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { SYSTEM } from '../access/this-service';
import { AcceptedEnvelopeRepository } from '../envelopes/accepted-envelope.repository';
import { EnvelopeRefusalRepository } from '../envelopes/envelope-refusal.repository';
import { AnswerCheck, type CheckedEnvelopes } from '../answers/answer-check';
import { EnquiryLife } from '../erasure/enquiry-life';
import { Signers } from '../keys/signers';
import { TellingHolds } from '../obligations/telling-holds';
import { CheckedAnswerRepository } from '../answers/checked-answer.repository';

/** An answer that was under way while its enquiry was erased: nobody can open it, and nothing of it is kept. */
const ERASED = 'SHARING.ENQUIRY_ERASED';

/** The sealer checked what it sealed; here it is checked again: what is rejected is released to nobody, and what a system sealed not before. */
@Controller()
export class CheckAnswerWhenItIsReceived {
  static readonly consumerId = 'sharing.check-answer-when-it-is-received';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly services: ServiceClient,
    private readonly check: AnswerCheck,
    private readonly checkedAnswers: CheckedAnswerRepository,
    private readonly acceptedEnvelopes: AcceptedEnvelopeRepository,
    private readonly refusals: EnvelopeRefusalRepository,
    private readonly life: EnquiryLife,
    private readonly holds: TellingHolds,
    private readonly signers: Signers,
    private readonly clock: Clock,
  ) {}

  @EventPattern(AnswerReceivedV1.type)
  async handle(@Payload() event: AnswerReceivedV1): Promise<void> {
    const { data, partnershipId } = event;
    const { answerId, enquiryId, requestId, agencyId, complete, late } = data;
    const checked = await this.checked(event);
    const reasonCode = 'reasonCode' in checked ? checked.reasonCode : undefined;
    const at = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, CheckAnswerWhenItIsReceived.consumerId, event.id))) return;
      const ids = { answerId, enquiryId, requestId, agencyId };
      await this.checkedAnswers.add(tx, { ...ids, partnershipId, reasonCode: reasonCode ?? null, checkedAt: at });
      await this.keep(tx, event, checked, at);
      if ('accepted' in checked && checked.holdsTelling) await this.holds.hold(tx, enquiryId);
      const context = { partnershipId, correlationId: enquiryId, causationId: event.id, actor: SYSTEM };
      if (reasonCode === undefined) {
        const accepted = { ...ids, complete, late, receivedAt: data.receivedAt, acceptedAt: at.toISOString() };
        await this.outbox.append(tx, AnswerAcceptedV1, accepted, context);
      } else {
        await this.outbox.append(tx, AnswerRejectedV1, { ...ids, reasonCode, rejectedAt: at.toISOString() }, context);
      }
      await this.audit.record(
        tx,
        {
          actor: SYSTEM,
          partnershipId,
          action: 'answer.check',
          subject: { type: 'Answer', id: answerId },
          enquiryId,
          personIds: [...new Set(data.envelopes.map(({ personId }) => personId))],
          outcome: reasonCode === undefined ? 'done' : 'refused',
          ...(reasonCode !== undefined && { reasonCode }),
        },
        { evenIfUnsent: true },
      );
    });
  }

  /**
   * What was found good is known by its hash from now on; what was not is told to information governance.
   * @throws PassingFailure where a signer was revoked, or the id of an envelope taken, while it was opened: heard again, it is refused
   */
  private async keep(tx: Tx, { data, partnershipId, actor }: AnswerReceivedV1, checked: CheckedEnvelopes, at: Date) {
    if ('accepted' in checked) {
      const signers = checked.accepted.map(({ signerKid }) => signerKid);
      if (await this.signers.isRevokedMeanwhile(tx, signers)) throw new PassingFailure('SIGNER_REVOKED_MEANWHILE');
      for (const envelope of checked.accepted)
        if (!(await this.acceptedEnvelopes.add(tx, envelope))) throw new PassingFailure('ENVELOPE_ID_TAKEN_MEANWHILE');
      return;
    }
    const { enquiryId, agencyId } = data;
    const presented = { presentedBy: actor.id, presenterAgencyId: agencyId };
    for (const { envelopeId, code } of checked.refused) {
      const where = { partnershipId, enquiryId, place: 'answer', envelopeId } as const;
      await this.refusals.add(tx, { ...where, reasonCode: code, ...presented, at });
    }
  }

  private async checked(event: AnswerReceivedV1): Promise<CheckedEnvelopes> {
    const { enquiryId, answerId } = event.data;
    if (await this.life.isOver(enquiryId)) return { reasonCode: ERASED, refused: [] };
    const answer = await this.services.get('agency-requests', `/facts/answers/${answerId}`, {
      schema: AnswerFactsToCheck,
      scope: 'facts:read',
    });
    return this.check.of(event, answer);
  }
}
