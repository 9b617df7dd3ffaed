import { PassingFailure } from '@mash/messaging';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { lineEffect } from '../domain/consent/line-effect';
import { ReviewRepository } from '../reviews/review.repository';
import { DecisionAnnouncer } from './decision-announcer';
import type { EnquiryFacts } from './enquiry-facts';
import { unanswered, type LineDecidedAgain } from './lines-again';
import { SharingDecisionRepository } from './sharing-decision.repository';

/** What becomes of a line by itself. Whatever would open something waits for a person who presses "Ask again". */
const BY_ITSELF = ['held', 'recalled', 'not_allowed', 'human_looks_again'];

export interface ToSettle {
  readonly enquiryId: string;
  /** Left out where nobody was asked or told anything: then there is nothing to settle. */
  readonly facts: EnquiryFacts | undefined;
  readonly lines: readonly LineDecidedAgain[];
  readonly causationId: string;
}

/** Keeps what follows for lines that were decided again on newer facts. Call it while the enquiry's facts are held (`FreshFacts`). */
@Injectable()
export class Reopening {
  constructor(
    private readonly announcer: DecisionAnnouncer,
    private readonly decisions: SharingDecisionRepository,
    private readonly reviews: ReviewRepository,
  ) {}

  /**
   * Stops what its facts no longer carry, and asks a human anew whose question is another.
   * @throws PassingFailure where a line was decided meanwhile: a reaction tries again
   */
  async stop(tx: Tx, facts: EnquiryFacts, lines: readonly LineDecidedAgain[], causationId: string): Promise<void> {
    const stopped = lines.filter((one) => BY_ITSELF.includes(effectOf(one)));
    // Of all of them, before anything is said of the first: whoever has appended locks no REVIEW any more (decision 0007).
    await this.reviews.lockAll(tx, ...stopped.map(({ before }) => before.sharingDecisionId));
    for (const again of stopped) {
      await this.requireNewest(tx, again);
      await this.announcer.supersede(tx, facts, again, { causationId });
    }
  }

  /** The same; and what is permitted still is kept as a decision on the newer facts, so that everybody can see what it rests on now. */
  async settle(tx: Tx, { enquiryId, facts, lines, causationId }: ToSettle): Promise<void> {
    await this.requireAllOf(tx, enquiryId, lines);
    if (facts === undefined) return;
    await this.stop(tx, facts, lines, causationId);
    for (const again of lines.filter(isPermittedAnew)) {
      await this.requireNewest(tx, again);
      await this.announcer.supersede(tx, facts, again, { causationId, stands: true });
    }
  }

  /**
   * An answer can overtake the recall of what it answers: its agency's line counts as answered then, and is not stopped. Where that answer is refused,
   * what stopped the line is said once more, or the agency would owe, and be chased for, what it may not be asked.
   */
  async sayAgain(tx: Tx, lines: readonly LineDecidedAgain[], causationId: string): Promise<void> {
    for (const again of lines.filter(isOvertakenByAnswer)) {
      await this.requireNewest(tx, again);
      await this.announcer.sayAgain(tx, again.before, causationId);
    }
  }

  private async requireNewest(tx: Tx, { before }: LineDecidedAgain): Promise<void> {
    const newest = await this.decisions.newestAbout(before.aboutId, tx);
    if (newest?.sharingDecisionId !== before.sharingDecisionId) throw new PassingFailure('DECIDED_MEANWHILE');
  }

  /** Of a decision that was being kept while this one's facts were read, either its maker reads the newer fact or we read the decision. */
  private async requireAllOf(tx: Tx, enquiryId: string, lines: readonly LineDecidedAgain[]): Promise<void> {
    const seen = new Set(lines.map(({ before }) => before.sharingDecisionId));
    const standing = (await this.decisions.linesOf(enquiryId, tx)).filter(({ outcome }) => outcome !== 'DENY');
    if (standing.some(({ sharingDecisionId }) => !seen.has(sharingDecisionId)))
      throw new PassingFailure('DECIDED_MEANWHILE');
  }
}

const effectOf = ({ before, line, decided, differs }: LineDecidedAgain) =>
  lineEffect({ now: before.outcome, then: decided.decision.outcome, state: line.state, differs });

/** It was stopped, and the owner of its line has not heard so in time. What is decided anew is announced by itself. */
const isOvertakenByAnswer = (again: LineDecidedAgain): boolean =>
  again.before.outcome !== 'PERMIT' &&
  again.before.supersedes !== null &&
  (again.line.state === 'answered' || again.line.state === 'issued') &&
  !BY_ITSELF.includes(effectOf(unanswered(again)));

const isPermittedAnew = (again: LineDecidedAgain): boolean =>
  again.before.outcome === 'PERMIT' && effectOf(again) === 'stays' && (again.differs || again.overtaken.length > 0);
