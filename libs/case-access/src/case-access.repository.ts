import { openToTheHub } from '@mash/authorisation';
import type { EnquiryAccessChangedV1 } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CaseAccess } from './case-access';
import { caseAccessColumns } from './case-access-columns';

type Said = EnquiryAccessChangedV1['data'];

/** After this nothing newer can be heard. */
const LAST_VERSION = 2_147_483_647;
/** Only forwards: events of one enquiry may come late, or twice. */
const LEARN = `
  INSERT INTO case_access (enquiry_id, partnership_id, version, restricted, named, conflicts)
  VALUES ($1, $2, $3, $4, $5::jsonb, $6::text[])
  ON CONFLICT (enquiry_id) DO UPDATE
     SET version = excluded.version, restricted = excluded.restricted, named = excluded.named, conflicts = excluded.conflicts
   WHERE case_access.version < excluded.version AND case_access.partnership_id = excluded.partnership_id`;
const FORGET = `UPDATE case_access SET named = '[]', conflicts = '{}', version = ${LAST_VERSION} WHERE enquiry_id = $1`;

/** Who may see which enquiry, as `decision` said last. */
@Injectable()
export class CaseAccessRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async learn(
    tx: Tx,
    partnershipId: string,
    { enquiryId, version, restricted, named, conflicts }: Said,
  ): Promise<void> {
    await tx.query(LEARN, [enquiryId, partnershipId, version, restricted, JSON.stringify(named), conflicts]);
  }

  /** The attributes of one enquiry that the policies read. One of which nothing was heard is open to the hub. */
  async of(enquiryId: string, from?: Tx): Promise<CaseAccess> {
    return (await this.ofAll([enquiryId], from)).get(enquiryId) ?? openToTheHub;
  }

  /** The same of several; those of which nothing was heard are not in it. */
  async ofAll(
    enquiryIds: readonly string[],
    from: Tx | DataSource = this.dataSource,
  ): Promise<ReadonlyMap<string, CaseAccess>> {
    if (enquiryIds.length === 0) return new Map();
    const { restricted, namedAccess, conflicts } = caseAccessColumns('said.enquiry_id', this.clock.now());
    const select = `SELECT said.enquiry_id AS "enquiryId", ${restricted} AS restricted, ${namedAccess} AS "namedAccess", ${conflicts} AS conflicts
      FROM case_access said WHERE said.enquiry_id = ANY($1::uuid[])`;
    const rows = await from.query<(CaseAccess & { enquiryId: string })[]>(select, [[...new Set(enquiryIds)]]);
    return new Map(rows.map(({ enquiryId, ...access }) => [enquiryId, access]));
  }

  /** Of an erased enquiry nobody needs to know any more who knows the family; that it was restricted stays, and nothing is heard again. */
  async forget(tx: Tx, enquiryId: string): Promise<void> {
    await tx.query(FORGET, [enquiryId]);
  }
}
