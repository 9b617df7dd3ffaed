import type { ConsentKind } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { hasNotGone, letGoAt } from '../products/outward-product.repository';
import type { Holding } from './consent-notice.repository';

export interface Holder {
  readonly agencyId: string;
  readonly holds: Holding[];
  /** When it was first asked, shown or sent any of it. */
  readonly heldSince: Date;
}

const HUB = "('hub_analyst', 'hub_manager')";

/**
 * SQL: of these enquiries, those in which somebody outside the hub was asked (also where that was recalled since: it knows what it was asked, and may have
 * answered), or something was sent or shown to them, or waits to be: a handover goes out also where nobody was asked.
 */
export const HELD_OUTSIDE = (enquiries: string): string => `
  SELECT enquiry_id, partnership_id FROM sharing_decision WHERE enquiry_id = ${enquiries} AND about_kind = 'request-line' AND outcome = 'PERMIT' UNION
  SELECT enquiry_id, partnership_id FROM outward_product WHERE enquiry_id = ${enquiries}
  UNION SELECT enquiry_id, partnership_id FROM disclosure WHERE enquiry_id = ${enquiries} AND visibility = 'shown' AND mode <> 'ask' AND audience NOT IN ${HUB}`;

/** SQL: what was shown about these people, or put into what went. */
const SHOWN = `
  SELECT s.recipient_agency_id AS agency_id, 'disclosure' AS holds, ${letGoAt('s.release_id', 's.at')} AS at FROM disclosure s
   WHERE s.enquiry_id = $1 AND s.person_id = ANY($2) AND s.visibility = 'shown' AND NOT ${hasNotGone('s.release_id')}`;
/** SQL: letters and handovers about these people that went. */
const SENT = `
  SELECT o.to_agency_id AS agency_id, 'product' AS holds, ${letGoAt('o.product_id', 'o.made_at')} AS at FROM outward_product o
   WHERE o.enquiry_id = $1 AND o.person_ids && $2::uuid[] AND NOT ${hasNotGone('o.product_id')}`;
/** Bodies outside the hub that hold something about these people: they were asked, answered, were shown something, or were sent a product. */
const SHARING = `
  SELECT to_agency_id AS agency_id, 'request' AS holds, decided_at AS at FROM sharing_decision
   WHERE enquiry_id = $1 AND person_id = ANY($2) AND about_kind = 'request-line' AND outcome = 'PERMIT'
  UNION SELECT a.agency_id, 'answer', a.checked_at FROM checked_answer a JOIN sharing_decision d ON d.enquiry_id = a.enquiry_id AND d.to_agency_id = a.agency_id
   WHERE a.enquiry_id = $1 AND a.accepted AND d.person_id = ANY($2) AND d.about_kind = 'request-line' AND d.outcome = 'PERMIT'
  UNION ${SHOWN} AND s.mode <> 'ask' AND s.audience NOT IN ${HUB}
  UNION ${SENT}`;
/** Consent to a help service opens help alone: only the teams that give it hold something that rests on it. */
const SERVICE = `
  ${SHOWN} AND s.audience IN ('team_eh', 'team_other')
  UNION ${SENT} AND o.audience IN ('team_eh', 'team_other')`;
const SOURCES: Readonly<Partial<Record<ConsentKind, string>>> = { sharing: SHARING, service: SERVICE };

@Injectable()
export class HoldersRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Whether anybody outside the hub was asked, shown or sent something. */
  async areThereAny(enquiryId: string): Promise<boolean> {
    const select = `SELECT EXISTS (${HELD_OUTSIDE('$1')}) AS "isHeld"`;
    return (await this.dataSource.query<{ isHeld: boolean }[]>(select, [enquiryId]))[0]?.isHeld === true;
  }

  async of(
    enquiryId: string,
    personIds: readonly string[],
    kind: ConsentKind,
    tx: Tx = this.dataSource.manager,
  ): Promise<Holder[]> {
    const source = SOURCES[kind];
    if (source === undefined) return [];
    const select = `SELECT agency_id AS "agencyId", array_agg(DISTINCT holds ORDER BY holds) AS holds, min(at) AS "heldSince" FROM (${source}) held
      WHERE agency_id IS NOT NULL GROUP BY agency_id ORDER BY agency_id`;
    return tx.query<Holder[]>(select, [enquiryId, personIds]);
  }
}
