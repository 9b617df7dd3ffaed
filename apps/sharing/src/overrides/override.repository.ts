import type { OverrideView, Purpose, SharingMode, SharingOutcome } from '@mash/contracts';
import type { SqlFilter } from '@mash/authorisation';
import { prepared, tableFields, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { againBy } from '../asking/askers-of';
import type { DecisionRow } from '../asking/sharing-decision.repository';
import type { OverrideGround } from '../domain/decision';

export interface OverrideRow {
  overrideId: string;
  partnershipId: string;
  enquiryId: string;
  sharingDecisionId: string;
  aboutId: string;
  mode: SharingMode;
  holderAgencyId: string;
  toAgencyId: string;
  audience: string;
  personId: string | null;
  purpose: Purpose;
  askedBy: string;
  grounds: OverrideGround[];
  /** The reasons that it strikes, sealed by this service: they tell what the holder's cause was. */
  kid: string;
  strikesEnvelope: string;
  reasonKid: string;
  reasonEnvelope: string;
  proposedBy: string;
  proposedAt: Date;
  state: OverrideView['state'];
  secondBy: string | null;
  settledAt: Date | null;
  outcome: SharingOutcome | null;
  holderSeenAt: Date | null;
  holderSeenBy: string | null;
}

export interface JudgementRow {
  judgementId: string;
  overrideId: string;
  verdict: OverrideView['judgements'][number]['verdict'];
  judgedBy: string;
  judgedAt: Date;
}

const FIELDS = tableFields<OverrideRow>('review_override', {
  overrideId: 'override_id',
  partnershipId: 'partnership_id',
  enquiryId: 'enquiry_id',
  sharingDecisionId: 'sharing_decision_id',
  aboutId: 'about_id',
  mode: 'mode',
  holderAgencyId: 'holder_agency_id',
  toAgencyId: 'to_agency_id',
  audience: 'audience',
  personId: 'person_id',
  purpose: 'purpose',
  askedBy: 'asked_by',
  grounds: 'grounds',
  kid: 'kid',
  strikesEnvelope: 'strikes_envelope',
  reasonKid: 'reason_kid',
  reasonEnvelope: 'reason_envelope',
  proposedBy: 'proposed_by',
  proposedAt: 'proposed_at',
  state: 'state',
  secondBy: 'second_by',
  settledAt: 'settled_at',
  outcome: 'outcome',
  holderSeenAt: 'holder_seen_at',
  holderSeenBy: 'holder_seen_by',
});

const COLUMNS = FIELDS.selected();
const INSERT = `${FIELDS.insert} ON CONFLICT DO NOTHING RETURNING override_id`;

const IN_FORCE = prepared(`
  SELECT ${COLUMNS} FROM review_override
   WHERE enquiry_id = $1 AND state = 'in_force' AND mode = ANY($2) AND audience = $3 AND to_agency_id = $4 ORDER BY settled_at, override_id`);

/** Waits for its second person, for its holder to have seen it, or for information governance (a question to the manager settles nothing). */
const IS_OPEN = `(o.state = 'waiting' OR (o.state = 'in_force' AND (o.holder_seen_at IS NULL OR NOT EXISTS (
  SELECT 1 FROM override_judgement j WHERE j.override_id = o.override_id AND j.verdict <> 'ask_manager'))))`;
const MOST_DONE_WITH = 200;

export interface Settled {
  readonly state: Exclude<OverrideRow['state'], 'waiting'>;
  readonly secondBy: string | null;
  readonly at: Date;
  readonly outcome: SharingOutcome | null;
}

@Injectable()
export class OverrideRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns false where there is one with this id, or another of the same decision waits for its second person */
  async add(tx: Tx, row: OverrideRow): Promise<boolean> {
    const inserted = await tx.query<unknown[]>(INSERT, FIELDS.valuesOf(row));
    return inserted.length === 1;
  }

  async find(overrideId: string, tx: Tx = this.dataSource.manager): Promise<OverrideRow | undefined> {
    const select = `SELECT ${COLUMNS} FROM review_override WHERE override_id = $1`;
    return (await tx.query<OverrideRow[]>(select, [overrideId]))[0];
  }

  /** As it stands once nobody else is at it. */
  async lock(tx: Tx, overrideId: string): Promise<OverrideRow | undefined> {
    const select = `SELECT ${COLUMNS} FROM review_override WHERE override_id = $1 FOR UPDATE`;
    return (await tx.query<OverrideRow[]>(select, [overrideId]))[0];
  }

  ofDecision(sharingDecisionId: string, tx: Tx = this.dataSource.manager): Promise<OverrideRow[]> {
    const select = `SELECT ${COLUMNS} FROM review_override WHERE sharing_decision_id = $1 ORDER BY proposed_at, override_id`;
    return tx.query<OverrideRow[]>(select, [sharingDecisionId]);
  }

  /** Who pressed "Ask again" of what these decisions are about: they are no second person of an override of it either. */
  async askedAgain(sharingDecisionIds: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
    const select = `SELECT sharing_decision_id AS id, fact_versions AS "factVersions" FROM sharing_decision
      WHERE sharing_decision_id = ANY($1::uuid[]) AND fact_versions ? 'askedAgainBy'`;
    const rows = await this.dataSource.query<{ id: string; factVersions: DecisionRow['factVersions'] }[]>(select, [
      sharingDecisionIds,
    ]);
    return new Map(rows.map((row) => [row.id, againBy(row)]));
  }

  /** Those in force about anything of an enquiry for one recipient. */
  inForce(
    tx: Tx,
    its: { enquiryId: string; modes: readonly string[]; audience: string; toAgencyId: string },
  ): Promise<OverrideRow[]> {
    return tx.query<OverrideRow[]>(IN_FORCE, [its.enquiryId, its.modes, its.audience, its.toAgencyId]);
  }

  /**
   * Whatever somebody still has to do with comes first and is never cut off: an override that nobody has looked at may not leave the list
   * because newer ones came. Of those that are done with, the newest.
   *
   * @param known the overrides, as `o`, that the reader may know of: its placeholders begin at 2
   */
  async listed(partnershipId: string, known: SqlFilter | null): Promise<OverrideRow[]> {
    if (known === null) return [];
    const select = `WITH known AS (SELECT o.*, ${IS_OPEN} AS is_open FROM review_override o WHERE partnership_id = $1 AND ${known.where})
      SELECT ${COLUMNS} FROM known WHERE is_open
        OR override_id IN (SELECT override_id FROM known WHERE NOT is_open ORDER BY proposed_at DESC, override_id LIMIT ${MOST_DONE_WITH})
      ORDER BY is_open DESC, proposed_at DESC, override_id`;
    return this.dataSource.query<OverrideRow[]>(select, [partnershipId, ...known.params]);
  }

  async settle(tx: Tx, overrideId: string, { state, secondBy, at, outcome }: Settled): Promise<void> {
    await tx.query(
      `UPDATE review_override SET state = $2, second_by = $3, settled_at = $4, outcome = $5 WHERE override_id = $1 AND state = 'waiting'`,
      [overrideId, state, secondBy, at, outcome],
    );
  }

  /** What the rules said with it, once it was in force. */
  async note(tx: Tx, overrideId: string, outcome: SharingOutcome): Promise<void> {
    await tx.query(`UPDATE review_override SET outcome = $2 WHERE override_id = $1`, [overrideId, outcome]);
  }

  async seen(tx: Tx, overrideId: string, by: string, at: Date): Promise<void> {
    const update = `UPDATE review_override SET holder_seen_at = $2, holder_seen_by = $3 WHERE override_id = $1 AND holder_seen_at IS NULL`;
    await tx.query(update, [overrideId, at, by]);
  }

  async judge(tx: Tx, row: JudgementRow): Promise<boolean> {
    const inserted = await tx.query<unknown[]>(
      `INSERT INTO override_judgement (judgement_id, override_id, verdict, judged_by, judged_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT DO NOTHING RETURNING judgement_id`,
      [row.judgementId, row.overrideId, row.verdict, row.judgedBy, row.judgedAt],
    );
    return inserted.length === 1;
  }

  judgements(overrideIds: readonly string[]): Promise<JudgementRow[]> {
    const select = `SELECT judgement_id AS "judgementId", override_id AS "overrideId", verdict, judged_by AS "judgedBy", judged_at AS "judgedAt"
      FROM override_judgement WHERE override_id = ANY($1::uuid[]) ORDER BY judged_at, judgement_id`;
    return this.dataSource.query<JudgementRow[]>(select, [overrideIds]);
  }
}
