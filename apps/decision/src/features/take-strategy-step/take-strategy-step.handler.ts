import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { StrategyDiscussionChangedV1, type TakeStrategyStep } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, conflict, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { EnquiryGate } from '../../access/enquiry-gate';
import { byPerson } from '../../access/event-context';
import { sealedId } from '../../access/sealed-id';
import { unlessRefused } from '../../access/unless-refused';
import { checkStrategyStep } from '../../domain/strategy-discussion';
import type { EnquiryRecord } from '../../persistence/enquiry.record';
import { EnquiryRepository } from '../../persistence/enquiry.repository';
import { StrategyRepository, type StrategyStepRecord } from '../../persistence/strategy.repository';

/** Records that a strategy discussion was considered, started, held or not held. It waits for nothing: no answer, no review, no other service. */
@Injectable()
export class TakeStrategyStepHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gate: EnquiryGate,
    private readonly enquiries: EnquiryRepository,
    private readonly strategy: StrategyRepository,
    private readonly outbox: Outbox,
    private readonly auditTrail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws CodedError ENQUIRY.NOT_FOUND, ENQUIRY.RATE_NOT_ALLOWED, DECISION.STRATEGY_* , SEAL.*, DECISION.STRATEGY_STEP_EXISTS (409) */
  async take(actor: PersonActor, enquiryId: string, discussionId: string, command: TakeStrategyStep): Promise<void> {
    const enquiry = await this.gate.admit(actor, 'rate', enquiryId);
    const { stepId, sealed } = command;
    if (sealed) sealedId(sealed, { ...enquiry, id: stepId }, { typ: 'note', authorId: actor.id });
    await this.unitOfWork.run(async (tx) => {
      // One step of an enquiry at a time: of two who take one at once, the second sees the first.
      if ((await this.enquiries.getForUpdate(tx, enquiryId)) === undefined) throw notFound('Enquiry');
      const all = await this.strategy.of(enquiryId, tx);
      if (isTakenAlready(all, { actor, discussionId, command })) return;
      const own = all.filter((one) => one.discussionId === discussionId);
      const { step, agencies } = command;
      unlessRefused(() => {
        checkStrategyStep(own.at(-1)?.step, { step, agencies, hasNote: sealed !== undefined });
      });
      const taken = { stepId, discussionId, enquiryId, number: own.length + 1, step, takenBy: actor.id } as const;
      const takesPart = endsIt(step) ? (own.at(-1)?.agencies ?? []) : agencies;
      const record = { ...taken, agencies: [...new Set(takesPart)], takenAt: this.clock.now(), ...sealed };
      await this.keep(tx, actor, enquiry, record);
    });
  }

  private async keep(tx: Tx, actor: PersonActor, enquiry: EnquiryRecord, record: StrategyStepRecord): Promise<void> {
    await this.strategy.add(tx, record);
    const { enquiryId, discussionId, step, takenAt } = record;
    const data = { enquiryId, discussionId, step, at: takenAt.toISOString() };
    await this.outbox.append(tx, StrategyDiscussionChangedV1, data, byPerson(enquiry, actor, takenAt));
    const subject = { type: 'StrategyDiscussion', id: discussionId };
    const entry = { actor, action: `strategy.${step.replace('_', '-')}`, subject, enquiryId } as const;
    await this.auditTrail.record(tx, { ...entry, outcome: 'done', counts: { agencies: record.agencies.length } });
  }
}

/** Who takes part ends as it ran: what was sent of that is not kept, and is not compared. */
const endsIt = (step: TakeStrategyStep['step']): boolean => step === 'held' || step === 'not_held';

const isOfSame = (one: readonly string[], other: readonly string[]): boolean =>
  new Set([...one, ...other]).size === new Set(one).size && new Set(one).size === new Set(other).size;

/**
 * Sent again, it answers as before: the same by the same person, as far as that can be read here. What is sealed is opened nowhere but in `sharing`, and
 * each time that it is sealed it looks another.
 * @throws CodedError DECISION.STRATEGY_STEP_EXISTS where the id is another step's
 */
function isTakenAlready(
  all: readonly StrategyStepRecord[],
  { actor, discussionId, command }: { actor: PersonActor; discussionId: string; command: TakeStrategyStep },
): boolean {
  const { stepId, step, agencies, sealed } = command;
  const there = all.find((one) => one.stepId === stepId);
  if (there === undefined) return false;
  const isSame =
    there.discussionId === discussionId &&
    there.step === step &&
    there.takenBy === actor.id &&
    (there.envelope !== undefined) === (sealed !== undefined) &&
    (endsIt(step) || isOfSame(there.agencies, agencies));
  if (isSame) return true;
  throw conflict('DECISION.STRATEGY_STEP_EXISTS', 'There is another step with this id.');
}
