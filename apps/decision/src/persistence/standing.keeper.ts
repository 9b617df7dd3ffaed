import type { Tx } from '@mash/persistence';
import { loadPack } from '@mash/threshold-packs';
import { Injectable } from '@nestjs/common';
import { hasGone, routesNeeded } from '../domain/routes-needed';
import { standingOf, type StandingFacts } from '../domain/standing';
import { AskedRequestRepository, type AskedRequestRecord } from './asked-request.repository';
import { ClockRepository } from './clock.repository';
import { DecisionRepository } from './decision.repository';
import type { EnquiryRecord } from './enquiry.record';
import { EnquiryRepository } from './enquiry.repository';
import { FeedbackRepository, isToldOf } from './feedback.repository';
import { RouteRepository } from './route.repository';

const SAVE = `
  UPDATE enquiry SET asked = $2, answered = $3, late = $4, stage = $5, next_step = $6, next_due_at = $7, flagged = $8
   WHERE enquiry_id = $1`;

const isUnanswered = ({ answeredAt }: AskedRequestRecord): boolean => answeredAt === undefined;

/** Works out anew, in the transaction of a change, where an enquiry stands in the queue. Call it last, before the events. */
@Injectable()
export class StandingKeeper {
  constructor(
    private readonly enquiries: EnquiryRepository,
    private readonly clocks: ClockRepository,
    private readonly requests: AskedRequestRepository,
    private readonly decisions: DecisionRepository,
    private readonly routes: RouteRepository,
    private readonly feedback: FeedbackRepository,
  ) {}

  async refresh(tx: Tx, enquiryId: string): Promise<void> {
    const enquiry = await this.enquiries.get(enquiryId, tx);
    if (enquiry === undefined) throw new Error('An enquiry that was just changed is there');
    const requests = await this.requests.of([enquiryId], tx);
    const facts = { ...this.beforeDecision(enquiry, requests), ...(await this.afterDecision(tx, enquiry)) };
    const { stage, nextStep } = standingOf(facts);
    const due = await this.nextDueAt(tx, enquiryId, requests);
    const counts = [facts.asked, facts.answered, facts.late];
    await tx.query(SAVE, [enquiryId, ...counts, stage, nextStep, due ?? null, facts.isFlagged]);
  }

  private beforeDecision(enquiry: EnquiryRecord, requests: readonly AskedRequestRecord[]) {
    const unanswered = requests.filter(isUnanswered);
    return {
      rosterVersion: enquiry.rosterVersion,
      rosterConfirmed: enquiry.rosterConfirmed,
      isClaimed: enquiry.ownerId !== undefined,
      isRated: enquiry.ratingVersion > 0,
      isDecided: enquiry.decisionVersion > 0,
      asked: requests.length,
      answered: requests.length - unanswered.length,
      late: unanswered.filter(({ overdueAt }) => overdueAt !== undefined).length,
    };
  }

  private async afterDecision(tx: Tx, { enquiryId, pack }: EnquiryRecord): Promise<AfterDecision> {
    const newest = await this.decisions.newest(tx, enquiryId);
    if (newest === undefined) return UNDECIDED;
    const routes = await this.routes.of(enquiryId, tx);
    const feedback = (await this.feedback.of(enquiryId, tx)).find(isToldOf(newest.decisionId));
    const flags = await this.decisions.flagsOf(enquiryId, tx);
    return {
      isFlagged: flags.some(({ clearedAt }) => clearedAt === undefined),
      childrenToRoute: routesNeeded(loadPack(pack.id, pack.version), newest.outcomes, routes).length,
      routes: routes.filter(hasGone).length,
      routesWaiting: routes.filter(({ state }) => state === 'waiting' || state === 'held').length,
      feedbackSent: feedback !== undefined,
      feedbackDone: feedback?.acknowledgedAt !== undefined || feedback?.extent === 'withheld',
    };
  }

  /** The earliest thing owed: by the hub, by a receiving team, or by an agency that was asked. */
  private async nextDueAt(
    tx: Tx,
    enquiryId: string,
    requests: readonly AskedRequestRecord[],
  ): Promise<Date | undefined> {
    const running = (await this.clocks.of([enquiryId], tx)).filter(({ metAt }) => metAt === undefined);
    const due = [...running, ...requests.filter(isUnanswered)].map(({ dueAt }) => dueAt.getTime());
    return due.length === 0 ? undefined : new Date(Math.min(...due));
  }
}

type AfterDecision = Pick<
  StandingFacts,
  'isFlagged' | 'childrenToRoute' | 'routes' | 'routesWaiting' | 'feedbackSent' | 'feedbackDone'
>;
const UNDECIDED: AfterDecision = {
  isFlagged: false,
  childrenToRoute: 0,
  routes: 0,
  routesWaiting: 0,
  feedbackSent: false,
  feedbackDone: false,
};
