import { unconflicted } from '@mash/case-access';
import { newId, type HolderTaskCode, type Purpose, type SharingOutcome } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { ANY_PART } from '@mash/sealing';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface HolderTaskRow {
  code: HolderTaskCode;
  enquiryId: string;
  itemId: string;
  sharingDecisionId: string;
  audience: string;
  toAgencyId: string;
  purpose: Purpose;
  dueAt: Date;
}

/** Whose task about which item is done, and by whom. `to` where it is about one recipient. */
export interface DoneTask {
  readonly code: HolderTaskCode;
  readonly itemId: string;
  readonly agencyId: string;
  readonly to?: { readonly audience: string; readonly agencyId: string };
  /** Left out where it is done whatever came of its decision. */
  readonly outcome?: SharingOutcome;
  readonly by: string;
  readonly at: Date;
}

const CODES = `('HOLD_TELLING', 'REQUEST_WORDING', 'DETRIMENT_REVIEW')`;
/** What waits as a REVIEW waits there, and once. Nobody owes anything about an enquiry that was erased. */
const OF_AGENCY = `
  SELECT * FROM (
    SELECT DISTINCT ON (o.code, d.about_id, d.audience, d.to_agency_id) o.code, d.enquiry_id AS "enquiryId", d.about_id AS "itemId",
           d.sharing_decision_id AS "sharingDecisionId", d.audience, d.to_agency_id AS "toAgencyId", d.purpose, o.due_at AS "dueAt"
      FROM obligation o JOIN sharing_decision d ON d.sharing_decision_id = o.sharing_decision_id
     WHERE o.code IN ${CODES} AND o.done_at IS NULL AND d.partnership_id = $1 AND d.from_agency_id = $2 AND d.to_agency_id IS NOT NULL
       AND ${unconflicted('d.enquiry_id', '$3')}
       AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.enquiry_id = d.enquiry_id AND e.state = 'erased')
       AND NOT EXISTS (SELECT 1 FROM review r WHERE r.sharing_decision_id = d.sharing_decision_id AND (r.state = 'open' OR o.code <> 'HOLD_TELLING'))
     ORDER BY o.code, d.about_id, d.audience, d.to_agency_id, o.due_at) tasks
   ORDER BY "dueAt"`;
const CLOSE = `
  UPDATE obligation o SET done_at = $4, done_by = $5 FROM sharing_decision d
   WHERE d.sharing_decision_id = o.sharing_decision_id AND o.code = $1 AND d.about_id = $2 AND d.from_agency_id = $3 AND o.done_at IS NULL
     AND ($6::text IS NULL OR ((d.audience = $6 OR $6 = '${ANY_PART}') AND d.to_agency_id = $7)) AND ($8::text IS NULL OR d.outcome = $8)
  RETURNING o.sharing_decision_id AS "sharingDecisionId", o.enquiry_id AS "enquiryId", o.partnership_id AS "partnershipId"`;
/** Not "do not alert": whether the family may be told is asked of its holder still. */
const CLOSE_RECALLED = `
  UPDATE obligation o SET done_at = $4, done_by = $5 FROM sharing_decision d
   WHERE d.sharing_decision_id = o.sharing_decision_id AND d.enquiry_id = $1 AND d.about_kind = 'item' AND d.about_id = ANY($2::uuid[])
     AND ($3::text IS NULL OR d.to_agency_id = $3) AND o.code IN ('REQUEST_WORDING', 'DETRIMENT_REVIEW') AND o.done_at IS NULL`;
const ADD = `INSERT INTO obligation (obligation_id, sharing_decision_id, partnership_id, enquiry_id, code, owner, agency_id, due_at)
  VALUES ($1, $2, $3, $4, $5, 'holder', $6, $7)`;

interface Closed {
  readonly sharingDecisionId: string;
  readonly enquiryId: string;
  readonly partnershipId: string;
}

/** Tasks that a decision gives to the holder of an item (rule book section 5). */
@Injectable()
export class HolderTaskRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** None of a family about which the reader has a conflict of interest. */
  ofAgency(partnershipId: string, agencyId: string, reader: string): Promise<HolderTaskRow[]> {
    return this.dataSource.query<HolderTaskRow[]>(OF_AGENCY, [partnershipId, agencyId, reader]);
  }

  /** @returns the decision that the task came from, where there was one */
  async close(tx: Tx, { code, itemId, agencyId, to, by, at, outcome }: DoneTask): Promise<Closed | undefined> {
    const values = [code, itemId, agencyId, at, by, to?.audience ?? null, to?.agencyId ?? null, outcome ?? null];
    const [rows] = await tx.query<[Closed[], number]>(CLOSE, values);
    return rows[0];
  }

  /**
   * Nothing goes out of what was recalled: its holder looks for no other words, and judges no detriment of it again.
   *
   * @param its.toAgencyId of what goes there alone; null for everybody
   */
  async closeRecalled(
    tx: Tx,
    its: { enquiryId: string; ids: readonly string[]; toAgencyId: string | null; by: string; at: Date },
  ): Promise<void> {
    await tx.query(CLOSE_RECALLED, [its.enquiryId, its.ids, its.toAgencyId, its.at, its.by]);
  }

  /** Done for now, and due again. */
  async renew(tx: Tx, done: DoneTask, renewedUntil: Date): Promise<void> {
    const closed = await this.close(tx, done);
    if (closed === undefined) return;
    const { sharingDecisionId, partnershipId, enquiryId } = closed;
    const ids = [newId(done.at.getTime()), sharingDecisionId, partnershipId, enquiryId];
    await tx.query(ADD, [...ids, done.code, done.agencyId, renewedUntil]);
  }
}
