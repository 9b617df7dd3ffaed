import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import type { ReviewLevel } from '../domain/review-level';

/** A rung that a REVIEW has come to and of which nobody has been told yet. */
export interface StepToTake {
  reviewId: string;
  enquiryId: string;
  partnershipId: string;
  level: ReviewLevel;
  reachedAt: Date;
}

export interface StepTaken extends Pick<StepToTake, 'reviewId' | 'level' | 'reachedAt'> {
  readonly route: 'desk' | 'duty';
  readonly told: readonly string[];
  readonly toldAt: Date;
}

/** Another instance's rung is passed over while it is at it, and is gone then. A review that came late to a clock takes each rung, lowest first. */
const NEXT = `
  SELECT review.review_id AS "reviewId", enquiry_id AS "enquiryId", partnership_id AS "partnershipId", rung.level, rung.at AS "reachedAt"
    FROM review CROSS JOIN LATERAL
         (VALUES ('releaser', raised_at), ('deputy', deputy_at), ('senior', due_at), ('hub_and_ig', double_at)) AS rung (level, at)
   WHERE state = 'open' AND rung.at <= $1
     AND NOT EXISTS (SELECT 1 FROM erasure WHERE erasure.enquiry_id = review.enquiry_id AND erasure.state = 'erased')
     AND NOT EXISTS (SELECT 1 FROM review_step WHERE review_step.review_id = review.review_id AND review_step.level = rung.level)
   ORDER BY rung.at LIMIT 1 FOR UPDATE OF review SKIP LOCKED`;

/** Who was told of which REVIEW at which rung. Added to, never changed. */
@Injectable()
export class ReviewStepRepository {
  async next(tx: Tx, now: Date): Promise<StepToTake | undefined> {
    return (await tx.query<StepToTake[]>(NEXT, [now]))[0];
  }

  async add(tx: Tx, step: StepTaken): Promise<void> {
    await tx.query(
      `INSERT INTO review_step (review_id, level, route, told, reached_at, told_at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [step.reviewId, step.level, step.route, step.told, step.reachedAt, step.toldAt],
    );
  }
}
