import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, fieldRefused } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import type { LineNow } from '../../asking/line-again';
import { SentText } from '../../asking/sent-text';
import type { DecisionRow } from '../../asking/sharing-decision.repository';
import { anyRepeatsUnreleased } from '../../domain/release/repeats-unreleased';
import { readBeside } from '../../domain/release/texts-read-together';
import { wordsIn } from '../../domain/release/words-in';
import { HolderStatements } from '../../holder/holder-statements';
import { tellingOf } from '../../holder/would-read';
import type { LettersToDecide } from '../../products/letters-again';
import { AskedLinesFinder } from '../../releases/asked-lines';
import type { Opened } from '../../releases/envelope-opener';
import type { Judged } from '../../releases/judge-thing';
import { FactsAsTheyStand } from '../../asking/facts-as-they-stand';
import { ThingDecider } from '../../releases/thing-decider';
import { thingsOf } from '../../releases/things-of';
import { wordsAroundItems } from '../../releases/words-around-items';
import { ConditionsRead } from '../../reviews/conditions-read';
import type { ReviewRow } from '../../reviews/review.repository';

const REPEATS = 'SHARING.REPEATS_UNRELEASED';

interface Conditioned {
  readonly review: ReviewRow;
  readonly decision: DecisionRow;
  readonly condition: string;
}
/** What it is about, with the facts of today: a line of a request, or an item. */
interface About {
  readonly line?: LineNow | undefined;
  readonly item?: LettersToDecide | undefined;
}

/**
 * A releaser's condition leaves the hub with what it is attached to, in words that they typed: it is no way round what is not released. Within the hub
 * nothing leaves.
 */
@Injectable()
export class ConditionCheck {
  constructor(
    private readonly sentText: SentText,
    private readonly decider: ThingDecider,
    private readonly standing: FactsAsTheyStand,
    private readonly askedLines: AskedLinesFinder,
    private readonly statements: HolderStatements,
    private readonly conditions: ConditionsRead,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws CodedError SHARING.REPEATS_UNRELEASED (422), audited */
  async check(actor: PersonActor, its: Conditioned, { line, item }: About): Promise<void> {
    const repeats =
      line !== undefined
        ? await this.sentText.repeatsUnder(its.condition, { ...line, now: this.clock.now() })
        : item !== undefined && its.decision.mode === 'onward' && (await this.repeatsBesideItem(its, item));
    if (!repeats) return;
    const { reviewId: id, enquiryId } = its.review;
    const entry = { actor, action: 'review.answer', subject: { type: 'Review', id }, enquiryId } as const;
    await this.audit.recordRead({ ...entry, outcome: 'refused', reasonCode: REPEATS });
    const message = 'The condition repeats something that is not released to whoever reads it: say it in other words';
    throw fieldRefused(REPEATS, 'condition', message, 'repeats_unreleased');
  }

  private async repeatsBesideItem(its: Conditioned, loaded: LettersToDecide): Promise<boolean> {
    const said = readBeside(its.condition, [await this.conditions.by(its.decision)]);
    return this.unitOfWork.run(async (tx) => {
      const { judged, unreleased } = await this.toldAndKept(tx, its, loaded);
      const isOfIt = ({ thing: { itemId, agencyId } }: Judged) =>
        itemId === its.decision.aboutId && agencyId === its.decision.fromAgencyId;
      const released = judged.filter((one) => one.shownAs === 'shown' || isOfIt(one)).flatMap(asItGoes);
      return anyRepeatsUnreleased(said, unreleased, released);
    });
  }

  /** What a holder says of its own items it decides itself: it could release them in those words. */
  private async toldAndKept(
    tx: Tx,
    { decision, review }: Conditioned,
    { enquiry, facts, answers }: LettersToDecide,
  ): Promise<{ judged: Judged[]; unreleased: string[] }> {
    const [asked, statements] = await Promise.all([
      this.askedLines.of(enquiry.enquiryId),
      this.statements.of(enquiry, tx),
    ]);
    const telling = tellingOf(decision);
    const its = { admitted: { facts, enquiry }, telling, asked, statements, now: this.clock.now() };
    const isOwn = (one: Opened) => one.kind === 'answer' && one.ids.agencyId === review.releaserAgencyId;
    const others = answers.filter((one) => !isOwn(one));
    const unreleased = [...thingsOf(others, its).flatMap(({ words }) => words), ...wordsAroundItems(others)];
    const current = await this.standing.of(tx, facts);
    return { judged: await this.decider.asTheyStand(tx, current, thingsOf(answers, its), telling), unreleased };
  }
}

/** As it goes where it goes. */
const asItGoes = ({ thing, decision }: Judged): string[] => wordsIn(thing.render(decision.redactions));
