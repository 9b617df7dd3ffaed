import { readRows, type Source, type Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Looker, Ties } from '../domain/look';
import { inboxTeamsOf } from '../domain/inbox-teams';
import { noticeTeamsOf } from '../domain/protection';
import type { EnquiryRecord } from './enquiry.record';
import { routedToAgency } from './routed-to-agency';

const LIVE = (now: string) =>
  `ends_at > ${now} AND NOT EXISTS (SELECT 1 FROM broken_glass_end e WHERE e.glass_id = broken_glass.glass_id)`;

const TIES = `
  SELECT EXISTS (SELECT 1 FROM named_access WHERE enquiry_id = $1 AND account_id = $2) AS is_named,
         EXISTS (SELECT 1 FROM broken_glass WHERE enquiry_id = $1 AND account_id = $2 AND ${LIVE('$6')}) AS glass_is_broken,
         EXISTS (SELECT 1 FROM conflict_of_interest WHERE enquiry_id = $1 AND account_id = $2) AS is_in_conflict,
         EXISTS (SELECT 1 FROM asked_request WHERE enquiry_id = $1 AND agency_id = $3) AS agency_was_asked,
         EXISTS (SELECT 1 FROM strategy_step AS one WHERE enquiry_id = $1 AND step = 'started' AND $3 = ANY(agencies) AND NOT EXISTS
                   (SELECT 1 FROM strategy_step AS later WHERE later.discussion_id = one.discussion_id AND later.number > one.number)) AS in_discussion,
         ARRAY(SELECT DISTINCT team FROM route WHERE enquiry_id = $1 AND team = ANY($4::text[]) AND ${routedToAgency('$3')}) AS routed_to,
         ARRAY(SELECT DISTINCT team FROM notice WHERE enquiry_id = $1 AND team = ANY($5::text[])
                                                  AND agency_id IN ($3, team)) AS notified`;

const LISTS = `
  SELECT ARRAY(SELECT account_id FROM named_access WHERE enquiry_id = $1
               UNION SELECT account_id FROM broken_glass WHERE enquiry_id = $1 AND ${LIVE('$2')}) AS named_access,
         ARRAY(SELECT account_id FROM conflict_of_interest WHERE enquiry_id = $1) AS conflicts`;

const ANNOUNCED = `
  SELECT restricted, ARRAY(SELECT account_id FROM named_access WHERE enquiry_id = $1) AS named,
         ARRAY(SELECT account_id FROM conflict_of_interest WHERE enquiry_id = $1) AS conflicts FROM enquiry WHERE enquiry_id = $1`;
const BROKEN = `SELECT account_id, ends_at AS until FROM broken_glass WHERE enquiry_id = $1 AND ${LIVE('$2')} ORDER BY ends_at`;
const NEXT_VERSION = `UPDATE enquiry SET access_version = access_version + 1 WHERE enquiry_id = $1`;
const VERSION = `SELECT access_version FROM enquiry WHERE enquiry_id = $1`;

/** Who may see an enquiry, as it is told to the other services. */
export interface AnnouncedAccess {
  readonly restricted: boolean;
  readonly named: readonly { readonly accountId: string; readonly until?: Date }[];
  readonly conflicts: string[];
}

export interface ListedAccount {
  readonly accountId: string;
  readonly by: string;
  readonly at: Date;
}

export interface StandingAccess {
  readonly version: number;
  readonly named: readonly ListedAccount[];
  readonly conflicts: readonly ListedAccount[];
}

export interface CaseAttributes {
  readonly id: string;
  readonly partnershipId: string;
  readonly restricted: boolean;
  readonly namedAccess: string[];
  readonly conflicts: string[];
}

type LoadedTies = Pick<Ties, 'glassIsBroken'> &
  Pick<Ties, 'isNamed' | 'isInConflict' | 'agencyWasAsked' | 'inDiscussion' | 'routedTo' | 'notified'>;

/** Who is tied to an enquiry, and the two lists that bend access to it: named people of a restricted one, people in conflict. */
@Injectable()
export class AccessRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async tiesOf(looker: Looker, enquiry: EnquiryRecord): Promise<Ties> {
    const teams = [inboxTeamsOf(looker.roles), noticeTeamsOf(looker.roles)];
    const parameters = [enquiry.enquiryId, looker.id, looker.agencyId, ...teams, this.clock.now()];
    const [ties] = await readRows<LoadedTies>(this.dataSource, TIES, parameters);
    if (ties === undefined) throw new Error('A select of existences always gives a row');
    const { partnershipId, restricted, referrerKind, recordedBy } = enquiry;
    return { ...ties, partnershipId, restricted, referrerKind, isOwnContact: recordedBy === looker.id };
  }

  /** What decides who may see the work on an enquiry, as the policies read it. */
  async caseAttributesOf(
    { enquiryId, partnershipId, restricted }: EnquiryRecord,
    from: Source = this.dataSource,
  ): Promise<CaseAttributes> {
    const [lists] = await readRows<Pick<CaseAttributes, 'namedAccess' | 'conflicts'>>(from, LISTS, [
      enquiryId,
      this.clock.now(),
    ]);
    if (lists === undefined) throw new Error('A select of lists always gives a row');
    return { id: enquiryId, partnershipId, restricted, ...lists };
  }

  async isNamed(enquiryId: string, accountId: string): Promise<boolean> {
    const sql = 'SELECT 1 FROM named_access WHERE enquiry_id = $1 AND account_id = $2';
    return (await this.dataSource.query<unknown[]>(sql, [enquiryId, accountId])).length > 0;
  }

  /** The number of the change that is being made. */
  async nextVersion(tx: Tx, enquiryId: string): Promise<number> {
    await tx.query(NEXT_VERSION, [enquiryId]);
    return this.versionOf(tx, enquiryId);
  }

  async versionOf(from: Source, enquiryId: string): Promise<number> {
    const [row] = await readRows<{ accessVersion: number }>(from, VERSION, [enquiryId]);
    if (row === undefined) throw new Error('Only access to an enquiry that is there changes');
    return row.accessVersion;
  }

  async toAnnounce(tx: Tx, enquiryId: string): Promise<AnnouncedAccess> {
    const [lists] = await readRows<{ restricted: boolean; named: string[]; conflicts: string[] }>(tx, ANNOUNCED, [
      enquiryId,
    ]);
    if (lists === undefined) throw new Error('Only access to an enquiry that is there changes');
    const { restricted, named, conflicts } = lists;
    const broken = await readRows<{ accountId: string; until: Date }>(tx, BROKEN, [enquiryId, this.clock.now()]);
    return { restricted, conflicts, named: [...named.map((accountId) => ({ accountId })), ...broken] };
  }

  /** Both lists as they stand, with who put each account there. A broken glass names nobody. */
  async listsOf(enquiryId: string): Promise<StandingAccess> {
    const list = async (table: string, by: string, at: string): Promise<ListedAccount[]> =>
      readRows(this.dataSource, `SELECT account_id, ${by} AS by, ${at} AS at FROM ${table} WHERE enquiry_id = $1`, [
        enquiryId,
      ]);
    return {
      version: await this.versionOf(this.dataSource, enquiryId),
      named: await list('named_access', 'given_by', 'given_at'),
      conflicts: await list('conflict_of_interest', 'stated_by', 'stated_at'),
    };
  }

  /** Both lists as they shall be. Who is on one already stays there as they were put. */
  async save(
    tx: Tx,
    enquiryId: string,
    by: string,
    now: Date,
    lists: { restricted: boolean; named: readonly string[]; conflicts: readonly string[] },
  ): Promise<void> {
    await tx.query('UPDATE enquiry SET restricted = $2 WHERE enquiry_id = $1', [enquiryId, lists.restricted]);
    for (const [table, columns, accounts] of [
      ['named_access', 'given_by, given_at', lists.named],
      ['conflict_of_interest', 'stated_by, stated_at', lists.conflicts],
    ] as const) {
      await tx.query(`DELETE FROM ${table} WHERE enquiry_id = $1 AND account_id <> ALL($2::text[])`, [
        enquiryId,
        accounts,
      ]);
      const insert = `INSERT INTO ${table} (enquiry_id, account_id, ${columns}) SELECT $1, account, $3, $4 FROM unnest($2::text[]) AS account
        ON CONFLICT DO NOTHING`;
      await tx.query(insert, [enquiryId, [...new Set(accounts)], by, now]);
    }
  }
}
