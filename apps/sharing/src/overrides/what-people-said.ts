import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import type { Said } from '../asking/line-again';
import type { DecisionRow } from '../asking/sharing-decision.repository';
import { unknownFactsOf } from '../asking/unknown-facts-of';
import type { AnsweredYes } from '../domain/consent/yeses-that-stand';
import type { Override, RuleId } from '../domain/decision';
import type { Unwrap } from '../keys/key-ring';
import { isLegible } from '../reviews/is-legible';
import { ReviewRepository, type ReviewRow } from '../reviews/review.repository';
import { OverrideRepository, type OverrideRow } from './override.repository';
import { OverrideSeal } from './override-seal';

/** One thing of one holder about one person: what an override covers, for one recipient, and nothing else. */
export interface Covered {
  readonly aboutId: string;
  readonly agencyId: string;
  readonly personId: string | null;
}

export const covers = (row: OverrideRow, { aboutId, agencyId, personId }: Covered): boolean =>
  row.aboutId === aboutId && row.holderAgencyId === agencyId && row.personId === personId;

const answeredYes = (
  { rule, releaser: by, answeredAt }: ReviewRow & { rule: RuleId },
  of: DecisionRow,
): AnsweredYes => ({
  ...{ rule, by, threshold: of.threshold, unknown: unknownFactsOf(of) },
  answeredAt: answeredAt ?? of.decidedAt,
});

/** The yeses of releasers and the overrides in force about one thing. */
@Injectable()
export class WhatPeopleSaid {
  constructor(
    private readonly reviews: ReviewRepository,
    private readonly overrides: OverrideRepository,
    private readonly seal: OverrideSeal,
  ) {}

  async saidOf(tx: Tx, decision: DecisionRow): Promise<Said> {
    const yeses = (await this.reviewsOf(tx, decision))
      .filter(({ state }) => state === 'released')
      .filter(isLegible)
      .map((review) => answeredYes(review, decision));
    return { yeses, override: await this.overrideOf(tx, decision) };
  }

  /** The overrides in force about the thing that a decision is about, for its recipient. */
  async overrideOf(tx: Tx, decision: DecisionRow): Promise<Override | undefined> {
    const { enquiryId, mode, audience, toAgencyId, aboutId, fromAgencyId, personId } = decision;
    const recipient = { enquiryId, modes: [mode], audience, toAgencyId: toAgencyId ?? '' };
    const about = { aboutId, agencyId: fromAgencyId, personId };
    return this.asOne((await this.overrides.inForce(tx, recipient)).filter((row) => covers(row, about)));
  }

  /** The reviews that were answered, or wait, behind a decision: a refusal is a decision of its own, after the one that asked. */
  reviewsOf(tx: Tx, { outcome, supersedes, byPerson, sharingDecisionId }: DecisionRow): Promise<ReviewRow[]> {
    const isByPerson = outcome === 'DENY' && byPerson !== null;
    const asked = isByPerson && supersedes !== null ? supersedes : sharingDecisionId;
    return this.reviews.ofDecision(asked, tx);
  }

  /** Several overrides of one thing for one recipient strike what each of them names; one whose sealed part does not open is none. */
  async asOne(rows: readonly OverrideRow[], unwrap?: Unwrap): Promise<Override | undefined> {
    const opened = await Promise.all(
      rows.map(async ({ grounds, ...row }) => ({ grounds, strikes: await this.seal.strikes(row, unwrap) })),
    );
    const standing = opened.flatMap(({ grounds, strikes }) =>
      typeof strikes === 'string' ? [] : [{ grounds, strikes }],
    );
    if (standing.length === 0) return undefined;
    return {
      grounds: [...new Set(standing.flatMap(({ grounds }) => grounds))],
      strikes: [...new Set(standing.flatMap(({ strikes }) => strikes))],
    };
  }
}
