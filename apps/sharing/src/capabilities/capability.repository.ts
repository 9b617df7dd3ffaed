import { newId, type CapabilityKind } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface CapabilityRow {
  capabilityId: string;
  kind: CapabilityKind;
  /** The line, or the notice. */
  aboutId: string;
  sharingDecisionId: string | null;
  partnershipId: string;
  enquiryId: string;
  /** The only agency whose system may use it. */
  agencyId: string;
  personId: string | null;
  madeAt: Date;
  expiresAt: Date;
}

const COLUMNS = `capability_id AS "capabilityId", kind, about_id AS "aboutId", sharing_decision_id AS "sharingDecisionId",
  partnership_id AS "partnershipId", enquiry_id AS "enquiryId", agency_id AS "agencyId", person_id AS "personId",
  made_at AS "madeAt", expires_at AS "expiresAt"`;

/** Something else than a PERMIT was kept of the line since. A PERMIT on newer facts leaves what the first one made: it makes none of its own. */
const WITHDRAWN = `EXISTS (
  SELECT 1 FROM sharing_decision made JOIN sharing_decision later ON later.about_id = made.about_id
   WHERE made.sharing_decision_id = capability.sharing_decision_id AND later.outcome <> 'PERMIT'
     AND (later.decided_at, later.sharing_decision_id) > (made.decided_at, made.sharing_decision_id))`;

/** What agencies' systems may open. A capability that was used has a release of its own id: the ledger's claim makes it single-use. */
@Injectable()
export class CapabilityRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Once for each decision about a line, and for each notice. */
  async add(tx: Tx, row: Omit<CapabilityRow, 'capabilityId'>): Promise<void> {
    const { kind, aboutId, sharingDecisionId, partnershipId, enquiryId, agencyId, personId, madeAt, expiresAt } = row;
    await tx.query(
      `INSERT INTO capability (capability_id, kind, about_id, sharing_decision_id, partnership_id, enquiry_id, agency_id, person_id, made_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
      [newId(), kind, aboutId, sharingDecisionId, partnershipId, enquiryId, agencyId, personId, madeAt, expiresAt],
    );
  }

  async find(capabilityId: string): Promise<CapabilityRow | undefined> {
    const select = `SELECT ${COLUMNS} FROM capability WHERE capability_id = $1`;
    return (await this.dataSource.query<CapabilityRow[]>(select, [capabilityId]))[0];
  }

  /** Whether what permitted it was decided otherwise since. */
  async isWithdrawn(
    { capabilityId }: Pick<CapabilityRow, 'capabilityId'>,
    tx: Tx = this.dataSource.manager,
  ): Promise<boolean> {
    const select = `SELECT 1 FROM capability WHERE capability_id = $1 AND ${WITHDRAWN}`;
    return (await tx.query<unknown[]>(select, [capabilityId])).length > 0;
  }

  async noticesOf(enquiryId: string, tx: Tx = this.dataSource.manager): Promise<string[]> {
    const select = `SELECT DISTINCT about_id AS "noticeId" FROM capability WHERE enquiry_id = $1 AND kind = 'notice'`;
    const rows = await tx.query<{ noticeId: string }[]>(select, [enquiryId]);
    return rows.map(({ noticeId }) => noticeId);
  }

  unusedOf(partnershipId: string, agencyId: string, now: Date): Promise<CapabilityRow[]> {
    const select = `SELECT ${COLUMNS} FROM capability WHERE partnership_id = $1 AND agency_id = $2 AND expires_at > $3
        AND NOT EXISTS (SELECT 1 FROM release_call WHERE release_id = capability_id) AND NOT ${WITHDRAWN}
      ORDER BY expires_at, capability_id LIMIT 200`;
    return this.dataSource.query<CapabilityRow[]>(select, [partnershipId, agencyId, now]);
  }
}
