import { newId, type ConsentChangedV1, type ConsentKind, type ConsentState, type IntakeFacts } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { hubOf } from '../asking/line-matter';
import type { EnquiryFacts } from '../asking/enquiry-facts';
import type { LineDecidedAgain } from '../asking/lines-again';
import { SharingDecisionRepository } from '../asking/sharing-decision.repository';
import { packOf, SharingDesk } from '../asking/sharing-desk';
import { personOnRoster } from '../domain/compose-question';
import { consentStanding, takesAway } from '../domain/consent/consent-standing';
import { takenBackBy } from '../domain/consent/taken-back-by';
import { namesOfPerson } from '../domain/consent/names-of-person';
import { whoIsTold } from '../domain/consent/who-is-told';
import { documentFactsOf } from '../domain/release/document-facts-of';
import { obligationDue, thenDue } from '../domain/task-due';
import { ObligationKeeper } from '../obligations/obligation-keeper';
import { ConsentNoticeRepository } from './consent-notice.repository';
import { HoldersRepository } from './holders.repository';

type Person = IntakeFacts['people'][number];
type Changed = Pick<ConsentChangedV1['data'], 'statementId' | 'personId' | 'kind'>;

export interface ToTell {
  readonly facts: EnquiryFacts;
  readonly changed: Changed;
  /** Lines about the person, as they stand. */
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
    await this.tell(tx, { facts, changed, lines }, { person, before });
    // Another fact may have been heard of first, and have brought the withdrawal with it (`catchUp`).
    const isKept = (await this.decisions.newestAbout(changed.statementId, tx)) !== undefined;
    if (!isKept && isTakenBack(facts, person, changed.kind, before, this.clock.now()))
      await this.keepTask(tx, facts, changed, lines);
  }

  /**
   * A yes was taken back while nothing rested on it, at section 47 or while the child's own word counted; now it reads as taken back. Whoever holds
   * something and was not told of it then is told now, and what the rules owe of it (R-CONS-04, R-CONS-05a) has its notice.
   * @param lines every line of the enquiry that stands or stood until now
   */
  async catchUp(tx: Tx, facts: EnquiryFacts, lines: readonly LineDecidedAgain[]): Promise<void> {
    for (const person of facts.intake.people) {
      const back = takenBackBy(facts.consents, person.personId);
      if (back === undefined) continue;
      const before = facts.consents.filter((one) => one.personId !== person.personId || one.state === 'given');
      const names = namesOfPerson(person);
      const own = lines.filter(({ line }) => names.includes(line.personId));
      const isNews = await this.tell(tx, { facts, changed: back, lines: own }, { person, before, alone: 'withdrawn' });
      if (isNews) await this.keepTask(tx, facts, back, own);
    }
  }

  /** @param its.alone nobody is told who reads anything else @returns whether anybody was told who had not been */
  private async tell(
    tx: Tx,
    { facts, changed, lines }: ToTell,
    { person, before, alone }: { person: Person; before: EnquiryFacts['consents']; alone?: ConsentState },
  ): Promise<boolean> {
    const raisedAt = this.clock.now();
    const { enquiryId, partnershipId } = facts;
    const holders = await this.holders.of(enquiryId, namesOfPerson(person), changed.kind, tx);
    const told = whoIsTold(holders, {
      ...{ person, kind: changed.kind, before, after: facts.consents, lines: lines.map(({ line }) => line) },
      ...{ hub: hubOf(facts.bodies), threshold: facts.decision.threshold, now: raisedAt },
    }).filter(({ state }) => alone === undefined || state === alone);
    const pack = packOf(facts);
    const started = { at: raisedAt, reviewDueAt: raisedAt };
    const dueAt = thenDue('TELL_RECIPIENTS', pack, raisedAt) ?? obligationDue('TELL_RECIPIENTS', pack, started);
    const { personId } = person;
    const about = { enquiryId, partnershipId, personId, statementId: changed.statementId, raisedAt, dueAt };
    let isNews = false;
    for (const body of told) isNews = (await this.notices.add(tx, { ...about, ...body, noticeId: newId() })) || isNews;
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
  { consents, decision }: EnquiryFacts,
  person: Person,
  kind: ConsentKind,
  before: EnquiryFacts['consents'],
  now: Date,
): boolean {
  const [was, is] = [before, consents].map((statements) => consentStanding(statements, person, kind, now));
  if (was === undefined || is === undefined || decision.threshold === 's47') return false;
  return is.state === 'withdrawn' && takesAway(was, is);
}
