import { createHash } from 'node:crypto';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Copy, OfAnswer } from './own-item-ids';

export interface AcceptedEnvelope {
  envelopeId: string;
  partnershipId: string;
  enquiryId: string;
  typ: 'answer' | 'contact';
  /** The answer or the contact; with the person, what its header says and its signer signed. */
  aboutId: string;
  personId: string | null;
  /** Of an answer: the items in it, by the ids that its agency gave them. */
  itemIds?: readonly string[];
  sha256: string;
  signerKid: string;
  /** By this service's own clock: when it was opened here and found good. */
  receivedAt: Date;
}

export type Accepted = Pick<AcceptedEnvelope, 'envelopeId' | 'aboutId' | 'personId' | 'sha256' | 'receivedAt'> & {
  /** Items of it whose ids another envelope of the enquiry brought first; null of one from before that was kept. */
  readonly repeats: readonly string[] | null;
};

/** An answer of this enquiry was accepted before the items of answers were kept: whose ids are taken nobody knows. */
const IS_UNKNOWN = (enquiry: string) =>
  `EXISTS (SELECT 1 FROM accepted_envelope o WHERE o.enquiry_id = ${enquiry} AND o.typ = 'answer' AND o.repeats IS NULL)`;

/** One statement: of two answers that bring an item under one id at once the second waits here, and finds it taken. */
const ADD = `
  WITH first AS (
    INSERT INTO accepted_item (enquiry_id, item_id, envelope_id)
      SELECT DISTINCT $3::uuid, item_id, $1::uuid FROM unnest($10::uuid[]) AS item_id WHERE NOT ${IS_UNKNOWN('$3')} ORDER BY 2
      ON CONFLICT DO NOTHING RETURNING item_id)
  INSERT INTO accepted_envelope (envelope_id, partnership_id, enquiry_id, typ, about_id, person_id, sha256, signer_kid, received_at, repeats)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9,
      ARRAY(SELECT item_id FROM unnest($10::uuid[]) AS item_id WHERE item_id NOT IN (SELECT item_id FROM first)))
    ON CONFLICT DO NOTHING RETURNING envelope_id`;

/** Whoever sent it gave it an id, or of its answer a person, that another envelope has here: it is refused, for it could not be told from that one. */
export const ENVELOPE_ID_TAKEN = 'SHARING.ENVELOPE_ID_TAKEN';

export const sha256Of = (envelope: string): string => createHash('sha256').update(envelope).digest('hex');

/**
 * Envelopes that were opened here and found to be what they say. What was accepted before a key was revoked stays readable, and only that:
 * another envelope in its place has another hash.
 */
@Injectable()
export class AcceptedEnvelopeRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The first that was accepted under an id, for an answer's person, or as a contact, stands.
   * @returns false where that is another one: what is not kept here would never open
   */
  async add(tx: Tx, row: AcceptedEnvelope): Promise<boolean> {
    const { envelopeId, partnershipId, enquiryId, typ, aboutId, personId, sha256, signerKid, receivedAt } = row;
    const { itemIds = [] } = row;
    const values = [
      envelopeId,
      partnershipId,
      enquiryId,
      typ,
      aboutId,
      personId,
      sha256,
      signerKid,
      receivedAt,
      itemIds,
    ];
    const added = await tx.query<unknown[]>(ADD, values);
    return added.length > 0 || !(await this.isTaken(row, tx));
  }

  /** Whether another envelope was accepted under this one's id, or for the person of its answer, or as its contact. */
  async isTaken(row: AcceptedEnvelope, tx: Pick<Tx, 'query'> = this.dataSource): Promise<boolean> {
    const { envelopeId, aboutId, personId, sha256 } = row;
    const select = `SELECT 1 FROM accepted_envelope
      WHERE (envelope_id = $1 OR (about_id = $2 AND person_id IS NOT DISTINCT FROM $3::uuid))
        AND (envelope_id, about_id, sha256) IS DISTINCT FROM ($1, $2, $4)`;
    return (await tx.query<unknown[]>(select, [envelopeId, aboutId, personId, sha256])).length > 0;
  }

  /** What was accepted of these answers and contacts. */
  about(aboutIds: readonly string[]): Promise<Accepted[]> {
    const select = `SELECT envelope_id AS "envelopeId", about_id AS "aboutId", person_id AS "personId", sha256, received_at AS "receivedAt", repeats FROM accepted_envelope WHERE about_id = ANY($1)`;
    return this.dataSource.query<Accepted[]>(select, [aboutIds]);
  }

  /** Which of these items of an answer that was not accepted yet came before, under the same id, in another envelope of the enquiry. */
  async repeatsIn(enquiryId: string, itemIds: readonly string[], { answerId, personId }: OfAnswer): Promise<string[]> {
    const select = `SELECT asked.item_id AS "itemId" FROM unnest($2::uuid[]) AS asked (item_id)
      WHERE ${IS_UNKNOWN('$1')} OR EXISTS (SELECT 1 FROM accepted_item f JOIN accepted_envelope e USING (envelope_id)
        WHERE f.enquiry_id = $1 AND f.item_id = asked.item_id AND (e.about_id, e.person_id) <> ($3, $4))`;
    const rows = await this.dataSource.query<{ itemId: string }[]>(select, [enquiryId, itemIds, answerId, personId]);
    return rows.map(({ itemId }) => itemId);
  }

  /** What came under these ids, of whichever agency: the first, whose agency nobody knows of one from before that was kept, and all that came again. */
  async copiesOf(
    enquiryId: string,
    itemIds: readonly string[],
    tx: Pick<Tx, 'query'> = this.dataSource,
  ): Promise<Copy[]> {
    const select = `SELECT asked.item_id AS "itemId", c.agency_id AS "agencyId", e.about_id AS "answerId", e.person_id AS "personId", true AS "isFirst" FROM unnest($2::uuid[]) AS asked (item_id)
        LEFT JOIN accepted_item f ON f.enquiry_id = $1 AND f.item_id = asked.item_id
        LEFT JOIN accepted_envelope e USING (envelope_id) LEFT JOIN checked_answer c ON c.answer_id = e.about_id
      UNION ALL SELECT again.item_id, c.agency_id, e.about_id, e.person_id, false
        FROM checked_answer c JOIN accepted_envelope e ON e.about_id = c.answer_id CROSS JOIN unnest(e.repeats) AS again (item_id)
        WHERE c.enquiry_id = $1 AND c.accepted AND again.item_id = ANY($2::uuid[])`;
    return tx.query<Copy[]>(select, [enquiryId, itemIds]);
  }

  /** Everything in the enquiry that came under an id more than once. */
  async allCopies(enquiryId: string, tx: Tx): Promise<Copy[]> {
    const select = `SELECT DISTINCT again.item_id AS "itemId"
        FROM checked_answer c JOIN accepted_envelope e ON e.about_id = c.answer_id CROSS JOIN unnest(e.repeats) AS again (item_id)
        WHERE c.enquiry_id = $1 AND c.accepted`;
    const repeated = await tx.query<{ itemId: string }[]>(select, [enquiryId]);
    const itemIds = repeated.map(({ itemId }) => itemId);
    return itemIds.length === 0 ? [] : this.copiesOf(enquiryId, itemIds, tx);
  }

  /** Which of these answers were opened when they came in, and found not to be what they say. */
  async rejectedOf(answerIds: readonly string[]): Promise<ReadonlySet<string>> {
    const select = `SELECT answer_id AS "answerId" FROM checked_answer WHERE answer_id = ANY($1::uuid[]) AND NOT accepted`;
    const rows = await this.dataSource.query<{ answerId: string }[]>(select, [answerIds]);
    return new Set(rows.map(({ answerId }) => answerId));
  }
}
