import type { Colour, PackRef } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { loadPack } from '@mash/threshold-packs';
import { Injectable } from '@nestjs/common';
import { OBLIGATIONS, type ObligationCode } from '../domain/decision';
import { reviewLadder, soonerOf } from '../domain/review-ladder';
import type { ReviewLadder } from '../domain/review-level';

const ON_THE_REVIEW_CLOCK = (Object.keys(OBLIGATIONS) as ObligationCode[]).filter((code) => {
  const { due } = OBLIGATIONS[code];
  return 'at' in due && due.at === 'the review clock';
});

/** Locked in the order in which whoever answers locks them. */
const OPEN_REVIEWS = `
  SELECT review_id AS "reviewId", raised_at AS "raisedAt", deputy_at AS "deputyAt", due_at AS "dueAt", double_at AS "doubleAt"
    FROM review WHERE enquiry_id = $1 AND state = 'open' ORDER BY review_id FOR UPDATE`;
const OPEN_TASKS = `
  SELECT o.obligation_id AS "obligationId", o.due_at AS "dueAt", d.decided_at AS "decidedAt"
    FROM obligation o LEFT JOIN sharing_decision d ON d.sharing_decision_id = o.sharing_decision_id
   WHERE o.enquiry_id = $1 AND o.code = ANY($2::text[]) AND o.done_at IS NULL ORDER BY o.obligation_id FOR UPDATE OF o`;
const HASTEN_REVIEW = 'UPDATE review SET deputy_at = $2, due_at = $3, double_at = $4 WHERE review_id = $1';
const HASTEN_TASK = 'UPDATE obligation SET due_at = $2 WHERE obligation_id = $1';

interface Task {
  readonly obligationId: string;
  readonly dueAt: Date;
  readonly decidedAt: Date | null;
}

/** How an enquiry was rated, and when. */
export interface Rated {
  readonly colour: Colour;
  readonly pack: PackRef;
  readonly ratedAt: Date;
}

/** The clocks of what waits for a human, where the colour that set them is another now. */
@Injectable()
export class ReviewClocks {
  /**
   * Whatever waits in the enquiry has at most the time that this colour gives from the rating on, or from when it was raised where that was later; and
   * so have the tasks that run on the same clock. Nothing is given longer: somebody was told by when.
   */
  async hasten(tx: Tx, enquiryId: string, { colour, pack: { id, version }, ratedAt }: Rated): Promise<void> {
    const pack = loadPack(id, version);
    const ladderFrom = (at: Date | null) => reviewLadder(pack, colour, at !== null && at > ratedAt ? at : ratedAt);
    for (const review of await tx.query<(ReviewLadder & { reviewId: string })[]>(OPEN_REVIEWS, [enquiryId])) {
      const { deputyAt, dueAt, doubleAt } = soonerOf(review, ladderFrom(review.raisedAt));
      if (deputyAt < review.deputyAt || dueAt < review.dueAt || doubleAt < review.doubleAt)
        await tx.query(HASTEN_REVIEW, [review.reviewId, deputyAt, dueAt, doubleAt]);
    }
    for (const task of await tx.query<Task[]>(OPEN_TASKS, [enquiryId, ON_THE_REVIEW_CLOCK])) {
      const { dueAt } = ladderFrom(task.decidedAt);
      if (dueAt < task.dueAt) await tx.query(HASTEN_TASK, [task.obligationId, dueAt]);
    }
  }
}
