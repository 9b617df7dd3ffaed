import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import type { BreachSays, StateBreach } from '@mash/contracts';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, CodedError, conflict, fieldRefused } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { BreachFinder } from '../../breaches/breach-finder';
import { BreachRepository, type BreachRow, type BreachStatementRow } from '../../breaches/breach.repository';
import { breachStands, mayClose } from '../../domain/breaches/breach-stands';
import { EnquiryLife } from '../../erasure/enquiry-life';
import { GovernanceGate } from '../../governance/governance-gate';
import { WrittenReason, type ReasonPlace } from '../../governance/written-reason';

const ACTION = 'breach.state';
/** Nothing is left of these without words. */
const IS_WORDS_ALONE: readonly BreachSays[] = ['what_happened', 'consequences', 'measures'];
/** Of these a reason is on record (UK GDPR articles 33(5) and 34): where it cannot lie here any more, where else it lies. */
const NEED_NOT: readonly BreachSays[] = ['ico_need_not', 'people_need_not'];

/** The controller's officer adds to the record of a breach: what happened, what may follow, what was done, who is told and why or why not. */
@Injectable()
export class StateBreachHandler {
  constructor(
    private readonly finder: BreachFinder,
    private readonly gate: GovernanceGate,
    private readonly breaches: BreachRepository,
    private readonly reason: WrittenReason,
    private readonly life: EnquiryLife,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws 404, 403; BREACH.CLOSED, BREACH.NOT_SETTLED, BREACH.STATEMENT_REPEATED (409); BREACH.REFERENCE_NEEDED, BREACH.TIME_IMPOSSIBLE, BREACH.WORDS_NEEDED, SEAL.* (422): audited */
  async execute(actor: PersonActor, breachId: string, stated: StateBreach): Promise<void> {
    const breach = await this.finder.find(actor, 'state', breachId, ACTION);
    const { enquiryId, partnershipId } = breach;
    try {
      const known = await this.breaches.findStatement(stated.statementId);
      const place = { partnershipId, enquiryId, noteId: stated.statementId, authorId: actor.id, version: 1 };
      if (known !== undefined) {
        const isSame = isSameStatement(known, actor, breachId, stated);
        if (isSame && (await this.saysTheSame(place, known, stated))) return;
        throw conflict('BREACH.STATEMENT_REPEATED', 'A statement with this id is there already.');
      }
      checkStated(stated, breach, this.clock.now());
      if (stated.sealedWords !== undefined) await this.reason.check(place, stated.sealedWords);
      await this.unitOfWork.run((tx) => this.keep(tx, actor, breach, stated));
    } catch (error) {
      const subject = { kind: 'Breach', id: breachId };
      if (error instanceof CodedError && error.status < 500)
        await this.gate.note(actor, subject, { action: ACTION, enquiryId }, error.code);
      throw error;
    }
  }

  private async saysTheSame(
    place: ReasonPlace,
    { kid, envelope }: BreachStatementRow,
    { sealedWords }: StateBreach,
  ): Promise<boolean> {
    if (kid === null || envelope === null || sealedWords === undefined)
      return envelope === null && sealedWords === undefined;
    return this.reason.isAsKept(place, { kid, envelope }, sealedWords);
  }

  /**
   * Words are sealed to a key of the enquiry: once it is erased, nothing is said with any, and before that nothing without.
   * @throws CodedError BREACH.WORDS_NEEDED, SEAL.KEY_DESTROYED (422)
   */
  private async requireWords(tx: Tx, { enquiryId }: BreachRow, { sealedWords, says }: StateBreach): Promise<void> {
    const isErased = !(await this.life.isHeldOpen(tx, enquiryId));
    if (sealedWords === undefined && (!isErased || IS_WORDS_ALONE.includes(says)))
      throw fieldRefused(
        'BREACH.WORDS_NEEDED',
        'sealedWords',
        'Say it in words: they are left out only once the enquiry is erased.',
      );
    if (sealedWords !== undefined && isErased)
      throw fieldRefused(
        'SEAL.KEY_DESTROYED',
        'sealedWords',
        'The enquiry was erased: no words are kept of it any more.',
      );
  }

  private async keep(tx: Tx, actor: PersonActor, breach: BreachRow, stated: StateBreach): Promise<void> {
    const { breachId, partnershipId, enquiryId, dueAt } = breach;
    const { statementId, says, reference, doneAt, sealedWords } = stated;
    await this.requireWords(tx, breach, stated);
    await this.breaches.lock(tx, breachId);
    const madeAt = this.clock.now();
    const stands = breachStands(await this.breaches.statements([breachId], tx), dueAt, madeAt);
    if (stands.closedAt !== undefined) throw conflict('BREACH.CLOSED', 'This record is closed.');
    if (says === 'closed' && !mayClose(stands))
      throw conflict(
        'BREACH.NOT_SETTLED',
        'First say whether the Commissioner and the people are told, and tell them.',
      );
    await this.breaches.addStatement(tx, {
      ...{ statementId, breachId, partnershipId, enquiryId, says, madeBy: actor.id, madeAt },
      ...{ kid: sealedWords?.kid ?? null, envelope: sealedWords?.envelope ?? null },
      ...{ reference: reference ?? null, doneAt: doneAt === undefined ? null : new Date(doneAt) },
    });
    if (says === 'ico_will_tell' && !stands.isClockRunning) await this.breaches.announceAgain(tx, breachId);
    const subject = { type: 'Breach', id: breachId };
    await this.audit.record(tx, { actor, action: ACTION, subject, enquiryId, outcome: 'done' });
  }
}

/** Sent again with its id it changes nothing, where it says the same in the same words. */
function isSameStatement(
  known: BreachStatementRow,
  actor: PersonActor,
  breachId: string,
  stated: StateBreach,
): boolean {
  const isSaidOfSame = known.breachId === breachId && known.madeBy === actor.id && known.says === stated.says;
  const at = stated.doneAt === undefined ? null : Date.parse(stated.doneAt);
  const isSame = known.reference === (stated.reference ?? null) && (known.doneAt?.getTime() ?? null) === at;
  return isSaidOfSame && isSame;
}

/** @throws CodedError BREACH.REFERENCE_NEEDED, BREACH.TIME_IMPOSSIBLE (422) */
function checkStated({ says, reference, doneAt, sealedWords }: StateBreach, { awareAt }: BreachRow, now: Date): void {
  const isIcoTold = says === 'ico_told';
  const isReasonElsewhere = sealedWords === undefined && NEED_NOT.includes(says);
  if ((isIcoTold || isReasonElsewhere) !== (reference !== undefined))
    throw fieldRefused(
      'BREACH.REFERENCE_NEEDED',
      'reference',
      "Give the Commissioner's reference where they were told; of an enquiry that was erased, where the reason is kept why somebody need not be.",
    );
  const takesTime = isIcoTold || says === 'people_told';
  if (takesTime !== (doneAt !== undefined))
    throw fieldRefused('BREACH.TIME_IMPOSSIBLE', 'doneAt', 'Say when they were told, and only where they were told.');
  if (doneAt === undefined) return;
  const at = Date.parse(doneAt);
  if (at < awareAt.getTime() || at > now.getTime())
    throw fieldRefused('BREACH.TIME_IMPOSSIBLE', 'doneAt', 'They were told between becoming aware and now.');
}
