import { ConsentKind, newId, type ConsentChangedV1, type IntakeFacts } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { hubOf } from '../asking/line-matter';
import type { EnquiryFacts } from '../asking/enquiry-facts';
import type { LineDecidedAgain } from '../asking/lines-again';
import { SharingDecisionRepository } from '../asking/sharing-decision.repository';
import { packOf, SharingDesk } from '../asking/sharing-desk';
import { personOnRoster } from '../domain/compose-question';
import type { KeptStatement } from '../domain/consent/consent-of-subject';
import { consentStanding, takesAway } from '../domain/consent/consent-standing';
import { decidedBy } from '../domain/decided-by';
import { takenAway } from '../domain/consent/taken-away';
import { namesOfPerson } from '../domain/consent/names-of-person';
import { peopleDecidedBy } from '../domain/consent/whose-consent';
import { whoIsTold, type Change, type Told } from '../domain/consent/who-is-told';
import { documentFactsOf } from '../domain/release/document-facts-of';
import { obligationDue, thenDue } from '../domain/task-due';
import { ObligationKeeper } from '../obligations/obligation-keeper';
import { ConsentNoticeRepository } from './consent-notice.repository';
import { HoldersRepository, type Holder } from './holders.repository';

type Person = IntakeFacts['people'][number];
type Changed = Pick<ConsentChangedV1['data'], 'statementId' | 'personId' | 'kind'>;

export interface ToTell {
  readonly facts: EnquiryFacts;
  readonly changed: Changed;
  /** Lines about the person, and whoever is decided by their consent, as they stand. */
  readonly lines: readonly LineDecidedAgain[];
}

/**
 * Whoever holds something about a person is told once their consent is gone: a notice in their worklist or inbox, of ids and codes, with a day
 * by which they confirm what became of it. At section 47 nothing rests on consent, and nobody is told to destroy anything.
 */
@Injectable()
export class ConsentNotices {
  constructor(
    private readonly desk: SharingDesk,
    private readonly decisions: SharingDecisionRepository,
    private readonly holders: HoldersRepository,
    private readonly notices: ConsentNoticeRepository,
    private readonly keeper: ObligationKeeper,
    private readonly clock: Clock,
  ) {}

  async send(tx: Tx, { facts, changed, lines }: ToTell): Promise<void> {
    const person = personOnRoster(facts.intake, changed.personId);
    if (person === undefined) return;
    const before = facts.consents.filter(({ statementId }) => statementId !== changed.statementId);
    const names = peopleDecidedBy(facts, person, changed.kind).flatMap(namesOfPerson);
    const holders = await this.holders.of(facts.enquiryId, names, changed.kind, tx);
    const its = this.reading(facts, person, changed.kind, lines);
    await this.tell(tx, facts, changed, whoIsTold(holders, { ...its, before, after: facts.consents }));
    // Another fact may have been heard of first, and have brought the withdrawal with it (`catchUp`).
    const isKept = (await this.decisions.newestAbout(changed.statementId, tx)) !== undefined;
    if (!isKept && isTakenBack(facts, person, changed.kind, before, this.clock.now()))
      await this.keepTask(tx, facts, changed, lines);
  }

  /**
   * Something was taken back, refused or come to be disputed while nothing rested on it, at section 47 or while the child's own word counted; now it
   * counts. Whoever held something and was not told of it then is told now, and what the rules owe of a withdrawal (R-CONS-04, R-CONS-05a) has its
   * notice.
   * @param lines every line of the enquiry that stands or stood until now
   */
  async catchUp(tx: Tx, facts: EnquiryFacts, lines: readonly LineDecidedAgain[]): Promise<void> {
    for (const person of facts.intake.people) {
      const names = peopleDecidedBy(facts, person).flatMap(namesOfPerson);
      const own = lines.filter(({ line }) => names.includes(line.personId));
      for (const kind of ConsentKind.options) await this.catchUpOn(tx, { facts, person, kind, lines: own });
    }
  }

  private async catchUpOn(
    tx: Tx,
    its: { facts: EnquiryFacts; person: Person; kind: ConsentKind; lines: readonly LineDecidedAgain[] },
  ): Promise<void> {
    const { facts, person, kind, lines } = its;
    const { consents: statements } = facts;
    if (!statements.some((one) => one.personId === person.personId && one.kind === kind)) return;
    const names = peopleDecidedBy(facts, person, kind).flatMap(namesOfPerson);
    const { enquiryId } = facts;
    const lastTold = await this.notices.lastTold(tx, enquiryId, names, kind);
    const holders = (await this.holders.of(enquiryId, names, kind, tx)).map((one) => ({
      ...one,
      toldAt: lastTold.get(one.agencyId),
    }));
    const away = takenAway(holders, { ...this.reading(facts, person, kind, lines), statements });
    for (const { by, before, told } of away) {
      const isNews = await this.tell(tx, facts, by, told);
      const isWithdrawal = isTakenBack(facts, person, kind, before, this.clock.now());
      if (isNews && isWithdrawal) await this.keepTask(tx, facts, by, lines);
    }
  }

  private reading(
    { bodies, decision, intake }: EnquiryFacts,
    person: Person,
    kind: ConsentKind,
    lines: readonly LineDecidedAgain[],
  ): Omit<Change, 'before' | 'after'> {
    const asked = lines.map(({ line }) => line);
    const { threshold } = decision;
    const whose = (stated: readonly KeptStatement[]) => decidedBy(person, intake, stated, kind);
    return { person, whose, kind, lines: asked, hub: hubOf(bodies), threshold, now: this.clock.now() };
  }

  /** @returns whether anybody was told who had not been */
  private async tell(
    tx: Tx,
    facts: EnquiryFacts,
    { statementId, personId: said }: Changed,
    told: readonly Told<Holder>[],
  ): Promise<boolean> {
    const raisedAt = this.clock.now();
    const { enquiryId, partnershipId } = facts;
    const pack = packOf(facts);
    const started = { at: raisedAt, reviewDueAt: raisedAt };
    const dueAt = thenDue('TELL_RECIPIENTS', pack, raisedAt) ?? obligationDue('TELL_RECIPIENTS', pack, started);
    const personId = personOnRoster(facts.intake, said)?.personId ?? said;
    const about = { enquiryId, partnershipId, personId, statementId, raisedAt, dueAt };
    let isNews = false;
    for (const { agencyId, state, holds } of told) {
      const row = { ...about, agencyId, state, holds, noticeId: newId() };
      isNews = (await this.notices.add(tx, row)) || isNews;
    }
    return isNews;
  }

  /** The rules say what is owed for what came back before the withdrawal (R-CONS-04): tell the recipients, judge the risk again. */
  private async keepTask(
    tx: Tx,
    facts: EnquiryFacts,
    { statementId }: Changed,
    lines: readonly LineDecidedAgain[],
  ): Promise<void> {
    const answered = lines.find(({ line }) => line.state === 'answered');
    if (answered === undefined) return;
    const { line } = answered;
    const asManager = { ...facts, decision: { ...facts.decision, access: 'ordinary' as const } };
    const decided = this.desk.decide(asManager, {
      ...{ mode: 'content', audience: 'hub_manager', fromAgencyId: line.agencyId, toAgencyId: hubOf(facts.bodies) },
      ...{ personId: line.personId, category: line.category, purpose: line.purpose },
      ...{ need: answered.decided.question.need, text: 'same', width: 'named' },
      item: { ...documentFactsOf([]), answered: 'yes' },
    });
    const about = { kind: 'notice', id: statementId } as const;
    // A REVIEW of it is raised when somebody looks, for the item they look at: here only what is owed is kept.
    const decision = { ...decided.decision, reviews: [] };
    const its = { about, askedBy: 'sharing', categoryIsPlain: false } as const;
    const kept = await this.desk.keep(tx, facts, { ...decided, decision }, its);
    // The notices are the telling; what is left is that each of them is confirmed.
    await this.keeper.systemDid(tx, kept, 'TELL_RECIPIENTS', { pack: packOf(facts), at: kept.decidedAt });
  }
}

/** A yes that stood before, and is read as withdrawn now. */
function isTakenBack(
  { consents, decision, intake }: EnquiryFacts,
  person: Person,
  kind: ConsentKind,
  before: EnquiryFacts['consents'],
  now: Date,
): boolean {
  const [was, is] = [before, consents].map((stated) =>
    consentStanding(stated, decidedBy(person, intake, stated, kind), kind, now),
  );
  if (was === undefined || is === undefined || decision.threshold === 's47') return false;
  return is.state === 'withdrawn' && takesAway(was, is);
}
