import { AuditTrail } from '@mash/audit-client';
import { authorise, isRefusal, type PersonActor, type Subject } from '@mash/authorisation';
import { CaseAccessRepository, type CaseAccess } from '@mash/case-access';
import type { CompleteObligation, TellingCaution } from '@mash/contracts';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, conflict, fieldRefused, notFound } from '@mash/service-host';
import { loadPack, type Pack } from '@mash/threshold-packs';
import { Injectable } from '@nestjs/common';
import { notReadyYet } from '../../asking/not-ready-yet';
import { EnquiryLife } from '../../erasure/enquiry-life';
import { EnquiryFactsGatherer, type EnquiryFacts } from '../../asking/enquiry-facts';
import { climbedTo, groupOwing } from '../../domain/obligations/task-of';
import { isMatchDoubted } from '../../domain/recalls/is-match-doubted';
import { thenDue } from '../../domain/task-due';
import { ObligationKeeper } from '../../obligations/obligation-keeper';
import { ObligationRepository, type KnownStep, type ObligationRow } from '../../obligations/obligation.repository';
import { StepNote } from '../../obligations/step-note';
import { TellingHolds } from '../../obligations/telling-holds';
import { EnquiryRepository } from '../../persistence/enquiry.repository';
import { IdentityStatementRepository } from '../../recalls/identity-statement.repository';

/** A task as the policies read it. */
export function obligationSubject(row: ObligationRow, access: CaseAccess, now: Date): Subject<'Obligation'> {
  const ownerGroup = groupOwing(row.code, row.agencyId);
  return {
    kind: 'Obligation',
    id: row.obligationId,
    partnershipId: row.partnershipId,
    ...access,
    ownerGroup,
    ownerAgencyId: row.agencyId ?? '',
    climbedTo: climbedTo(ownerGroup, row.doneAt === null && row.dueAt < now),
  };
}

/** Does a task with a sealed note of what was done; or, for telling the parent, says on what ground not for now. */
@Injectable()
export class CompleteObligationHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly obligations: ObligationRepository,
    private readonly keeper: ObligationKeeper,
    private readonly holds: TellingHolds,
    private readonly note: StepNote,
    private readonly statements: IdentityStatementRepository,
    private readonly enquiries: EnquiryRepository,
    private readonly gatherer: EnquiryFactsGatherer,
    private readonly cases: CaseAccessRepository,
    private readonly audit: AuditTrail,
    private readonly life: EnquiryLife,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal OBLIGATION.*, audited; SEAL.*, SHARING.GROUND_NOT_FOR_THIS, SHARING.GROUND_NEEDED, SHARING.KEEP_FROM_FAMILY (422); SHARING.ON_HOLD,
   *   SHARING.OBLIGATION_DONE, SHARING.STEP_EXISTS, SHARING.STATEMENT_NEEDED (409)
   */
  async execute(actor: PersonActor, obligationId: string, step: CompleteObligation): Promise<void> {
    const row = await this.obligations.find(obligationId);
    if (row === undefined || (await this.life.isOver(row.enquiryId))) throw notFound('Obligation');
    await this.assertPermitted(actor, row);
    if (row.isByStatement)
      throw conflict('SHARING.STATEMENT_NEEDED', 'This is done by what is stated of the item, not by a note.');
    const { partnershipId, enquiryId } = row;
    const place = { partnershipId, enquiryId, stepId: step.stepId, authorId: actor.id };
    await this.note.check(place, step.sealedNote);
    checkGround(row, step);
    const facts = await this.gatherer.of(row.enquiryId, row.partnershipId).catch(notReadyYet);
    const pack = loadPack(facts.decision.pack.id, facts.decision.pack.version);
    if (step.outcome === 'done') await this.refuseUnsafeTelling(row, step, facts);
    const known = await this.unitOfWork.run((tx) => this.take(tx, actor, { row, step, pack, facts }));
    // Its words are compared once nothing is held: a key management service that hangs holds nobody up.
    if (known === undefined) return;
    const isSame = isSameStep(known, actor, row, step);
    if (!isSame || !(await this.note.isAsKept(place, known, step.sealedNote)))
      throw conflict('SHARING.STEP_EXISTS', 'There is another step with this id.');
  }

  /** @returns what is kept under its id already; then nothing is changed */
  private async take(
    tx: Tx,
    actor: PersonActor,
    { row, step, pack, facts }: { row: ObligationRow; step: CompleteObligation; pack: Pack; facts: EnquiryFacts },
  ): Promise<KnownStep | undefined> {
    // Kept after the erasure, its note would lie here for good.
    await this.life.holdOpen(tx, row.enquiryId);
    const at = this.clock.now();
    const all = await this.obligations.lockTask(tx, row);
    const known = await this.obligations.findStep(step.stepId, tx);
    if (known !== undefined) return known;
    if (await this.isDoubted(tx, row, facts))
      throw conflict('SHARING.STATEMENT_NEEDED', 'Say whether it is this person: a note leaves the doubt as it is.');
    if (all.length === 0) throw conflict('SHARING.OBLIGATION_DONE', 'Somebody has done this already.');
    const ids = all.map(({ obligationId }) => obligationId);
    const nextDueAt = step.outcome === 'ground' ? (thenDue(row.code, pack, at) ?? null) : null;
    await this.obligations.addStep(tx, {
      ...{ stepId: step.stepId, obligationId: row.obligationId, enquiryId: row.enquiryId, outcome: step.outcome },
      ground: step.ground ?? null,
      ...{ kid: step.sealedNote.kid, envelope: step.sealedNote.envelope, takenBy: actor.id, takenAt: at, nextDueAt },
    });
    if (step.ground !== undefined && nextDueAt !== null) await this.obligations.putOff(tx, ids, step.ground, nextDueAt);
    else {
      await this.obligations.done(tx, ids, actor.id, at);
      if (row.code !== 'INFORM_PARENT') await this.keeper.keepThen(tx, row, pack, at);
    }
    const subject = { type: 'Obligation', id: row.obligationId };
    const entry = { actor, action: 'obligation.complete', subject, enquiryId: row.enquiryId, outcome: 'done' } as const;
    await this.audit.record(tx, { ...entry, reasonCode: step.ground ?? row.code, counts: { rows: ids.length } });
    return undefined;
  }

  /** A match is the hub's to confirm, and doubted until somebody says whether it is. Whoever doubts holds the enquiry alone: it is seen here, or sees this done. */
  private async isDoubted(
    tx: Tx,
    { code, agencyId, personId, enquiryId }: ObligationRow,
    { intake }: EnquiryFacts,
  ): Promise<boolean> {
    if (code !== 'CONFIRM_NOW' || agencyId !== null || personId === null) return false;
    return isMatchDoubted(await this.statements.ofEnquiry(enquiryId, tx), personId, intake);
  }

  /** Telling while it is on hold would be the harm itself. A ground may be recorded all the same. */
  private async refuseUnsafeTelling(row: ObligationRow, step: CompleteObligation, facts: EnquiryFacts): Promise<void> {
    if (row.code !== 'INFORM_PARENT') return;
    const enquiry = await this.enquiries.find(row.enquiryId);
    if (enquiry === undefined) return;
    const telling = await this.holds.look(enquiry, facts);
    if (telling.isHeld(row.personId)) throw conflict('SHARING.ON_HOLD', 'This is on hold. It must not be done yet.');
    const cautions = telling.cautions(row.personId);
    if (cautions.some((one) => KEEPS.includes(one)) && step.keptFromFamily !== true) throw keepFromFamily();
  }

  private async assertPermitted(actor: PersonActor, row: ObligationRow): Promise<void> {
    const access = await this.cases.of(row.enquiryId);
    try {
      authorise(actor, 'complete', obligationSubject(row, access, this.clock.now()));
    } catch (error) {
      if (isRefusal(error)) {
        const subject = { type: 'Obligation', id: row.obligationId };
        const entry = { actor, action: 'obligation.complete', subject, enquiryId: row.enquiryId } as const;
        await this.audit.recordRead({ ...entry, outcome: 'refused', reasonCode: error.code });
      }
      throw error;
    }
  }
}

/** Sent again with its id it changes nothing, where it says the same; its words are compared besides. */
const isSameStep = (
  known: KnownStep,
  actor: PersonActor,
  { obligationId }: ObligationRow,
  { outcome, ground }: CompleteObligation,
): boolean =>
  known.obligationId === obligationId &&
  known.takenBy === actor.id &&
  known.outcome === outcome &&
  known.ground === (ground ?? null);

/** Of these somebody says first that it was kept. */
const KEEPS: readonly TellingCaution[] = ['keep_from_family', 'concern_unread'];
const keepFromFamily = () => {
  const message = 'Read what must be kept from the family first, and say that it was kept.';
  return fieldRefused('SHARING.KEEP_FROM_FAMILY', 'keptFromFamily', message, 'needed');
};

/** @throws CodedError SHARING.GROUND_NOT_FOR_THIS, SHARING.GROUND_NEEDED */
function checkGround({ code }: ObligationRow, { outcome, ground }: CompleteObligation): void {
  const refused = (which: string, message: string) => fieldRefused(which, 'ground', message, 'not_valid');
  if (outcome === 'done' && ground === undefined) return;
  if (outcome === 'done' || code !== 'INFORM_PARENT')
    throw refused('SHARING.GROUND_NOT_FOR_THIS', 'Only telling the parent can be put off on a ground.');
  if (ground === undefined) throw refused('SHARING.GROUND_NEEDED', 'Say on what ground the parent is not told.');
}
