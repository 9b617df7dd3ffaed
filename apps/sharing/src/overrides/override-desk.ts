import { AuditTrail } from '@mash/audit-client';
import { authorise, isRefusal, type PersonActor } from '@mash/authorisation';
import type { Tx } from '@mash/persistence';
import { Clock, CodedError, conflict, notFound } from '@mash/service-host';
import { loadPack, type Pack } from '@mash/threshold-packs';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askersOf } from '../asking/askers-of';
import { notReadyYet } from '../asking/not-ready-yet';
import { LineAgain, type LineNow } from '../asking/line-again';
import { EnquiryFactsGatherer, type EnquiryFacts } from '../asking/enquiry-facts';
import { SharingDecisionRepository, type DecisionRow } from '../asking/sharing-decision.repository';
import type { ReasonCode, SharingQuestion } from '../domain/decision';
import { dutyOf } from '../domain/duty-of';
import { EnquiryLife } from '../erasure/enquiry-life';
import { strikableOf } from '../domain/overrides/strikable-of';
import { ReviewDesk } from '../reviews/review-desk';
import { isLegible } from '../reviews/is-legible';
import type { ReviewRow } from '../reviews/review.repository';
import { WhatPeopleSaid } from './what-people-said';

const ACTION = 'override.propose';
/** Of an item nobody knows that they asked: whoever opened it first did. */
const SELF_OVERRIDE = 'You asked for this yourself, or were the first to open it: another manager has to.';
/** A threshold that nobody has judged carries no ground that needs one. */
const THRESHOLDS = { none: 'none', early_help: 'eh', s17: 's17', s47: 's47', unknown: 'none' } as const;

/** A decision that somebody may override, with all that an override of it is judged on, as it is today. */
export interface OverrideCase {
  readonly decision: DecisionRow;
  readonly reviews: readonly ReviewRow[];
  readonly strikable: readonly ReasonCode[];
  readonly facts: EnquiryFacts;
  readonly grounds: Pick<SharingQuestion, 'threshold' | 'fromDuty' | 'toDuty'>;
  readonly pack: Pack;
  /** Where it is a line of a request: what it would be decided on now. */
  readonly lineNow: LineNow | undefined;
}

/** Lets a permitted manager at one decision, and says what stands in its way. */
@Injectable()
export class OverrideDesk {
  constructor(
    private readonly decisions: SharingDecisionRepository,
    private readonly said: WhatPeopleSaid,
    private readonly reviewDesk: ReviewDesk,
    private readonly gatherer: EnquiryFactsGatherer,
    private readonly lineAgain: LineAgain,
    private readonly audit: AuditTrail,
    private readonly life: EnquiryLife,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws 404 and 403 by policy, audited; SHARING.SELF_OVERRIDE (403) audited; SHARING.NOTHING_TO_OVERRIDE, SHARING.DECIDED_SINCE (409) */
  async admit(actor: PersonActor, sharingDecisionId: string): Promise<OverrideCase> {
    const named = await this.decisions.find(sharingDecisionId);
    if (named?.partnershipId !== actor.partnershipId) throw notFound('SharingDecision');
    const decision = await this.newestOf(named);
    const reviews = await this.said.reviewsOf(this.dataSource.manager, decision);
    await this.assertPermitted(actor, decision, reviews);
    const loaded = await this.load(actor, decision, reviews);
    if (loaded.strikable.length === 0)
      throw conflict('SHARING.NOTHING_TO_OVERRIDE', 'Nothing stands in the way of this that an override may strike.');
    return loaded;
  }

  /** The same case for whoever confirms: permission is theirs to show elsewhere, access to the enquiry is asked here. */
  async caseFor(actor: PersonActor, decision: DecisionRow): Promise<OverrideCase> {
    return this.load(actor, decision, await this.said.reviewsOf(this.dataSource.manager, decision));
  }

  /** A line that was refused has a decision of its own after the one that asked: what is overridden is the newest word on it. */
  private async newestOf(named: DecisionRow): Promise<DecisionRow> {
    if (named.aboutKind !== 'request-line') return named;
    return (await this.decisions.newestAbout(named.aboutId)) ?? named;
  }

  /** Whether it is still the newest word on this thing for this recipient. */
  async isNewest(tx: Tx, decision: DecisionRow): Promise<boolean> {
    if (decision.aboutKind !== 'request-line') return true;
    const newest = await this.decisions.newestAbout(decision.aboutId, tx);
    return newest?.sharingDecisionId === decision.sharingDecisionId;
  }

  private async load(actor: PersonActor, decision: DecisionRow, reviews: readonly ReviewRow[]): Promise<OverrideCase> {
    if (await this.life.isOver(decision.enquiryId)) throw notFound('SharingDecision');
    const facts = await this.gatherer.of(decision.enquiryId, decision.partnershipId, actor).catch(notReadyYet);
    const { access } = facts.decision;
    if (access === undefined || access === 'none' || access === 'conflict') {
      await this.noteRefusal(actor, decision, access === 'conflict' ? 'CONFLICT' : 'NO_ACCESS');
      throw notFound('SharingDecision');
    }
    if (!(await this.isNewest(this.dataSource.manager, decision)))
      throw conflict('SHARING.DECIDED_SINCE', 'This has been decided again since: look at the newest decision.');
    const isLine = decision.aboutKind === 'request-line';
    const duty = (id: string | null) => {
      const body = facts.bodies.find(({ agencyId }) => agencyId === id);
      return dutyOf(body, this.clock.now());
    };
    const { id, version } = facts.decision.pack;
    return {
      decision,
      reviews,
      strikable: strikableIn(decision, {
        // Of an item the rows that ask somebody say it; where the rules refused it, and nobody was asked, its own ruling does.
        reasons: isLine || decision.outcome === 'DENY' ? (decision.reasons as ReasonCode[]) : [],
        reviews: reviews.filter(isLegible),
      }),
      facts,
      grounds: {
        threshold: THRESHOLDS[facts.decision.threshold],
        fromDuty: duty(decision.fromAgencyId),
        toDuty: duty(decision.toAgencyId),
      },
      pack: loadPack(id, version),
      lineNow: isLine ? await this.lineAgain.now(decision) : undefined,
    };
  }

  private async assertPermitted(
    actor: PersonActor,
    decision: DecisionRow,
    reviews: readonly ReviewRow[],
  ): Promise<void> {
    const [review] = reviews;
    const isOpenQuestion =
      decision.outcome !== 'PERMIT' && (review === undefined || reviews.some(({ state }) => state !== 'released'));
    const subject = review
      ? await this.reviewDesk.subject(actor, review, decision)
      : await this.reviewDesk.subjectOfDecision(decision);
    try {
      const isOwn = askersOf(decision).includes(actor.id) && (await this.reviewDesk.isOpenTo(actor, decision));
      if (isOwn) throw new CodedError('SHARING.SELF_OVERRIDE', 403, SELF_OVERRIDE);
      authorise(actor, 'override', { ...subject, overridable: isOpenQuestion });
    } catch (error) {
      if (isRefusal(error) || error instanceof CodedError) await this.noteRefusal(actor, decision, error.code);
      // Whatever lies behind it: to whom it is closed it reads as a decision that is not there.
      if (isRefusal(error) && error.status === 404) throw notFound('SharingDecision');
      throw error;
    }
  }

  private async noteRefusal(actor: PersonActor, decision: DecisionRow, reasonCode: string): Promise<void> {
    const subject = { type: 'SharingDecision', id: decision.sharingDecisionId };
    const entry = { actor, action: ACTION, subject, enquiryId: decision.enquiryId, outcome: 'refused' } as const;
    await this.audit.recordRead({ ...entry, reasonCode });
  }
}

/** An override is of one item or line. Of a letter or a handover whoever may let it go says yes, and it goes; setting the question aside would send nothing. */
const strikableIn = ({ aboutKind }: DecisionRow, standing: Parameters<typeof strikableOf>[0]): ReasonCode[] =>
  aboutKind === 'product' ? [] : strikableOf(standing);
