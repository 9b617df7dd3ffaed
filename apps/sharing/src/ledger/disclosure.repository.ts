import type { LedgerFilters, Purpose, SharingMode, SharingOutcome } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LedgerCall, LedgerLine } from './ledger-line';

/** A line as it lies in the ledger, with the id of the envelope that holds its sealed part. */
export interface DisclosureRow {
  disclosureId: string;
  releaseId: string;
  detailId: string;
  enquiryId: string;
  personId: string | null;
  fromAgencyId: string;
  recipientId: string;
  recipientAgencyId: string;
  audience: string;
  mode: SharingMode;
  purpose: Purpose;
  outcome: SharingOutcome;
  visibility: 'shown' | 'withheld' | 'absent';
  rule: string;
  ruleSetVersion: string;
  agreementRef: string | null;
  at: Date;
  kid: string;
  envelope: string;
}

export interface LedgerFilter extends LedgerFilters {
  readonly partnershipId: string;
  readonly holderAgencyId?: string | undefined;
  /** With the lines of which not even the existence may be known. */
  readonly withAbsent: boolean;
}

const COLUMNS = `disclosure_id, release_id, detail_id, partnership_id, enquiry_id, person_id, from_agency_id, recipient_id, recipient_agency_id, audience,
  mode, purpose, outcome, visibility, rule, rule_set_version, agreement_ref, sharing_decision_id, at`;
/** One statement for all lines: a picture of two hundred items is one insert. */
const INSERT = `
  INSERT INTO disclosure (${COLUMNS})
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS line (disclosure_id uuid, release_id uuid, detail_id uuid, partnership_id uuid, enquiry_id uuid, person_id uuid,
    from_agency_id text, recipient_id text, recipient_agency_id text, audience text, mode text, purpose text, outcome text, visibility text, rule text,
    rule_set_version text, agreement_ref text, sharing_decision_id uuid, at timestamptz)`;

const WHERE = `d.partnership_id = $1 AND ($2::uuid IS NULL OR d.enquiry_id = $2) AND ($3::uuid IS NULL OR d.person_id = $3)
  AND ($4::text IS NULL OR d.from_agency_id = $4) AND ($5::text IS NULL OR d.recipient_id = $5) AND ($6::text IS NULL OR d.rule = $6)
  AND ($7::text IS NULL OR d.outcome = $7) AND ($8::boolean OR d.visibility <> 'absent')`;
const FROM = `
  SELECT d.disclosure_id AS "disclosureId", d.release_id AS "releaseId", d.detail_id AS "detailId", d.enquiry_id AS "enquiryId", d.person_id AS "personId",
         d.from_agency_id AS "fromAgencyId", d.recipient_id AS "recipientId", d.recipient_agency_id AS "recipientAgencyId", d.audience, d.mode, d.purpose,
         d.outcome, d.visibility, d.rule, d.rule_set_version AS "ruleSetVersion", d.agreement_ref AS "agreementRef", d.at, s.kid, s.envelope
    FROM disclosure d JOIN disclosure_detail s ON s.detail_id = d.detail_id
   WHERE ${WHERE}`;
const NEWEST_FIRST = 'ORDER BY d.at DESC, d.disclosure_id DESC';
const PAGE = `${FROM} ${NEWEST_FIRST} LIMIT $9 OFFSET $10`;
const AFTER = `${FROM} AND ($10::timestamptz IS NULL OR (d.at, d.disclosure_id) < ($10, $11::uuid)) ${NEWEST_FIRST} LIMIT $9`;
/** So many lines of an export are read, and opened, at a time. */
const LINES_AT_A_TIME = 500;

const valuesOf = (filter: LedgerFilter) => [
  filter.partnershipId,
  filter.enquiryId ?? null,
  filter.personId ?? null,
  filter.holderAgencyId ?? null,
  filter.recipientId ?? null,
  filter.rule ?? null,
  filter.outcome ?? null,
  filter.withAbsent,
];

/** The disclosure ledger: lines are added and read. The app role can do nothing else to them. */
@Injectable()
export class DisclosureRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns false where a call with this id was made before */
  async claim(tx: Tx, call: LedgerCall): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `INSERT INTO release_call (release_id, partnership_id, enquiry_id, account_id, agency_id, mode, at) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT DO NOTHING RETURNING release_id`,
      [call.releaseId, call.partnershipId, call.enquiryId, call.accountId, call.agencyId, call.mode, call.at],
    );
    return rows.length > 0;
  }

  async addDetail(tx: Tx, its: { detailId: string; releaseId: string; kid: string; envelope: string }): Promise<void> {
    const insert = `INSERT INTO disclosure_detail (detail_id, release_id, kid, envelope) VALUES ($1, $2, $3, $4)`;
    await tx.query(insert, [its.detailId, its.releaseId, its.kid, its.envelope]);
  }

  async addLines(tx: Tx, call: LedgerCall, lines: readonly (LedgerLine & { detailId: string })[]): Promise<void> {
    const rows = lines.map((line) => ({
      disclosure_id: line.disclosureId,
      release_id: call.releaseId,
      detail_id: line.detailId,
      partnership_id: call.partnershipId,
      enquiry_id: call.enquiryId,
      person_id: line.personId,
      from_agency_id: line.fromAgencyId,
      recipient_id: call.accountId,
      recipient_agency_id: line.recipientAgencyId,
      audience: line.audience,
      mode: line.mode,
      purpose: line.purpose,
      outcome: line.outcome,
      visibility: line.visibility,
      rule: line.rule,
      rule_set_version: line.ruleSetVersion,
      agreement_ref: line.agreementRef,
      sharing_decision_id: line.sharingDecisionId,
      at: call.at.toISOString(),
    }));
    await tx.query(INSERT, [JSON.stringify(rows)]);
  }

  page(filter: LedgerFilter, its: { limit: number; offset: number }): Promise<DisclosureRow[]> {
    return this.dataSource.query<DisclosureRow[]>(PAGE, [...valuesOf(filter), its.limit, its.offset]);
  }

  /** Every line up to now, newest first: what is added meanwhile is not of it. */
  async *walk(filter: LedgerFilter): AsyncGenerator<DisclosureRow[]> {
    let last: DisclosureRow | undefined;
    do {
      const from = [LINES_AT_A_TIME, last?.at ?? null, last?.disclosureId ?? null];
      const rows = await this.dataSource.query<DisclosureRow[]>(AFTER, [...valuesOf(filter), ...from]);
      if (rows.length > 0) yield rows;
      last = rows.length < LINES_AT_A_TIME ? undefined : rows.at(-1);
    } while (last !== undefined);
  }

  async count(filter: LedgerFilter): Promise<number> {
    const select = `SELECT count(*)::int AS lines FROM disclosure d WHERE ${WHERE}`;
    return (await this.dataSource.query<{ lines: number }[]>(select, valuesOf(filter)))[0]?.lines ?? 0;
  }

  /** Of whom this call showed anything: for the volume alarm. */
  async addPeopleShown(tx: Tx, { releaseId, accountId, at }: LedgerCall, personIds: readonly string[]): Promise<void> {
    const insert = `INSERT INTO person_shown (release_id, person_id, account_id, at) SELECT $1, unnest($2::uuid[]), $3, $4`;
    await tx.query(insert, [releaseId, [...new Set(personIds)], accountId, at]);
  }

  /** How many different people this account was shown something about since then. */
  async peopleShownTo(tx: Tx, accountId: string, since: Date): Promise<number> {
    const select = `SELECT count(DISTINCT person_id)::int AS people FROM person_shown WHERE account_id = $1 AND at > $2`;
    return (await tx.query<{ people: number }[]>(select, [accountId, since]))[0]?.people ?? 0;
  }
}
