import type { PersonActor } from '@mash/authorisation';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { SharingDecisionRepository, type DecisionRow } from '../asking/sharing-decision.repository';
import { SharingDesk } from '../asking/sharing-desk';
import { HolderStatements } from '../holder/holder-statements';
import { tellingOf } from '../holder/would-read';
import { LettersAgain, type LettersToDecide } from '../products/letters-again';
import { takeBackWhatFell } from '../reviews/take-back-what-fell';
import { ReviewRepository } from '../reviews/review.repository';
import { AskedLinesFinder } from './asked-lines';
import type { Judged } from './judge-thing';
import { FactsAsTheyStand, type FactsNow } from '../asking/facts-as-they-stand';
import { ThingDecider } from './thing-decider';
import { thingsOf } from './things-of';
import { Clock } from '@mash/service-host';

/** What was loaded, with the facts of the transaction that decides. */
type ToDecideNow = LettersToDecide & { readonly facts: FactsNow };

/** Nobody is on a list where nobody looks: whoever was asked about may be. */
const isOfASession = ({ decision: { rule } }: Judged): boolean => rule === 'R-HOLD-03a';

/** An item, or the letters that it holds up, decided again: once its releasers have answered, or once a fact that it waited for is another. */
@Injectable()
export class ItemAgain {
  constructor(
    private readonly lettersAgain: LettersAgain,
    private readonly statements: HolderStatements,
    private readonly askedLines: AskedLinesFinder,
    private readonly decider: ThingDecider,
    private readonly standing: FactsAsTheyStand,
    private readonly desk: SharingDesk,
    private readonly reviews: ReviewRepository,
    private readonly decisions: SharingDecisionRepository,
    private readonly clock: Clock,
  ) {}

  /** Facts and answers of today, fetched before the transaction. */
  load(enquiryId: string): Promise<LettersToDecide> {
    return this.lettersAgain.load(enquiryId);
  }

  /** Keeps what the rules say now. A REVIEW that others must still answer is raised as any other. */
  async decide(tx: Tx, actor: PersonActor, decision: DecisionRow, loaded: LettersToDecide): Promise<void> {
    if (decision.aboutKind === 'product') return this.lettersAgain.decide(tx, actor, loaded, decision.aboutId);
    const now = await this.now(tx, loaded);
    for (const judged of await this.judge(tx, decision, now))
      if (judged.decision.outcome !== 'REVIEW') await this.keep(tx, decision, now, judged, actor.id);
  }

  /**
   * A no to an item stands by itself, as it is looked up: what others have not answered of the same question could open nothing, and is asked anew where
   * the no is taken back. Whoever waits for a product hears of it.
   */
  async refuse(tx: Tx, actor: PersonActor, decision: DecisionRow): Promise<void> {
    if (decision.aboutKind === 'product') return this.lettersAgain.refuse(tx, actor, decision);
    await this.reviews.supersede(tx, decision.sharingDecisionId, this.clock.now());
  }

  /** Whether a human has something to answer about one of them still. */
  async waits(tx: Tx, enquiryId: string, itemIds: readonly string[]): Promise<boolean> {
    return (await this.reviews.waitingAboutItems(tx, enquiryId, itemIds)).length > 0;
  }

  /**
   * Puts every item of these that waits for a human to the rules again, because a fact is another now, whoever asked for it. What nothing stands
   * in the way of any more waits no longer; of a question that others must answer still, only the part that fell away is taken back, and the
   * clock of the rest runs on. Nothing new is asked: nobody's session is here, and what a session meets would be asked for nothing.
   */
  async settle(tx: Tx, enquiryId: string, itemIds: readonly string[], loaded: LettersToDecide): Promise<void> {
    const now = await this.now(tx, loaded);
    for (const decisionId of await this.reviews.waitingAboutItems(tx, enquiryId, itemIds)) {
      await this.reviews.lockAll(tx, decisionId);
      const decision = await this.decisions.find(decisionId, tx);
      if (decision !== undefined) await this.settleOne(tx, decision, now);
    }
  }

  private async now(tx: Tx, loaded: LettersToDecide): Promise<ToDecideNow> {
    return { ...loaded, facts: await this.standing.of(tx, loaded.facts) };
  }

  private async settleOne(tx: Tx, decision: DecisionRow, now: ToDecideNow): Promise<void> {
    const [judged] = await this.judge(tx, decision, now);
    if (judged === undefined || isOfASession(judged)) return;
    const at = this.clock.now();
    if (judged.decision.outcome !== 'REVIEW') {
      await this.reviews.supersede(tx, decision.sharingDecisionId, at);
      // A refusal that a manager may override was kept as it was decided, to be named by.
      if (judged.refusedBy === undefined) await this.keep(tx, decision, now, judged);
      return;
    }
    const { sharingDecisionId } = decision;
    await takeBackWhatFell(this.reviews, tx, { sharingDecisionId, now: judged.decision, at, unwrap: now.unwrap });
  }

  private async judge(
    tx: Tx,
    decision: DecisionRow,
    { enquiry, facts, answers, unwrap }: ToDecideNow,
  ): Promise<Judged[]> {
    const [statements, asked] = await Promise.all([
      this.statements.of(enquiry, tx, unwrap),
      this.askedLines.of(enquiry.enquiryId),
    ]);
    const telling = tellingOf(decision);
    const now = this.clock.now();
    const things = thingsOf(answers, { admitted: { facts, enquiry }, telling, asked, statements, now });
    const own = things.filter(
      ({ itemId, agencyId }) => itemId === decision.aboutId && agencyId === decision.fromAgencyId,
    );
    const said = await this.decider.whatWasSaid(tx, facts, telling, unwrap);
    return this.decider.decideAll(tx, facts, own, telling, said);
  }

  /** @param byPerson whoever answered; left out where a fact did it */
  private async keep(
    tx: Tx,
    { aboutId, askedBy, sharingDecisionId: supersedes }: DecisionRow,
    { facts }: ToDecideNow,
    { decided }: Judged,
    byPerson?: string,
  ): Promise<void> {
    const about = { kind: 'item', id: aboutId } as const;
    const human = byPerson === undefined ? {} : { byPerson };
    await this.desk.keep(tx, facts, decided, { about, askedBy, ...human, supersedes, categoryIsPlain: false });
  }
}
