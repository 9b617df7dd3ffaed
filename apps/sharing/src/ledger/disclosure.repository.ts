import type { Ledger, LedgerFilters, Purpose, SharingMode, SharingOutcome } from '@mash/contracts';
import { unconflicted } from '@mash/case-access';
import { prepared, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { hasNotGone } from '../products/outward-product.repository';
import type { FormerId } from './former-ids-of';
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
  /** It went into a letter or a handover that nobody has been given. */
  isNotGone: boolean;
  kid: string;
  envelope: string;
}

export interface LedgerFilter extends LedgerFilters {
  readonly partnershipId: string;
  readonly holderAgencyId?: string | undefined;
  /** Of a person in every enquiry: those in which lines about whole documents count. */
  readonly alsoWholeIn?: readonly string[];
  /** Under which other ids, and in which enquiry, lines about the person were written. */
  readonly formerIds?: readonly FormerId[];
  /** With the lines of which not even the existence may be known. */
  readonly withAbsent: boolean;
  /** The account that reads: nothing of a family about which it has a conflict of interest is there. */
  readonly reader: string;
  /** Agencies that the reader may not know of: neither what they told nor what they were told is there. */
  readonly notNamed?: readonly string[];
}

export type NamedIn = NonNullable<Ledger['named']>[number];

const CLAIM = prepared(`
  INSERT INTO release_call (release_id, partnership_id, enquiry_id, account_id, agency_id, mode, at) VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT DO NOTHING RETURNING release_id`);
const ADD_DETAIL = prepared(
  'INSERT INTO disclosure_detail (detail_id, release_id, kid, envelope) VALUES ($1, $2, $3, $4)',
);

/**
 * One statement for all lines. Those that differ in nothing but their id go in as one: of a picture of two hundred items a dozen.
 */
const INSERT = prepared(`
  INSERT INTO disclosure (disclosure_id, release_id, detail_id, partnership_id, enquiry_id, person_id, from_agency_id, recipient_id, recipient_agency_id,
    audience, mode, purpose, outcome, visibility, rule, rule_set_version, agreement_ref, sharing_decision_id, at, is_whole)
  SELECT id, $2, like_this.detail_id, $3, $4, person_id, from_agency_id, $5, recipient_agency_id, audience, mode, purpose, outcome, visibility, rule,
    rule_set_version, agreement_ref, sharing_decision_id, $6, is_whole
    FROM jsonb_to_recordset($1::jsonb) AS like_this (ids uuid[], detail_id uuid, person_id uuid, from_agency_id text, recipient_agency_id text, audience text,
      mode text, purpose text, outcome text, visibility text, rule text, rule_set_version text, agreement_ref text, sharing_decision_id uuid, is_whole boolean), unnest(ids) AS id`);

const ADD_PEOPLE_SHOWN = prepared(`
  WITH shown AS (
    INSERT INTO person_shown (release_id, person_id, account_id, at) SELECT $1::uuid, unnest($2::uuid[]), $3::text, $4::timestamptz RETURNING person_id)
  SELECT count(*)::int AS people
    FROM (SELECT person_id FROM person_shown WHERE account_id = $3 AND at > $5 UNION SELECT person_id FROM shown) AS of_the_hour`);

/** Of a line from before this was noted: whatever the hub's own body told, the council that answers for nobody (`hubOf`), but for questions, which each name their person. */
const IS_WHOLE = `coalesce(d.is_whole, d.mode <> 'ask' AND d.from_agency_id = (
    SELECT a.agency_id FROM agency a WHERE a.partnership_id = d.partnership_id AND a.kind = 'council'
     ORDER BY cardinality(a.answers_for) > 0, a.name LIMIT 1))`;
/** About the person, under today's id ($3) or one that stood for them there. */
const isAbout = (
  row: string,
  enquiries = '$11',
  people = '$12',
): string => `(${row}.person_id = ANY($3::uuid || ${people}::uuid[])
    AND (${row}.person_id = $3 OR (${row}.enquiry_id, ${row}.person_id) IN (SELECT * FROM unnest(${enquiries}::uuid[], ${people}::uuid[]))))`;
/** Within one enquiry, what is about a whole document tells of whomever one looks for. */
const WHERE = `d.partnership_id = $1 AND ($2::uuid IS NULL OR d.enquiry_id = $2)
  AND ($3::uuid IS NULL OR ${isAbout('d')} OR ((d.enquiry_id = $2 OR d.enquiry_id = ANY($13::uuid[])) AND ${IS_WHOLE}))
  AND ($4::text IS NULL OR d.from_agency_id = $4) AND ($5::text IS NULL OR d.recipient_id = $5) AND ($6::text IS NULL OR d.rule = $6)
  AND ($7::text IS NULL OR d.outcome = $7) AND ($8::boolean OR d.visibility <> 'absent')
  AND ${unconflicted('d.enquiry_id', '$9')} AND d.from_agency_id <> ALL($10::text[]) AND d.recipient_agency_id <> ALL($10::text[])`;
const FROM = `
  SELECT d.disclosure_id AS "disclosureId", d.release_id AS "releaseId", d.detail_id AS "detailId", d.enquiry_id AS "enquiryId", d.person_id AS "personId",
         d.from_agency_id AS "fromAgencyId", d.recipient_id AS "recipientId", d.recipient_agency_id AS "recipientAgencyId", d.audience, d.mode, d.purpose,
         d.outcome, d.visibility, d.rule, d.rule_set_version AS "ruleSetVersion", d.agreement_ref AS "agreementRef", d.at, ${hasNotGone('d.release_id')} AS "isNotGone", s.kid, s.envelope
    FROM disclosure d JOIN disclosure_detail s ON s.detail_id = d.detail_id
   WHERE ${WHERE}`;
const NEWEST_FIRST = 'ORDER BY d.at DESC, d.disclosure_id DESC';
const PAGE = `${FROM} ${NEWEST_FIRST} LIMIT $14 OFFSET $15`;
const AFTER = `${FROM} AND ($15::timestamptz IS NULL OR (d.at, d.disclosure_id) < ($15, $16::uuid)) ${NEWEST_FIRST} LIMIT $14`;
/** An absent line or decision leads nobody to its enquiry. */
const naming = (table: string): string => `SELECT n.enquiry_id, n.person_id FROM ${table} n
   WHERE n.partnership_id = $1 AND ${isAbout('n', '$4', '$5')} AND n.visibility <> 'absent' AND ${unconflicted('n.enquiry_id', '$2')}`;
const NAMING = `SELECT enquiry_id AS "enquiryId", array_agg(person_id ORDER BY person_id) AS "personIds"
    FROM (${naming('disclosure')} UNION ${naming('sharing_decision')}) AS named GROUP BY enquiry_id ORDER BY enquiry_id`;
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
  filter.reader,
  filter.notNamed ?? [],
  filter.formerIds?.map(({ enquiryId }) => enquiryId) ?? [],
  filter.formerIds?.map(({ personId }) => personId) ?? [],
  filter.alsoWholeIn ?? [],
];

/** The disclosure ledger: lines are added and read. The app role can do nothing else to them. */
@Injectable()
export class DisclosureRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns false where a call with this id was made before */
  async claim(tx: Tx, call: LedgerCall): Promise<boolean> {
    const rows = await tx.query<unknown[]>(CLAIM, [
      call.releaseId,
      call.partnershipId,
      call.enquiryId,
      call.accountId,
      call.agencyId,
      call.mode,
      call.at,
    ]);
    return rows.length > 0;
  }

  async addDetail(tx: Tx, its: { detailId: string; releaseId: string; kid: string; envelope: string }): Promise<void> {
    await tx.query(ADD_DETAIL, [its.detailId, its.releaseId, its.kid, its.envelope]);
  }

  async addLines(tx: Tx, call: LedgerCall, lines: readonly (LedgerLine & { detailId: string })[]): Promise<void> {
    const { releaseId, partnershipId, enquiryId, accountId, at } = call;
    await tx.query(INSERT, [JSON.stringify(alike(lines)), releaseId, partnershipId, enquiryId, accountId, at]);
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

  /** In which enquiries a line or a decision names this person, and under which of their ids there. */
  naming(
    personId: string,
    { partnershipId, reader, formerIds = [] }: Pick<LedgerFilter, 'partnershipId' | 'reader' | 'formerIds'>,
  ): Promise<NamedIn[]> {
    const former = [formerIds.map((one) => one.enquiryId), formerIds.map((one) => one.personId)];
    return this.dataSource.query<NamedIn[]>(NAMING, [partnershipId, reader, personId, ...former]);
  }

  async count(filter: LedgerFilter): Promise<number> {
    const select = `SELECT count(*)::int AS lines FROM disclosure d WHERE ${WHERE}`;
    return (await this.dataSource.query<{ lines: number }[]>(select, valuesOf(filter)))[0]?.lines ?? 0;
  }

  /**
   * Of whom this call showed anything: for the volume alarm.
   * @returns how many different people this account was shown something about since then, these among them
   */
  async addPeopleShown(tx: Tx, call: LedgerCall, personIds: readonly string[], since: Date): Promise<number> {
    const { releaseId, accountId, at } = call;
    const values = [releaseId, [...new Set(personIds)], accountId, at, since];
    return (await tx.query<{ people: number }[]>(ADD_PEOPLE_SHOWN, values))[0]?.people ?? 0;
  }
}

/** Lines by all that they have in common, with their ids. */
function alike(lines: readonly (LedgerLine & { detailId: string })[]): object[] {
  const groups = new Map<string, { readonly row: object; readonly ids: string[] }>();
  for (const line of lines) {
    const row = {
      detail_id: line.detailId,
      person_id: line.personId,
      is_whole: line.isWhole === true,
      from_agency_id: line.fromAgencyId,
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
    };
    const key = Object.values(row).join('\n');
    const group = groups.get(key) ?? { row, ids: [] };
    group.ids.push(line.disclosureId);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ row, ids }) => ({ ...row, ids }));
}
