import type { PersonActor } from '@mash/authorisation';
import type { IntroduceMyself, StaffMember } from '@mash/contracts';
import { readRows, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

const MOST_LISTED = 2000;
const SEEN = `
  INSERT INTO staff_member (account_id, partnership_id, agency_id, roles, name, role_title, seen_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (account_id) DO UPDATE SET partnership_id = excluded.partnership_id, agency_id = excluded.agency_id, roles = excluded.roles,
    name = excluded.name, role_title = excluded.role_title, seen_at = excluded.seen_at`;

/** Who works with the platform, as they last signed in. */
@Injectable()
export class StaffRepository {
  constructor(private readonly dataSource: DataSource) {}

  async saw(tx: Tx, actor: PersonActor, { name, roleTitle }: IntroduceMyself, at: Date): Promise<void> {
    const { id, partnershipId, agencyId, roles } = actor;
    await tx.query(SEEN, [id, partnershipId, agencyId, roles, name, roleTitle, at]);
  }

  ofPartnership(partnershipId: string): Promise<StaffMember[]> {
    const sql = `SELECT account_id, name, role_title, agency_id, roles FROM staff_member WHERE partnership_id = $1 ORDER BY name, account_id LIMIT ${MOST_LISTED}`;
    return readRows(this.dataSource, sql, [partnershipId]);
  }
}
