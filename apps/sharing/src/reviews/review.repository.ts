import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Releaser, RuleId } from '../domain/decision';

export interface ReviewRow {
  reviewId: string;
  sharingDecisionId: string;
  partnershipId: string;
  enquiryId: string;
  rule: RuleId;
  releaser: Releaser;
  /** The agency whose releaser answers; null for the hub and for information governance. */
  releaserAgencyId: string | null;
  raisedAt: Date;
  /** Half, the end and double of its clock: where it climbs to the deputy, the named senior, the hub manager and information governance. */
  deputyAt: Date;
  dueAt: Date;
  doubleAt: Date;
  /** The pack whose opening hours it goes by; null for reviews from before it was noted. */
  packId: string | null;
  packVersion: string | null;
  /** `superseded`: the question changed, and a newer review asks it. */
  state: 'open' | 'released' | 'refused' | 'overridden' | 'superseded';
  answeredBy: string | null;
  answeredAt: Date | null;
  ground: string | null;
  condition: string | null;
}

const COLUMNS = `review_id AS "reviewId", sharing_decision_id AS "sharingDecisionId", partnership_id AS "partnershipId", enquiry_id AS "enquiryId", rule, releaser,
  releaser_agency_id AS "releaserAgencyId", raised_at AS "raisedAt", deputy_at AS "deputyAt", due_at AS "dueAt", double_at AS "doubleAt",
  pack_id AS "packId", pack_version AS "packVersion", state, answered_by AS "answeredBy", answered_at AS "answeredAt", ground, condition`;

@Injectable()
export class ReviewRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add(
    tx: Tx,
    row: Omit<ReviewRow, 'state' | 'answeredBy' | 'answeredAt' | 'ground' | 'condition'>,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO review (review_id, sharing_decision_id, partnership_id, enquiry_id, rule, releaser, releaser_agency_id, raised_at, deputy_at, due_at, double_at, pack_id, pack_version, state)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'open')`,
      [
        row.reviewId,
        row.sharingDecisionId,
        row.partnershipId,
        row.enquiryId,
        row.rule,
        row.releaser,
        row.releaserAgencyId,
        row.raisedAt,
        row.deputyAt,
        row.dueAt,
        row.doubleAt,
        row.packId,
        row.packVersion,
      ],
    );
  }

  async find(reviewId: string, tx: Tx = this.dataSource.manager): Promise<ReviewRow | undefined> {
    return (await tx.query<ReviewRow[]>(`SELECT ${COLUMNS} FROM review WHERE review_id = $1`, [reviewId]))[0];
  }

  /** Locks every review of the decision: of two releasers who answer at once, the second sees what the first said. */
  async lockAll(tx: Tx, sharingDecisionId: string): Promise<void> {
    await tx.query(`SELECT 1 FROM review WHERE sharing_decision_id = $1 ORDER BY review_id FOR UPDATE`, [
      sharingDecisionId,
    ]);
  }

  ofDecision(sharingDecisionId: string, tx: Tx = this.dataSource.manager): Promise<ReviewRow[]> {
    return tx.query<ReviewRow[]>(
      `SELECT ${COLUMNS} FROM review WHERE sharing_decision_id = $1 ORDER BY rule, releaser`,
      [sharingDecisionId],
    );
  }

  /** Takes a releaser's short words away: the one plain text about an enquiry here. @returns how many */
  async forgetWords(tx: Tx, enquiryId: string): Promise<number> {
    const update = `UPDATE review SET condition = NULL WHERE enquiry_id = $1 AND condition IS NOT NULL`;
    return (await tx.query<[unknown, number]>(update, [enquiryId]))[1];
  }

  open(partnershipId: string): Promise<ReviewRow[]> {
    const select = `SELECT ${COLUMNS} FROM review WHERE partnership_id = $1 AND state = 'open' ORDER BY due_at, review_id LIMIT 500`;
    return this.dataSource.query<ReviewRow[]>(select, [partnershipId]);
  }

  /** The open ones with who asked each: whoever asked neither answers nor counts it. */
  openWithAsker(partnershipId: string): Promise<(ReviewRow & { askedBy: string })[]> {
    const asker = `(SELECT asked_by FROM sharing_decision WHERE sharing_decision.sharing_decision_id = review.sharing_decision_id) AS "askedBy"`;
    const select = `SELECT ${COLUMNS}, ${asker} FROM review WHERE partnership_id = $1 AND state = 'open' LIMIT 500`;
    return this.dataSource.query(select, [partnershipId]);
  }

  async answer(
    tx: Tx,
    reviewId: string,
    its: {
      state: 'released' | 'refused';
      by: string;
      at: Date;
      ground: string;
      condition?: string | undefined;
      kid: string;
      envelope: string;
    },
  ): Promise<void> {
    await tx.query(
      `UPDATE review SET state = $2, answered_by = $3, answered_at = $4, ground = $5, condition = $6, reason_kid = $7, reason_envelope = $8
        WHERE review_id = $1 AND state = 'open'`,
      [reviewId, its.state, its.by, its.at, its.ground, its.condition ?? null, its.kid, its.envelope],
    );
  }

  /** What an override set aside: nobody has to answer it any more. */
  async setAside(tx: Tx, reviewIds: readonly string[], its: { by: string; at: Date }): Promise<void> {
    await tx.query(
      `UPDATE review SET state = 'overridden', answered_by = $2, answered_at = $3 WHERE review_id = ANY($1::uuid[]) AND state = 'open'`,
      [reviewIds, its.by, its.at],
    );
  }

  /** Whatever of a decision nobody has answered yet: its question is asked anew, or answered by the rules. */
  async supersede(tx: Tx, sharingDecisionId: string, at: Date): Promise<void> {
    const update = `UPDATE review SET state = 'superseded', answered_by = 'sharing', answered_at = $2 WHERE sharing_decision_id = $1 AND state = 'open'`;
    await tx.query(update, [sharingDecisionId, at]);
  }

  /** What releasers have said yes to about the lines of an enquiry, over all the times they were asked. */
  yesesAboutLines(enquiryId: string): Promise<{ aboutId: string; rule: RuleId; by: Releaser; answeredAt: Date }[]> {
    const select = `SELECT d.about_id AS "aboutId", r.rule, r.releaser AS by, r.answered_at AS "answeredAt"
      FROM review r JOIN sharing_decision d ON d.sharing_decision_id = r.sharing_decision_id
      WHERE r.enquiry_id = $1 AND d.about_kind = 'request-line' AND r.state = 'released'`;
    return this.dataSource.query(select, [enquiryId]);
  }
}
