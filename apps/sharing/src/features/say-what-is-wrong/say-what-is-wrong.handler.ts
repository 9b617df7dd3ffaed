import { AuditTrail } from '@mash/audit-client';
import { isRefusal, type PersonActor } from '@mash/authorisation';
import { IdentityStatedV1, type SayWhatIsWrong, type WrongSaid } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, CodedError, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { loadPack } from '@mash/threshold-packs';
import { BreachRepository } from '../../breaches/breach.repository';
import { ConsentRepository } from '../../consent/consent.repository';
import { saidOfSame } from '../../domain/recalls/as-meant';
import { isOfRecipient } from '../../domain/recalls/identity-of';
import { whoSaw, type Saw, type ShownLine } from '../../domain/recalls/who-saw';
import { isHubStaff } from '../../domain/release/audiences';
import { reviewLadder } from '../../domain/review-ladder';
import { EnquiryLife } from '../../erasure/enquiry-life';
import { WrittenReason, type ReasonPlace } from '../../governance/written-reason';
import { ConfirmingTasks } from '../../recalls/confirming-tasks';
import { IdentityStatementRepository, type IdentityStatementRow } from '../../recalls/identity-statement.repository';
import { RecallCloser } from '../../recalls/recall-closer';
import { RecallOpener } from '../../recalls/recall-opener';
import { RecallRepository } from '../../recalls/recall.repository';
import { RecallScopes, scopeOfNothing, type RecallFetched, type RecallScope } from '../../recalls/recall-scopes';
import { saidBefore } from '../../recalls/said-before';
import { ShownLines } from '../../recalls/shown-lines';
import { WaitingReviews } from '../../recalls/waiting-reviews';
import { admitSpeaker } from '../../recalls/admit-speaker';
import type { LettersToDecide } from '../../products/letters-again';
import { NamedToReader } from '../../register/named-to-reader';
import { ReleaseGate, type Admitted } from '../../releases/release-gate';
import { checkSaid, checkSaw, checkWentThere, isTakenBackBy, refuseGuess, refuseUnfit, sameThing } from './check-said';

const ACTIONS = {
  wrong_person: 'recall.open',
  wrong_recipient: 'recall.open',
  doubted: 'identity.doubt',
  confirmed: 'identity.confirm',
  right_recipient: 'identity.confirm',
} as const;

interface Saying {
  readonly actor: PersonActor;
  readonly said: SayWhatIsWrong;
  readonly admitted: Admitted;
  readonly fetched: RecallFetched;
  /** What the questions that may wait are decided on; nothing where none changes by what is said. */
  readonly waiting: LettersToDecide | undefined;
}

type Scoped = Saying & {
  readonly scope: RecallScope;
  /** All that was said in the enquiry before. */
  readonly all: readonly IdentityStatementRow[];
};

/** Somebody says that a thing is about the wrong person, may be, went to the wrong place, or is about this person after all. */
@Injectable()
export class SayWhatIsWrongHandler {
  constructor(
    private readonly gate: ReleaseGate,
    private readonly scopes: RecallScopes,
    private readonly shownLines: ShownLines,
    private readonly statements: IdentityStatementRepository,
    private readonly recalls: RecallRepository,
    private readonly breaches: BreachRepository,
    private readonly opener: RecallOpener,
    private readonly closer: RecallCloser,
    private readonly confirming: ConfirmingTasks,
    private readonly waitingReviews: WaitingReviews,
    private readonly named: NamedToReader,
    private readonly reason: WrittenReason,
    private readonly consents: ConsentRepository,
    private readonly life: EnquiryLife,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws 404 and coded refusals as the contract says, each audited. What is said stands from the commit on: releases under way are waited for. */
  async execute(actor: PersonActor, said: SayWhatIsWrong): Promise<WrongSaid> {
    const { enquiryId } = said;
    const action = ACTIONS[said.says];
    const admitted = await this.gate.admit(actor, enquiryId, action);
    const fetched = await this.scopes.fetch(admitted, said);
    const answered = await this.answer({ actor, said, admitted, fetched });
    return answered ?? this.gate.refuse(actor, enquiryId, action, 'THING_NOT_FOUND');
  }

  private async answer(saying: Omit<Saying, 'waiting'>): Promise<WrongSaid | undefined> {
    const { actor, said, admitted } = saying;
    const { enquiryId, statementId } = said;
    try {
      const known = await this.statements.find(statementId);
      if (known !== undefined) return await this.again(known, actor, said);
      checkSaid(said, admitted, this.clock.now());
      if (said.recipientAgencyId !== undefined && isHubStaff(admitted.audience))
        refuseGuess(said, admitted, await this.named.in(actor, [admitted.enquiry]));
      await this.reason.check(placeOf(actor, said), said.sealedReason);
      const waiting = await this.waitingReviews.load(said);
      return await this.unitOfWork.run((tx) => this.keep(tx, { ...saying, waiting }));
    } catch (error) {
      const isCoded = (error instanceof CodedError && error.status < 500) || isRefusal(error);
      if (isCoded) {
        const subject = { type: 'IdentityStatement', id: statementId };
        await this.gate.note(actor, subject, { enquiryId, action: ACTIONS[said.says], reasonCode: error.code });
      }
      throw error;
    }
  }

  /** @returns undefined where there is no such thing in this enquiry */
  private async keep(tx: Tx, saying: Saying): Promise<WrongSaid | undefined> {
    const { actor, said, admitted, fetched } = saying;
    const { enquiryId, statementId, about, says, recipientAgencyId = null, recipientId = null } = said;
    // Whoever answers a REVIEW has consents alone and not the life: what is said here is seen by their answer, or waits for it.
    await this.consents.lock(tx, enquiryId);
    await this.life.takeAlone(tx, enquiryId);
    if (await this.life.isOver(enquiryId)) throw notFound('Enquiry');
    const lines = await this.shownLines.of(admitted.enquiry, tx, fetched);
    const at = this.clock.now();
    const { intake } = admitted.facts;
    const all = await this.statements.ofEnquiry(enquiryId, tx);
    const found = await this.scopes.of(tx, admitted, said, { ...fetched, lines });
    const before = saidBefore(all, { about, statedAt: at }, found, intake);
    // Nothing may have been asked of them since they were doubted: they are asked about all the same.
    const isAskedAbout = says === 'confirmed' && before.ofEarlier.length > 0;
    const scope = found ?? (isAskedAbout ? scopeOfNothing(about.id) : undefined);
    if (scope === undefined) return undefined;
    admitSpeaker({ actor, about, says, scope }, lines);
    refuseUnfit(said, before, scope.isUnsure);
    const saw = sawOf(said, scope, lines);
    checkSaw(said, saw);
    checkWentThere(said, scope, { agencyId: actor.agencyId, audience: admitted.audience });
    const row: IdentityStatementRow = {
      ...{ statementId, partnershipId: actor.partnershipId, enquiryId, about, says, ...said.sealedReason },
      ...{ holderAgencyId: scope.holderAgencyId, recipientAgencyId, recipientId },
      ...{ statedBy: actor.id, statedAt: at, confirmBy: says === 'doubted' ? confirmBy(admitted, at) : null },
    };
    await this.statements.add(tx, row);
    const answer = await this.follow(tx, { ...saying, scope, all }, row, saw);
    await this.announce(tx, actor, row);
    await this.audit.record(tx, {
      ...{ actor, action: ACTIONS[says], enquiryId, outcome: 'done', personIds: [...scope.personIds] },
      subject: { type: 'IdentityStatement', id: statementId },
      counts: { recipients: answer.recipients },
    });
    return answer;
  }

  /** What was asked and rests on it is decided again. */
  private async announce(tx: Tx, actor: PersonActor, row: IdentityStatementRow): Promise<void> {
    const { enquiryId, statementId, statedAt, partnershipId } = row;
    const context = {
      ...{ partnershipId, correlationId: enquiryId, occurredAt: statedAt },
      actor: { id: actor.id, kind: actor.kind, agencyId: actor.agencyId },
    };
    const data = { enquiryId, statementId, statedAt: statedAt.toISOString() };
    await this.outbox.append(tx, IdentityStatedV1, data, context);
  }

  private async follow(tx: Tx, saying: Scoped, row: IdentityStatementRow, saw: readonly Saw[]): Promise<WrongSaid> {
    const { actor, said, admitted, scope, waiting, all } = saying;
    const { statementId, statedAt: at } = row;
    const { facts } = admitted;
    if (said.says === 'doubted') {
      await this.confirming.ask(tx, row, facts.intake);
      return { statementId, recipients: 0 };
    }
    if (!isOfRecipient(row)) await this.confirming.settle(tx, row, scope, facts.intake);
    if (said.says === 'confirmed' || said.says === 'right_recipient') {
      await this.settle(tx, saying, row);
      return { statementId, recipients: 0 };
    }
    await this.waitingReviews.recalled(tx, actor, row, scope, { loaded: waiting, facts, saidBefore: all });
    const { personIds, sentTo } = scope;
    const awareAt = said.knownSince === undefined ? at : new Date(said.knownSince);
    const { id, version } = facts.decision.pack;
    const opened = await this.opener.open(tx, actor, row, {
      saw,
      sentTo,
      personIds,
      awareAt,
      pack: loadPack(id, version),
    });
    return { statementId, ...opened };
  }

  /** It stands: the recall of it closes, and what waited for it waits no longer, as far as the rules ask nothing else of it. */
  private async settle(tx: Tx, saying: Scoped, row: IdentityStatementRow): Promise<void> {
    const { actor, scope, waiting } = saying;
    const { statedAt: at } = row;
    for (const recall of await this.openAbout(tx, row, saying)) {
      const its = { by: actor.id, at, how: 'identity_confirmed' } as const;
      await this.closer.close(tx, recall, its);
    }
    await this.waitingReviews.confirmed(tx, row, scope, waiting);
  }

  /** The recalls of what it ends: that it was about somebody else, or that it went wrong to this recipient. */
  private async openAbout(tx: Tx, row: IdentityStatementRow, { all, admitted }: Scoped) {
    const { recipientAgencyId, recipientId } = row;
    const said = saidOfSame(all, row, admitted.facts.intake);
    const isEnded = isOfRecipient(row)
      ? isTakenBackBy({ recipientAgencyId: recipientAgencyId ?? undefined, recipientId })
      : ({ says }: IdentityStatementRow) => says === 'wrong_person';
    const ended = said.filter(isEnded);
    const found = await Promise.all(ended.map(({ statementId }) => this.recalls.find(statementId, tx)));
    return found.flatMap((recall) => (recall && recall.closedAt === null ? recall : []));
  }

  /** Sent again with its id it changes nothing, where it says the same in the same words. */
  private async again(known: IdentityStatementRow, actor: PersonActor, said: SayWhatIsWrong): Promise<WrongSaid> {
    const { statementId, enquiryId, about, says } = said;
    const { recipientAgencyId = null, recipientId = null } = said;
    const isSaidOfSame = known.enquiryId === enquiryId && known.says === says && sameThing(about)(known);
    const isToSame = known.recipientAgencyId === recipientAgencyId && known.recipientId === recipientId;
    const isSame = known.statedBy === actor.id && isSaidOfSame && isToSame;
    if (!isSame || !(await this.reason.isAsKept(placeOf(actor, said), known, said.sealedReason))) throw repeated();
    const recall = await this.recalls.find(statementId);
    if (recall === undefined) return { statementId, recipients: 0 };
    const [breach, notices] = await Promise.all([
      this.breaches.ofRecall(statementId),
      this.recalls.notices([statementId]),
    ]);
    // The 72 hours run from it: another hour is another statement.
    const awareAt = said.knownSince === undefined ? known.statedAt : new Date(said.knownSince);
    if (breach !== undefined && breach.awareAt.getTime() !== awareAt.getTime()) throw repeated();
    return {
      statementId,
      recallId: statementId,
      ...(breach && { breachId: breach.breachId }),
      recipients: notices.length,
    };
  }
}

const placeOf = (
  { partnershipId, id: authorId }: PersonActor,
  { enquiryId, statementId }: SayWhatIsWrong,
): ReasonPlace => ({ partnershipId, enquiryId, noteId: statementId, authorId, version: 1 });

const repeated = (): CodedError =>
  new CodedError('SHARING.STATEMENT_REPEATED', 409, 'A statement with this id is there already.');

function sawOf({ recipientAgencyId, recipientId }: SayWhatIsWrong, scope: RecallScope, lines: readonly ShownLine[]) {
  return whoSaw(lines, { ...scope, onlyAgencyId: recipientAgencyId, onlyRecipientId: recipientId });
}

/** CONFIRM_NOW: within the review clock of the enquiry's colour. */
function confirmBy({ facts }: Admitted, at: Date): Date {
  const { pack, colour } = facts.decision;
  return reviewLadder(loadPack(pack.id, pack.version), colour, at).dueAt;
}
