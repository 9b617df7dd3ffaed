import type { PersonActor } from '@mash/authorisation';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import type { DecisionRow } from '../../asking/sharing-decision.repository';
import { SharingDesk } from '../../asking/sharing-desk';
import { HolderStatements } from '../../holder/holder-statements';
import { tellingOf } from '../../holder/would-read';
import { LettersAgain, type LettersToDecide } from '../../products/letters-again';
import { AskedLinesFinder } from '../../releases/asked-lines';
import { ThingDecider } from '../../releases/thing-decider';
import { thingsOf } from '../../releases/things-of';
import { Clock } from '@mash/service-host';

/** An item, or the letters that it holds up, decided again once its releasers have answered. */
@Injectable()
export class ItemAgain {
  constructor(
    private readonly lettersAgain: LettersAgain,
    private readonly statements: HolderStatements,
    private readonly askedLines: AskedLinesFinder,
    private readonly decider: ThingDecider,
    private readonly desk: SharingDesk,
    private readonly clock: Clock,
  ) {}

  /** Facts and answers of today, fetched before the transaction. */
  load({ enquiryId }: DecisionRow): Promise<LettersToDecide> {
    return this.lettersAgain.load(enquiryId);
  }

  /** Keeps what the rules say now. A REVIEW that others must still answer is raised as any other. */
  async decide(tx: Tx, actor: PersonActor, decision: DecisionRow, loaded: LettersToDecide): Promise<void> {
    if (decision.aboutKind === 'product') return this.lettersAgain.decide(tx, actor, loaded);
    const { enquiry, facts, answers } = loaded;
    const [statements, asked] = await Promise.all([
      this.statements.of(enquiry, tx),
      this.askedLines.of(enquiry.enquiryId),
    ]);
    const telling = tellingOf(decision);
    const things = thingsOf(answers, {
      admitted: { facts, enquiry },
      telling,
      asked,
      statements,
      now: this.clock.now(),
    });
    const own = things.filter(
      ({ itemId, agencyId }) => itemId === decision.aboutId && agencyId === decision.fromAgencyId,
    );
    for (const judged of await this.decider.decideAll(tx, facts, own, telling)) {
      if (judged.decision.outcome === 'REVIEW') continue;
      const about = { kind: 'item', id: decision.aboutId } as const;
      const human = { askedBy: decision.askedBy, byPerson: actor.id, supersedes: decision.sharingDecisionId };
      await this.desk.keep(tx, facts, judged.decided, { about, ...human, categoryIsPlain: false });
    }
  }
}
