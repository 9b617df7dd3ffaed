import { unconflicted } from '@mash/case-access';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { HIDDEN, plainReleaser } from '../asking/ruling';
import { RulingSeal, type SealedRuling } from '../asking/ruling-seal';
import type { DecisionRow } from '../asking/sharing-decision.repository';
import { unknownFactsOf } from '../asking/unknown-facts-of';
import type { AnsweredYes } from '../domain/consent/yeses-that-stand';
import type { Releaser, RuleId } from '../domain/decision';
import type { Unwrap } from '../keys/key-ring';

/** Of the decision that a REVIEW stands in the way of: who asked, and whether those may know at all that something waits. */
export type Behind = Pick<DecisionRow, 'askedBy' | 'factVersions' | 'visibility' | 'audience'>;

export interface ReviewRow {
  reviewId: string;
  sharingDecisionId: string;
  partnershipId: string;
  enquiryId: string;
  /** Of its decision: of a question (`ask`) the holder is the hub's own body. */
  mode: DecisionRow['mode'];
  /** It is the hub's own to tell, and has no liaison staff who could: a question that it asks, or its words in a handover. */
  isOfHub: boolean;
  /** `hidden` only where the enquiry's keys are gone. */
  rule: RuleId | typeof HIDDEN;
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
  /** `superseded`: the question changed, and a newer review asks it; or what it is about was taken back, and nobody asks any more. */
  state: 'open' | 'released' | 'refused' | 'overridden' | 'superseded';
  answeredBy: string | null;
  answeredAt: Date | null;
  ground: string | null;
  /** The written reason, and a condition of the release, sealed. */
  reasonKid: string | null;
  reasonEnvelope: string | null;
}

/** A letter is no handover: a REVIEW of it is about what holds it up, and that is its holder's. */
const IS_OF_HUB = `(d.mode = 'ask' OR d.about_kind = 'product' AND EXISTS (SELECT 1 FROM outward_product p WHERE p.product_id = d.about_id AND p.kind = 'handover'))`;
const COLUMNS = `r.review_id AS "reviewId", r.sharing_decision_id AS "sharingDecisionId", r.partnership_id AS "partnershipId", r.enquiry_id AS "enquiryId", r.rule, r.releaser,
  r.releaser_agency_id AS "releaserAgencyId", r.raised_at AS "raisedAt", r.deputy_at AS "deputyAt", r.due_at AS "dueAt", r.double_at AS "doubleAt",
  r.pack_id AS "packId", r.pack_version AS "packVersion", r.state, r.answered_by AS "answeredBy", r.answered_at AS "answeredAt", r.ground,
  r.reason_kid AS "reasonKid", r.reason_envelope AS "reasonEnvelope", d.mode, ${IS_OF_HUB} AS "isOfHub",
  d.detail_kid AS "detailKid", d.detail_envelope AS "detailEnvelope"`;
/** Nothing of it opens any more, and so nobody can answer it. */
const NOT_ERASED = `NOT EXISTS (SELECT 1 FROM erasure x WHERE x.enquiry_id = r.enquiry_id AND x.state = 'erased')`;
const FROM = `FROM review r JOIN sharing_decision d ON d.sharing_decision_id = r.sharing_decision_id`;
/** What an agency's own desks answer, or one of the partnership's: those of what is the hub's own to tell too, while nobody sits at its own body's. */
const AT_DESKS_OF = (agencyId: string) =>
  `(r.releaser_agency_id IS NULL OR r.releaser_agency_id = ${agencyId} OR ${IS_OF_HUB})`;

/** Locked in the order in which whoever answers locks them. */
const WITHDRAW_ABOUT = `
  WITH waiting AS (
    SELECT r.review_id FROM review r JOIN sharing_decision d ON d.sharing_decision_id = r.sharing_decision_id
     WHERE r.enquiry_id = $1 AND r.state = 'open' AND d.about_kind = $2 AND d.about_id = ANY($3::uuid[]) AND ($4::text IS NULL OR d.to_agency_id = $4)
     ORDER BY r.review_id FOR UPDATE OF r)
  UPDATE review r SET state = 'superseded', answered_by = 'sharing', answered_at = $5 FROM waiting w WHERE r.review_id = w.review_id`;

/** What a decision tells of the facts that it lacked. */
const UNKNOWN = `jsonb_build_object('unknown', d.fact_versions -> 'unknown') AS "factVersions"`;
type Missed = Pick<DecisionRow, 'factVersions' | 'consent'>;

type Stored<Row = ReviewRow> = Row & SealedRuling;
type Answer = 'state' | 'answeredBy' | 'answeredAt' | 'ground' | 'reasonKid' | 'reasonEnvelope';

@Injectable()
export class ReviewRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rulings: RulingSeal,
  ) {}

  /** @param isPlain whether the row that it is about may lie in the clear: of an item it lies sealed with the decision */
  async add(tx: Tx, row: Omit<ReviewRow, Answer | 'mode' | 'isOfHub'>, isPlain: boolean): Promise<void> {
    await tx.query(
      `INSERT INTO review (review_id, sharing_decision_id, partnership_id, enquiry_id, rule, releaser, releaser_agency_id, raised_at, deputy_at, due_at, double_at, pack_id, pack_version, state)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'open')`,
      [
        row.reviewId,
        row.sharingDecisionId,
        row.partnershipId,
        row.enquiryId,
        isPlain ? row.rule : HIDDEN,
        isPlain ? row.releaser : plainReleaser(row.releaser),
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
    const select = `SELECT ${COLUMNS} ${FROM} WHERE r.review_id = $1`;
    return (await this.opened(await tx.query<Stored[]>(select, [reviewId])))[0];
  }

  /** Locks every review of these decisions, in the order of their ids: of two releasers who answer at once, the second sees what the first said. */
  async lockAll(tx: Tx, ...sharingDecisionIds: readonly string[]): Promise<void> {
    await tx.query(`SELECT 1 FROM review WHERE sharing_decision_id = ANY($1::uuid[]) ORDER BY review_id FOR UPDATE`, [
      sharingDecisionIds,
    ]);
  }

  async ofDecision(sharingDecisionId: string, tx: Tx = this.dataSource.manager, unwrap?: Unwrap): Promise<ReviewRow[]> {
    const select = `SELECT ${COLUMNS} ${FROM} WHERE r.sharing_decision_id = $1 ORDER BY r.rule, r.releaser, r.review_id`;
    return this.opened(await tx.query<Stored[]>(select, [sharingDecisionId]), unwrap);
  }

  /** What was released of one thing for one recipient, over all the times it was asked. */
  async releasedAbout(
    tx: Tx,
    {
      enquiryId,
      aboutId,
      audience,
      toAgencyId,
    }: Pick<DecisionRow, 'enquiryId' | 'aboutId' | 'audience' | 'toAgencyId'>,
  ): Promise<ReviewRow[]> {
    const select = `SELECT ${COLUMNS} ${FROM}
      WHERE r.enquiry_id = $1 AND d.about_id = $2 AND d.audience = $3 AND d.to_agency_id IS NOT DISTINCT FROM $4 AND r.state = 'released'`;
    return this.opened(await tx.query<Stored[]>(select, [enquiryId, aboutId, audience, toAgencyId]));
  }

  /** The sealed reasons of what was released to a body in a mode: of its questions, or of what goes onward to it. */
  reasonsTo(
    { enquiryId, mode, toAgencyId }: Pick<DecisionRow, 'enquiryId' | 'mode' | 'toAgencyId'>,
    tx: Tx = this.dataSource.manager,
  ): Promise<Pick<ReviewRow, 'reviewId' | 'enquiryId' | 'reasonKid' | 'reasonEnvelope'>[]> {
    return tx.query(
      `SELECT r.review_id AS "reviewId", r.enquiry_id AS "enquiryId", r.reason_kid AS "reasonKid", r.reason_envelope AS "reasonEnvelope" ${FROM}
        WHERE r.enquiry_id = $1 AND d.mode = $2 AND d.to_agency_id = $3 AND r.state = 'released' ORDER BY r.answered_at, r.review_id`,
      [enquiryId, mode, toAgencyId],
    );
  }

  /** Takes the short words of a releaser away that were kept in plain once; conditions are sealed now. @returns how many */
  async forgetWords(tx: Tx, enquiryId: string): Promise<number> {
    const update = `UPDATE review SET condition = NULL WHERE enquiry_id = $1 AND condition IS NOT NULL`;
    return (await tx.query<[unknown, number]>(update, [enquiryId]))[1];
  }

  /**
   * The open ones of a partnership with the decision behind each, soonest due first: all of them. What a list cut off would wait for somebody who never sees
   * it, and a partnership has more that nobody answered than any list is long.
   *
   * @param reader in whose conflicts of interest nothing is found
   * @param desksOf only what waits at this agency's desks or at one of the partnership's: whoever sees no others reads no others
   */
  async openWithDecision(partnershipId: string, reader: string, desksOf?: string): Promise<(ReviewRow & Behind)[]> {
    const select = `SELECT ${COLUMNS}, d.asked_by AS "askedBy", d.visibility, d.audience,
        jsonb_build_object('askedAgainBy', d.fact_versions -> 'askedAgainBy') AS "factVersions" ${FROM}
      WHERE r.partnership_id = $1 AND r.state = 'open' AND ${NOT_ERASED} AND ${unconflicted('r.enquiry_id', '$2')} AND ($3::text IS NULL OR ${AT_DESKS_OF('$3')})
      ORDER BY r.due_at, r.review_id`;
    const values = [partnershipId, reader, desksOf ?? null];
    return this.opened(await this.dataSource.query<Stored<ReviewRow & Behind>[]>(select, values));
  }

  async answer(
    tx: Tx,
    reviewId: string,
    its: {
      state: 'released' | 'refused';
      by: string;
      at: Date;
      ground: string;
      /** Null where it was answered with another question of the same decision: the reason lies there. */
      kid: string | null;
      envelope: string | null;
    },
  ): Promise<void> {
    await tx.query(
      `UPDATE review SET state = $2, answered_by = $3, answered_at = $4, ground = $5, reason_kid = $6, reason_envelope = $7
        WHERE review_id = $1 AND state = 'open'`,
      [reviewId, its.state, its.by, its.at, its.ground, its.kid, its.envelope],
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

  /** The same of some of them: the rest of the question stands. */
  async supersedeThese(tx: Tx, reviewIds: readonly string[], at: Date): Promise<void> {
    const update = `UPDATE review SET state = 'superseded', answered_by = 'sharing', answered_at = $2 WHERE review_id = ANY($1::uuid[]) AND state = 'open'`;
    await tx.query(update, [reviewIds, at]);
  }

  /** What was asked of a holder about telling the parent, for one item: a statement of theirs about telling has answered it. */
  async supersedeTellingParent(
    tx: Tx,
    { enquiryId, itemId, agencyId, at }: { enquiryId: string; itemId: string; agencyId: string; at: Date },
  ) {
    const update = `UPDATE review r SET state = 'superseded', answered_by = 'sharing', answered_at = $4 FROM sharing_decision d
      WHERE d.sharing_decision_id = r.sharing_decision_id AND d.enquiry_id = $1 AND d.about_kind = 'product' AND d.about_id = $2 AND d.from_agency_id = $3
        AND d.audience = 'parent' AND r.state = 'open'`;
    await tx.query(update, [enquiryId, itemId, agencyId, at]);
  }

  /**
   * Whatever nobody has answered yet about these things, for whomever it was asked: they were taken back, and nobody is to go on answering.
   *
   * @param its.toAgencyId of what goes there alone; null for everybody
   */
  async withdrawAbout(
    tx: Tx,
    its: {
      enquiryId: string;
      kind: DecisionRow['aboutKind'];
      ids: readonly string[];
      toAgencyId: string | null;
      at: Date;
    },
  ): Promise<void> {
    await tx.query(WITHDRAW_ABOUT, [its.enquiryId, its.kind, its.ids, its.toAgencyId, its.at]);
  }

  /** The items of an enquiry about which a human has something to answer still. */
  async itemsThatWait(enquiryId: string, tx: Tx = this.dataSource.manager): Promise<string[]> {
    const select = `SELECT DISTINCT d.about_id AS id ${FROM} WHERE r.enquiry_id = $1 AND r.state = 'open' AND d.about_kind = 'item' ORDER BY 1`;
    return (await tx.query<{ id: string }[]>(select, [enquiryId])).map(({ id }) => id);
  }

  /** The decisions about these items of which a human has something to answer still, for whomever they were asked; oldest first. */
  async waitingAboutItems(tx: Tx, enquiryId: string, itemIds: readonly string[]): Promise<string[]> {
    const select = `SELECT d.sharing_decision_id AS id FROM sharing_decision d
      WHERE d.enquiry_id = $1 AND d.about_kind = 'item' AND d.about_id = ANY($2::uuid[])
        AND EXISTS (SELECT 1 FROM review r WHERE r.sharing_decision_id = d.sharing_decision_id AND r.state = 'open')
      ORDER BY d.decided_at, d.sharing_decision_id`;
    return (await tx.query<{ id: string }[]>(select, [enquiryId, itemIds])).map(({ id }) => id);
  }

  /** The decisions about these letters and handovers of which a human has something to answer still, each locked with its REVIEWs. */
  async lockWaitingAboutProducts(tx: Tx, productIds: readonly string[]): Promise<string[]> {
    const select = `SELECT d.sharing_decision_id AS id ${FROM}
      WHERE d.about_kind = 'product' AND d.about_id = ANY($1::uuid[]) AND r.state = 'open' ORDER BY r.review_id FOR UPDATE OF r`;
    const rows = await tx.query<{ id: string }[]>(select, [productIds]);
    return [...new Set(rows.map(({ id }) => id))];
  }

  /** The newest question that a letter or a handover to this recipient waits for. */
  async newestAboutProductsTo(
    tx: Tx,
    { enquiryId, audience, toAgencyId }: { enquiryId: string; audience: string; toAgencyId: string },
  ): Promise<string | undefined> {
    const select = `SELECT sharing_decision_id AS id FROM sharing_decision d WHERE d.enquiry_id = $1 AND d.about_kind = 'product' AND d.outcome = 'REVIEW'
      AND d.audience = $2 AND d.to_agency_id = $3 ORDER BY d.decided_at DESC, d.sharing_decision_id DESC LIMIT 1`;
    return (await tx.query<{ id: string }[]>(select, [enquiryId, audience, toAgencyId]))[0]?.id;
  }

  /** What releasers have said yes to about the lines of an enquiry, over all the times they were asked. */
  async yesesAboutLines(enquiryId: string): Promise<(AnsweredYes & { aboutId: string })[]> {
    const select = `SELECT d.about_id AS "aboutId", r.rule, r.releaser AS by, r.answered_at AS "answeredAt", d.threshold, d.consent, ${UNKNOWN}
      FROM review r JOIN sharing_decision d ON d.sharing_decision_id = r.sharing_decision_id
      WHERE r.enquiry_id = $1 AND d.about_kind = 'request-line' AND r.state = 'released'`;
    const rows = await this.dataSource.query<(AnsweredYes & Missed & { aboutId: string })[]>(select, [enquiryId]);
    return rows.map(({ factVersions, consent, ...yes }) => {
      const { threshold } = yes;
      return { ...yes, unknown: unknownFactsOf({ factVersions, threshold, consent }) };
    });
  }

  /** With the row that each is about and who really answers, as far as that can still be opened. */
  private async opened<Row extends ReviewRow>(rows: readonly Stored<Row>[], unwrap?: Unwrap): Promise<Row[]> {
    const hidden = rows.filter(({ rule }) => rule === HIDDEN);
    const rulings = await this.rulings.openAll(hidden, { unwrap });
    return rows.map(({ detailKid: _kid, detailEnvelope: _envelope, ...stored }) => {
      const row = stored as unknown as Row;
      const task = rulings.get(row.sharingDecisionId)?.reviews[row.reviewId];
      return task === undefined ? row : { ...row, rule: task.rule as RuleId, releaser: task.releaser };
    });
  }
}
