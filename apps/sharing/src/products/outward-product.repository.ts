import type { Purpose } from '@mash/contracts';
import { tableFields, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DecisionRow } from '../asking/sharing-decision.repository';
import type { Audience } from '../domain/decision';

export interface OutwardProductRow {
  productId: string;
  partnershipId: string;
  enquiryId: string;
  kind: 'handover' | 'letter';
  audience: Audience;
  toAgencyId: string;
  purpose: Purpose;
  personIds: string[];
  /** Those that had not gone when this one was put together instead of them. */
  takesPlaceOf: string[];
  rule: string;
  ruleSetVersion: string;
  kid: string;
  envelope: string;
  madeBy: string;
  madeAt: Date;
}

/** With whether it went: one that waits, stays for good, or was never sent is there as well. */
export interface ProductOfEnquiry extends OutwardProductRow {
  hasGone: boolean;
  /** It will never go. */
  isOver: boolean;
}

const FIELDS = tableFields<OutwardProductRow>('outward_product', {
  productId: 'product_id',
  partnershipId: 'partnership_id',
  enquiryId: 'enquiry_id',
  kind: 'kind',
  audience: 'audience',
  toAgencyId: 'to_agency_id',
  purpose: 'purpose',
  personIds: 'person_ids',
  takesPlaceOf: 'takes_place_of',
  rule: 'rule',
  ruleSetVersion: 'rule_set_version',
  kid: 'kid',
  envelope: 'envelope',
  madeBy: 'made_by',
  madeAt: 'made_at',
});
const COLUMNS = FIELDS.selected('p');
const SELECT = `SELECT ${COLUMNS} FROM outward_product p WHERE p.product_id = $1`;
const EARLIER = `SELECT ${COLUMNS} FROM outward_product p WHERE p.enquiry_id = $1 AND p.audience = $2 AND p.to_agency_id = $3 ORDER BY p.made_at, p.product_id`;
const KIDS = `SELECT kid FROM outward_product WHERE enquiry_id = $1 AND audience = $2 AND to_agency_id = $3`;
const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended($1, 44))`;
const ABOUT_IT = `FROM sharing_decision d WHERE d.about_kind = 'product' AND d.about_id = p.product_id`;
/** The hub says something else to the referrer, or nothing. */
const IS_TAKEN_BACK = `EXISTS (SELECT 1 FROM letter_taken_back t WHERE t.product_id = p.product_id)`;
const NOTE_TAKEN_BACK = `INSERT INTO letter_taken_back (product_id, taken_back_at)
  SELECT product_id, $3 FROM outward_product WHERE product_id = $1 AND enquiry_id = $2 AND kind = 'letter' ON CONFLICT DO NOTHING RETURNING product_id`;
/** Whether a human has been asked about it and it has not been let go since. Every letter is let go by a decision; a handover only where it had to wait. */
const WAITS = `
  (p.kind = 'letter' OR EXISTS (SELECT 1 ${ABOUT_IT} AND d.outcome = 'REVIEW'))
  AND NOT EXISTS (SELECT 1 ${ABOUT_IT} AND d.outcome = 'PERMIT')`;
/** It may go, and `decision` said that it was sent: what is put together and left lying was given to nobody. */
const HAS_GONE = `NOT (${WAITS}) AND EXISTS (SELECT 1 FROM product_sent s WHERE s.product_id = p.product_id)`;
const NOTE_SENT = `INSERT INTO product_sent (product_id, sent_at) SELECT product_id, $3 FROM outward_product WHERE product_id = $1 AND enquiry_id = $2
  ON CONFLICT DO NOTHING RETURNING product_id`;
/** It will never go: another took its place, the rules refused it since, a human has said no to it, it is about somebody else, or whoever it is for should not have had it. */
const IS_OVER_ITSELF = `
  (EXISTS (SELECT 1 FROM outward_product n WHERE n.enquiry_id = p.enquiry_id AND p.product_id = ANY(n.takes_place_of))
   OR EXISTS (SELECT 1 ${ABOUT_IT} AND d.outcome = 'DENY')
   OR ${IS_TAKEN_BACK}
   OR EXISTS (SELECT 1 FROM identity_statement i
               WHERE i.about_kind = 'product' AND i.about_id = p.product_id AND (i.says = 'wrong_person'
                 OR (i.says = 'wrong_recipient' AND i.recipient_id IS NULL AND i.recipient_agency_id = p.to_agency_id)))
   OR EXISTS (SELECT 1 FROM review r JOIN sharing_decision d USING (sharing_decision_id)
               WHERE d.about_kind = 'product' AND d.about_id = p.product_id AND r.state = 'refused'))`;
/** An earlier version asked about the enquiry, once for every letter of it to a referrer: a no to that is a no to each that was there. */
const IS_OVER = `
  (${IS_OVER_ITSELF} OR (p.kind = 'letter' AND EXISTS (
    SELECT 1 FROM review r JOIN sharing_decision d USING (sharing_decision_id)
     WHERE d.about_kind = 'product' AND d.about_id = p.enquiry_id AND d.audience = p.audience AND d.to_agency_id = p.to_agency_id
       AND r.state = 'refused' AND r.answered_at >= p.made_at)))`;
const OF_ENQUIRY = `SELECT ${COLUMNS}, ${HAS_GONE} AS "hasGone", ${IS_OVER} AS "isOver" FROM outward_product p
  WHERE p.enquiry_id = $1 ORDER BY p.made_at, p.product_id`;
const OF_EARLIER_QUESTION = `SELECT ${COLUMNS} FROM outward_product p
  WHERE p.enquiry_id = $1 AND p.audience = $2 AND p.to_agency_id = $3 AND p.kind = 'letter' AND ${WAITS} AND NOT ${IS_OVER_ITSELF} ORDER BY p.made_at, p.product_id`;
const FROM_WAITING = `FROM outward_product p WHERE p.enquiry_id = $1 AND ${WAITS} AND NOT ${IS_OVER}`;
const WAITING = `SELECT ${COLUMNS} ${FROM_WAITING} ORDER BY p.made_at, p.product_id`;
const IS_ANY_WAITING = `SELECT 1 ${FROM_WAITING} LIMIT 1`;
const IS_WAITING = `SELECT 1 FROM outward_product p WHERE p.product_id = $1 AND ${WAITS}`;
const IS_STOPPED = `SELECT 1 FROM outward_product p WHERE p.product_id = $1 AND NOT (${HAS_GONE}) AND ${IS_OVER}`;

type Recipient = Pick<OutwardProductRow, 'enquiryId' | 'audience' | 'toAgencyId'>;

/** SQL: whether this is a letter or a handover that has not gone: it waits, stays for good, or was never sent. Nobody was given anything. */
export const hasNotGone = (productId: string): string =>
  `EXISTS (SELECT 1 FROM outward_product p WHERE p.product_id = ${productId} AND NOT (${HAS_GONE}))`;
/** SQL: when it was let go, or made where it had to wait for nobody: what is said after that was not known when it was, however late it was sent. */
export const letGoAt = (productId: string, madeAt: string): string =>
  `coalesce((SELECT min(g.decided_at) FROM sharing_decision g
      WHERE g.about_kind = 'product' AND g.about_id = ${productId} AND g.outcome = 'PERMIT'), ${madeAt})`;

/** What was put together to go out, sealed to a key of the receiving case. Never changed: another letter is another product. */
@Injectable()
export class OutwardProductRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add(tx: Tx, row: OutwardProductRow): Promise<void> {
    await tx.query(FIELDS.insert, FIELDS.valuesOf(row));
  }

  async find(productId: string): Promise<OutwardProductRow | undefined> {
    return (await this.dataSource.query<OutwardProductRow[]>(SELECT, [productId]))[0];
  }

  /** The keys of what was put together for this recipient about this enquiry so far. */
  async kidsTo({ enquiryId, audience, toAgencyId }: Recipient): Promise<string[]> {
    const kids = await this.dataSource.query<{ kid: string }[]>(KIDS, [enquiryId, audience, toAgencyId]);
    return kids.map(({ kid }) => kid);
  }

  /** What was put together for this recipient about this enquiry, oldest first. Nothing else is until the transaction ends. */
  async earlierTo(tx: Tx, its: Recipient) {
    const recipient = [its.enquiryId, its.audience, its.toAgencyId];
    await tx.query(LOCK, [recipient.join(' ')]);
    return tx.query<OutwardProductRow[]>(EARLIER, recipient);
  }

  /** Everything that was put together of an enquiry, oldest first. */
  ofEnquiry(enquiryId: string, tx: Tx = this.dataSource.manager): Promise<ProductOfEnquiry[]> {
    return tx.query<ProductOfEnquiry[]>(OF_ENQUIRY, [enquiryId]);
  }

  /**
   * `decision` has sent it to whom it is for.
   * @returns whether that is news, of something that was put together about this enquiry
   */
  async noteSent(tx: Tx, its: { productId: string; enquiryId: string; at: Date }): Promise<boolean> {
    return (await tx.query<unknown[]>(NOTE_SENT, [its.productId, its.enquiryId, its.at])).length > 0;
  }

  /**
   * `decision` has taken it back: where it has not gone, it never goes.
   * @returns whether that is news, of a letter of this enquiry
   */
  async noteTakenBack(tx: Tx, its: { productId: string; enquiryId: string; at: Date }): Promise<boolean> {
    return (await tx.query<unknown[]>(NOTE_TAKEN_BACK, [its.productId, its.enquiryId, its.at])).length > 0;
  }

  /** Whether it was put together and may not go yet. */
  async isWaiting(tx: Tx, productId: string): Promise<boolean> {
    return (await tx.query<unknown[]>(IS_WAITING, [productId])).length > 0;
  }

  /** Whether it was put together, has not gone, and never will. */
  async isStopped(tx: Tx, productId: string): Promise<boolean> {
    return (await tx.query<unknown[]>(IS_STOPPED, [productId])).length > 0;
  }

  /** Whether any letter or handover of an enquiry was written and may still go. */
  async isAnyWaiting(enquiryId: string): Promise<boolean> {
    return (await this.dataSource.query<unknown[]>(IS_ANY_WAITING, [enquiryId])).length > 0;
  }

  /** The letters that a question waits for which an earlier version asked about their enquiry, whatever has been answered to it. */
  ofEarlierQuestion(
    tx: Tx,
    { enquiryId, audience, toAgencyId }: Pick<DecisionRow, 'enquiryId' | 'audience' | 'toAgencyId'>,
  ): Promise<OutwardProductRow[]> {
    return tx.query<OutwardProductRow[]>(OF_EARLIER_QUESTION, [enquiryId, audience, toAgencyId]);
  }

  /** Letters and handovers that were written and may still go. */
  waiting(tx: Tx, enquiryId: string): Promise<OutwardProductRow[]> {
    return tx.query<OutwardProductRow[]>(WAITING, [enquiryId]);
  }
}
