import { SharingDecidedV1, type SharingOutcome } from '@mash/contracts';
import type { PersonActor } from '@mash/authorisation';
import { Outbox } from '@mash/messaging';
import type { Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import type { DecisionRow } from '../asking/sharing-decision.repository';
import { SharingDesk } from '../asking/sharing-desk';
import type { HolderStatement } from '../domain/holder/holder-statement';
import type { Judged } from '../releases/judge-thing';
import { FactsAsTheyStand, type FactsNow } from '../asking/facts-as-they-stand';
import { ThingDecider } from '../releases/thing-decider';
import { feedbackMatters } from './feedback-matter';
import { handoverMatters } from './handover-matter';
import type { LettersToDecide } from './letters-again';
import { OutwardProductRepository, type OutwardProductRow } from './outward-product.repository';
import { tellingOf } from './telling-of-product';

type Letter = Pick<OutwardProductRow, 'productId' | 'partnershipId' | 'enquiryId' | 'madeBy'>;

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

/**
 * Says whether a letter, or a handover that waits for a human, may go: when it is written and again when somebody has answered, or a holder has
 * cleared what held it. Nobody is told anything before.
 */
@Injectable()
export class LetterDesk {
  constructor(
    private readonly products: OutwardProductRepository,
    private readonly decider: ThingDecider,
    private readonly standing: FactsAsTheyStand,
    private readonly desk: SharingDesk,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Keeps what was decided about a letter and announces it: an id and an outcome, never what it waits for. */
  async announce(
    tx: Tx,
    its: { letter: Letter; judged: readonly Judged[]; facts: FactsNow; actor: PersonActor; byPerson: boolean },
  ): Promise<void> {
    const { letter, judged, facts, actor, byPerson } = its;
    const outcome = outcomeOfLetter(judged);
    const [first] = judged;
    const waits = judged.find(({ open }) => open !== undefined)?.open?.sharingDecisionId;
    if (first === undefined || outcome === 'DENY') return;
    const about = { kind: 'product', id: letter.productId } as const;
    const human = byPerson ? { byPerson: actor.id } : {};
    const sharingDecisionId =
      outcome === 'REVIEW'
        ? waits
        : (
            await this.desk.keep(tx, facts, first.decided, {
              about,
              askedBy: letter.madeBy,
              ...human,
              categoryIsPlain: false,
            })
          ).sharingDecisionId;
    if (sharingDecisionId === undefined) return;
    await this.append(tx, actor, letter, { sharingDecisionId, outcome, byPerson });
  }

  /** A no to a handover is announced: whoever would have been given the case is found another way. A letter that stays is nobody's case. */
  async refuse(tx: Tx, actor: PersonActor, { aboutId, sharingDecisionId }: DecisionRow): Promise<void> {
    const product = await this.products.find(aboutId);
    if (product?.kind === 'handover')
      await this.append(tx, actor, product, { sharingDecisionId, outcome: 'DENY', byPerson: true });
  }

  private async append(
    tx: Tx,
    { id, kind, agencyId }: PersonActor,
    { productId, enquiryId, partnershipId }: Letter,
    said: { sharingDecisionId: string; outcome: SharingOutcome; byPerson: boolean },
  ): Promise<void> {
    const decidedAt = this.clock.now().toISOString();
    const context = { ...{ partnershipId, correlationId: enquiryId }, actor: { id, kind, agencyId } };
    const about = { kind: 'product', id: productId } as const;
    await this.outbox.append(tx, SharingDecidedV1, { enquiryId, about, decidedAt, ...said }, context);
  }

  /** Decides again what waits: a holder has just stated something, or somebody has answered. What may go is announced. */
  async letGo(
    tx: Tx,
    its: LettersToDecide & { readonly statements: readonly HolderStatement[]; readonly actor: PersonActor },
  ): Promise<void> {
    const { enquiry, answers, unread, unwrap, statements, actor } = its;
    const letters = await this.products.waiting(tx, enquiry.enquiryId);
    if (letters.length === 0) return;
    const facts = await this.standing.of(tx, its.facts);
    for (const letter of letters) {
      const matters =
        letter.kind === 'handover'
          ? handoverMatters(letter, facts)
          : feedbackMatters(letter, { facts, enquiry }, answers, statements, unread);
      const telling = tellingOf(letter);
      const said = await this.decider.whatWasSaid(tx, facts, telling, unwrap);
      const judged = await this.decider.decideAll(tx, facts, matters, telling, said);
      if (outcomeOfLetter(judged) === 'PERMIT')
        await this.announce(tx, { letter, judged, facts, actor, byPerson: true });
    }
  }
}
