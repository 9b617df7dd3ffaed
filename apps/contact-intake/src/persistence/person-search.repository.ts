import type { SqlFilter } from '@mash/authorisation';
import type { MentionedPerson } from '@mash/contracts';
import { insertRow, readRows, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LinkChange } from '../domain/former-ids';
import type { PersonSearch, Verdict } from '../domain/person-search';
import type { MatchTrailRecord, PersonSearchRecord, SearchCandidateRecord } from './person-search.record';
import { IS_HIDDEN } from './hidden-homes';

/** Blocks can be large (a common surname); the nearest of this many are scored. */
const MOST_SCORED = 300;
/** Where a place of somebody is protected, or of their home, a postcode that was said of them before finds them no more. */
const NOT_BY_PLACE = `NOT (key LIKE 'place:%' AND ${IS_HIDDEN})`;
const found = (seen: string) => `
  SELECT m.person_id, count(*) AS shared FROM mention m, unnest(m.blocking_keys) AS key
   WHERE m.partnership_id = $1 AND m.blocking_keys && $2::text[] AND key = ANY($2::text[]) AND ${NOT_BY_PLACE} AND ${seen}
     AND NOT EXISTS (SELECT 1 FROM mention own WHERE own.enquiry_id = $3 AND m.person_id IN (own.person_id, own.provisional_person_id))
   GROUP BY m.person_id ORDER BY shared DESC, m.person_id LIMIT ${MOST_SCORED}`;

/** Whom to look for, and for which enquiry. */
export interface Sought {
  readonly partnershipId: string;
  readonly enquiryId: string;
  readonly blockingKeys: readonly string[];
}

/** What one contact said of a person, and whether no place of it may be read. */
export interface SaidOfPerson {
  readonly personId: string;
  readonly said: MentionedPerson;
  readonly isHidden: boolean;
}

@Injectable()
export class PersonSearchRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Persons of the partnership, other than those on this enquiry's roster, of whom some mention shares a blocking key.
   *
   * @param seen the mentions, as `m`, of enquiries that the reader may see: its placeholders begin at 4
   */
  async personsSharing({ partnershipId, blockingKeys, enquiryId }: Sought, seen: SqlFilter): Promise<string[]> {
    const values = [partnershipId, blockingKeys, enquiryId, ...seen.params];
    const rows = await readRows<{ personId: string }>(this.dataSource, found(seen.where), values);
    return rows.map(({ personId }) => personId);
  }

  /**
   * What was said of these persons, in every contact that the reader may see: somebody may be better known under an earlier name.
   *
   * @param seen the mentions, as `m`, of enquiries that the reader may see: its placeholders begin at 2
   */
  saidOf(personIds: readonly string[], seen: SqlFilter): Promise<SaidOfPerson[]> {
    const sql = `SELECT m.person_id, m.said, ${IS_HIDDEN} AS is_hidden FROM mention m WHERE m.person_id = ANY($1::uuid[]) AND ${seen.where}`;
    return readRows(this.dataSource, sql, [personIds, ...seen.params]);
  }

  async add(tx: Tx, search: PersonSearchRecord, candidates: readonly SearchCandidateRecord[]): Promise<void> {
    await insertRow(tx, 'person_search', search);
    for (const candidate of candidates) await insertRow(tx, 'search_candidate', candidate);
  }

  async get(tx: Tx, searchId: string): Promise<PersonSearch | undefined> {
    const [search] = await readRows<PersonSearchRecord>(tx, 'SELECT * FROM person_search WHERE search_id = $1', [
      searchId,
    ]);
    if (search === undefined) return undefined;
    const sql = 'SELECT * FROM search_candidate WHERE search_id = $1 ORDER BY score DESC, person_id';
    return { ...search, candidates: await readRows<SearchCandidateRecord>(tx, sql, [searchId]) };
  }

  async keepVerdict(tx: Tx, searchId: string, personId: string, verdict: Verdict, by: string, at: Date): Promise<void> {
    const sql = `UPDATE search_candidate SET verdict = $3, verdict_by = $4, verdict_at = $5
                  WHERE search_id = $1 AND person_id = $2`;
    await tx.query(sql, [searchId, personId, verdict, by, at]);
  }

  addToTrail(tx: Tx, line: MatchTrailRecord): Promise<void> {
    return insertRow(tx, 'match_trail', line);
  }

  /** How the mentions of an enquiry were linked to people, and links taken back, in that order. */
  linksOf(enquiryId: string): Promise<LinkChange[]> {
    const sql = `SELECT mention_id, action, person_id, done_at FROM match_trail WHERE enquiry_id = $1 AND action IN ('same', 'unlinked')
                  ORDER BY roster_version, done_at, trail_id`;
    return readRows<LinkChange>(this.dataSource, sql, [enquiryId]);
  }
}
