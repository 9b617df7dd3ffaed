import { handoverDigest, SharingDecidedV1, type EventActor, type SharingOutcome } from '@mash/contracts';
import type { PersonActor } from '@mash/authorisation';
import { Outbox } from '@mash/messaging';
import type { Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../access/this-service';
import type { DecisionRow } from '../asking/sharing-decision.repository';
import { SharingDesk, type ToKeep } from '../asking/sharing-desk';
import type { HolderStatement } from '../domain/holder/holder-statement';
import type { Judged } from '../releases/judge-thing';
import type { EnquiryFacts } from '../asking/enquiry-facts';
import { FactsAsTheyStand, type FactsNow } from '../asking/facts-as-they-stand';
import type { Thing } from '../releases/thing';
import { ThingDecider, type Said } from '../releases/thing-decider';
import { feedbackMatters } from './feedback-matter';
import { handoverMatters } from './handover-matter';
import type { LettersToDecide } from './letters-again';
import { OutwardProductRepository, type OutwardProductRow } from './outward-product.repository';
import { QuestionsOfProducts } from './questions-of-products';
import { tellingOf } from './telling-of-product';

type Letter = Pick<
  OutwardProductRow,
  'productId' | 'partnershipId' | 'enquiryId' | 'kind' | 'audience' | 'toAgencyId' | 'personIds' | 'madeBy'
>;
type Replacing = Pick<OutwardProductRow, 'enquiryId' | 'kind' | 'audience' | 'personIds'>;

/** Strictest wins: a letter goes when every matter of it may be told. */
export function outcomeOfLetter(judged: readonly Judged[]): SharingOutcome {
  const stopped = judged.filter(({ shownAs }) => shownAs !== 'shown');
  if (stopped.length === 0) return 'PERMIT';
  return stopped.every(({ decision }) => decision.outcome === 'REVIEW') ? 'REVIEW' : 'DENY';
}

/** What stops a product: a refusal before what only waits. Undefined where all of it may go. */
export function stoppedBy(judged: readonly Judged[]): Judged | undefined {
  const stopped = judged.filter(({ shownAs }) => shownAs !== 'shown');
  return stopped.find(({ decision }) => decision.outcome !== 'REVIEW') ?? stopped[0];
}

/** What stays in the hub with a product that was refused: what could have gone by itself is withheld, by the decision that stopped the whole. */
export function staysBehind(judged: readonly Judged[], stopped: Judged | undefined): Judged[] {
  if (stopped === undefined) return [...judged];
  const { decision } = stopped;
  return judged.map((one) => (one.shownAs === 'shown' ? { ...one, shownAs: 'withheld', decision } : one));
}

/** What stops it for good: a refusal of the rules. A holder who keeps "do not alert" may clear it another day, and a human's no was said already. */
const refusedByRules = (judged: readonly Judged[]): Judged | undefined =>
  judged.find(({ decision, isRefusedByPerson }) => decision.outcome === 'DENY' && isRefusedByPerson !== true);

const aboutSomebodyElse = (thing: Thing): Thing => ({ ...thing, facts: { ...thing.facts, identity: 'wrong' } });
const NOTHING_SAID: Said = { identities: [], answered: () => ({ yeses: [] }) };

const eventActorOf = ({ id, kind, agencyId }: PersonActor): EventActor => ({ id, kind, agencyId });

/** What is decided again. */
export interface DecidedAgain extends LettersToDecide {
  readonly statements: readonly HolderStatement[];
  /** A releaser or a holder who has just said something, and of which. Of the others a fact may be another: `sharing` itself decides of them. */
  readonly said?: { readonly actor: EventActor; readonly isOf: (letter: OutwardProductRow) => boolean };
}

/**
 * Says whether a letter, or a handover that waits for a human, may go: when it is written and again when somebody has answered, a holder has
 * cleared what held it, or a fact that it waits for is another. Nobody is told anything before.
 */
@Injectable()
export class LetterDesk {
  constructor(
    private readonly products: OutwardProductRepository,
    private readonly questions: QuestionsOfProducts,
    private readonly decider: ThingDecider,
    private readonly standing: FactsAsTheyStand,
    private readonly desk: SharingDesk,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * A handover that nobody has to let go is announced as well: whoever gives the case to its team waits for that, and takes no caller's word for it.
   * What it owes was kept when it was decided.
   */
  async announceGone(
    tx: Tx,
    its: { handover: Letter; deciding: Judged; facts: FactsNow; actor: PersonActor },
  ): Promise<void> {
    const { handover: letter, deciding, facts } = its;
    const stands = { obligations: [...deciding.decision.obligations] };
    await this.keep(tx, { letter, deciding, facts, actor: eventActorOf(its.actor), byPerson: false, stands });
  }

  /** Keeps what was decided about a letter that was just written and announces it: an id and an outcome, never what it waits for. */
  async announce(
    tx: Tx,
    its: { letter: Letter; judged: readonly Judged[]; facts: FactsNow; actor: PersonActor },
  ): Promise<void> {
    const { letter, judged, facts } = its;
    const [actor, outcome] = [eventActorOf(its.actor), outcomeOfLetter(judged)];
    const waits = judged.find(({ open }) => open !== undefined)?.open?.sharingDecisionId;
    const [deciding] = judged;
    if (outcome === 'PERMIT' && deciding) await this.keep(tx, { letter, deciding, facts, actor, byPerson: false });
    if (outcome === 'REVIEW' && waits !== undefined)
      await this.append(tx, actor, letter, { sharingDecisionId: waits, outcome, byPerson: false });
  }

  /**
   * A human of the hub's own desks has said no to it, and it is announced: a case is routed another way, and the referrer is told otherwise, or it is
   * recorded why not. A holder's no is of their item, and keeps waiting what it held: nobody learns of it.
   */
  async refuse(tx: Tx, actor: PersonActor, decision: DecisionRow): Promise<void> {
    const its = { sharingDecisionId: decision.sharingDecisionId, outcome: 'DENY', byPerson: true } as const;
    for (const product of await this.refusedWith(tx, decision)) {
      await this.questions.takeBack(tx, product);
      await this.append(tx, eventActorOf(actor), product, its);
    }
  }

  /** An earlier version asked about the enquiry itself, once for all its letters to a referrer: nobody answers the rest of that either. */
  private async refusedWith(tx: Tx, decision: DecisionRow): Promise<readonly OutwardProductRow[]> {
    if (decision.aboutId !== decision.enquiryId) {
      const product = await this.products.find(decision.aboutId);
      return product === undefined ? [] : [product];
    }
    await this.questions.takeBackEarlier(tx, decision);
    return this.products.ofEarlierQuestion(tx, decision);
  }

  /**
   * Which of those that wait another would take the place of: what is for the same team, or the same referrer, about one of the same people. A child is
   * handed to a team once, whichever agency's it is. What is asked of them is locked: a releaser who answers at this moment is heard first.
   */
  async replacedBy(tx: Tx, made: Replacing): Promise<readonly OutwardProductRow[]> {
    const isLikeIt = ({ kind, audience, personIds }: OutwardProductRow) =>
      kind === made.kind && audience === made.audience && personIds.some((id) => made.personIds.includes(id));
    const ids = (await this.products.waiting(tx, made.enquiryId)).filter(isLikeIt).map(({ productId }) => productId);
    if (ids.length === 0) return [];
    await this.questions.lock(tx, ids);
    return (await this.products.waiting(tx, made.enquiryId)).filter(({ productId }) => ids.includes(productId));
  }

  /**
   * Nobody is asked about them any more, and whoever waits for one of them hears that it does not go.
   * @param replacedBy what was put together instead, where anything was
   */
  async stop(tx: Tx, actor: PersonActor, stopped: readonly OutwardProductRow[], replacedBy?: string): Promise<void> {
    // Of all of them, before anything is said of the first: whoever has appended locks no question any more.
    for (const product of stopped) await this.questions.takeBack(tx, product);
    for (const product of stopped) {
      const sharingDecisionId = await this.questions.newestTo(tx, product);
      if (sharingDecisionId === undefined) continue; // nobody was told that it waits
      const its = { sharingDecisionId, outcome: 'DENY', byPerson: false, ...(replacedBy && { replacedBy }) } as const;
      await this.append(tx, eventActorOf(actor), product, its);
    }
  }

  /**
   * They were recalled before they went, whether they wait or may go: it is decided of them as of what is about somebody else (R-ID-02; to a wrong recipient
   * it is as if it were), and announced. No later word brings them back: another is put together.
   */
  async recalled(
    tx: Tx,
    actor: PersonActor,
    recalled: readonly OutwardProductRow[],
    given: EnquiryFacts,
  ): Promise<void> {
    if (recalled.length === 0) return;
    const facts = await this.standing.of(tx, given);
    for (const product of recalled) await this.questions.takeBack(tx, product);
    for (const letter of recalled) {
      const things = handoverMatters(letter, facts).map(aboutSomebodyElse);
      const [deciding] = this.decider.judge(facts, things, tellingOf(letter), NOTHING_SAID);
      if (deciding) await this.keep(tx, { letter, deciding, facts, actor: eventActorOf(actor), byPerson: false });
    }
  }

  /** Decides again what waits. What may go is announced, and what the rules refuse today; what nobody need answer any more is asked of nobody. */
  async letGo(tx: Tx, its: DecidedAgain): Promise<void> {
    const letters = await this.products.waiting(tx, its.enquiry.enquiryId);
    if (letters.length === 0) return;
    const facts = await this.standing.of(tx, its.facts);
    // Of all of them, before anything is said of the first: whoever answers at this moment is heard.
    await this.questions.lock(
      tx,
      letters.map(({ productId }) => productId),
    );
    for (const letter of letters) await this.decideAgain(tx, letter, { ...its, facts });
  }

  private async decideAgain(tx: Tx, letter: OutwardProductRow, its: DecidedAgain & { facts: FactsNow }): Promise<void> {
    const { facts, enquiry, answers, unread, unwrap, statements, said: word } = its;
    const matters =
      letter.kind === 'handover'
        ? handoverMatters(letter, facts)
        : feedbackMatters(letter, { facts, enquiry }, answers, statements, unread);
    const telling = tellingOf(letter);
    const said = await this.decider.whatWasSaid(tx, facts, telling, unwrap);
    const now = this.decider.judge(facts, matters, telling, said);
    const isOther = await this.questions.takeBackWhatFell(tx, letter.productId, now, unwrap);
    const saidNow = isOther ? await this.decider.whatWasSaid(tx, facts, telling, unwrap) : said;
    const judged = await this.decider.decideAll(tx, facts, matters, telling, saidNow);
    const mayGo = outcomeOfLetter(judged) === 'PERMIT';
    const deciding = mayGo ? judged[0] : refusedByRules(judged);
    if (deciding === undefined) return;
    await this.questions.takeBack(tx, letter);
    const actor = word?.isOf(letter) === true ? word.actor : SYSTEM;
    await this.keep(tx, { letter, deciding, facts, actor, byPerson: mayGo && actor !== SYSTEM });
  }

  /** Of what goes, or for good does not, the decision is kept, and announced. */
  private async keep(
    tx: Tx,
    its: { letter: Letter; deciding: Judged; facts: FactsNow; actor: EventActor; byPerson: boolean } & Pick<
      ToKeep,
      'stands'
    >,
  ): Promise<void> {
    const { letter, deciding, facts, actor, byPerson, stands } = its;
    const about = { kind: 'product', id: letter.productId } as const;
    const human = byPerson ? { byPerson: actor.id } : {};
    const toKeep = { about, askedBy: letter.madeBy, ...human, ...(stands && { stands }), categoryIsPlain: false };
    const { sharingDecisionId } = await this.desk.keep(tx, facts, deciding.decided, toKeep);
    const { outcome } = deciding.decision;
    await this.append(tx, actor, letter, { sharingDecisionId, outcome, byPerson });
  }

  private async append(
    tx: Tx,
    actor: EventActor,
    letter: Letter,
    said: { sharingDecisionId: string; outcome: SharingOutcome; byPerson: boolean; replacedBy?: string },
  ): Promise<void> {
    const decidedAt = this.clock.now().toISOString();
    const { productId, enquiryId, partnershipId, kind } = letter;
    const context = { partnershipId, correlationId: enquiryId, actor };
    const about = { kind: 'product', id: productId } as const;
    const goes = kind === 'handover' && said.outcome === 'PERMIT' ? { handoverDigest: handoverDigest(letter) } : {};
    await this.outbox.append(tx, SharingDecidedV1, { enquiryId, about, decidedAt, ...said, ...goes }, context);
  }
}
