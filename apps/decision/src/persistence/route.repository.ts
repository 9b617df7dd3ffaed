import type { RouteTeam } from '@mash/contracts';
import { insertRow, readRows, type Source, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { notErased } from '@mash/erasure';
import { routedToAgency } from './routed-to-agency';
import { unconflicted } from './unconflicted';

export interface RouteRecord {
  readonly routeId: string;
  readonly decisionId: string;
  readonly enquiryId: string;
  readonly partnershipId: string;
  readonly team: RouteTeam;
  /** The agency whose team it is. Of routes from before nobody knows: they went to the team. */
  readonly toAgencyId?: string | undefined;
  readonly personIds: readonly string[];
  readonly productId?: string | undefined;
  readonly routedBy: string;
  readonly routedAt: Date;
  readonly dueAt: Date;
  /** `held`: its handover waits for a human of `sharing`, and nobody has been given anything. */
  readonly state: 'held' | 'waiting' | 'accepted' | 'returned';
  readonly answeredAt?: Date;
  readonly workerName?: string;
  readonly reasonCode?: string;
}

export interface RouteAnswer {
  readonly state: 'accepted' | 'returned';
  readonly answeredAt: Date;
  readonly answeredBy: string;
  readonly workerName?: string;
  readonly reasonCode?: string;
  readonly kid?: string;
  readonly envelope?: string;
}

const ANSWER = `
  UPDATE route SET state = $2, answered_at = $3, answered_by = $4, worker_name = $5, reason_code = $6, kid = $7, envelope = $8
   WHERE route_id = $1`;

const GO = `UPDATE route SET state = 'waiting', routed_at = $2, due_at = $3 WHERE route_id = $1 AND state = 'held'`;

@Injectable()
export class RouteRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add(tx: Tx, route: RouteRecord): Promise<void> {
    await insertRow(tx, 'route', route);
  }

  of(enquiryId: string, from: Source = this.dataSource): Promise<RouteRecord[]> {
    return readRows(from, 'SELECT * FROM route WHERE enquiry_id = $1 ORDER BY routed_at, route_id', [enquiryId]);
  }

  /** The route if it went to one of these teams of the person's own partnership, and to their agency, and they have no conflict of interest about it. */
  async ofTeam(
    { id, partnershipId, agencyId }: { readonly id: string; readonly partnershipId: string; readonly agencyId: string },
    teams: readonly RouteTeam[],
    routeId: string,
    from: Source = this.dataSource,
  ): Promise<RouteRecord | undefined> {
    const sql = `SELECT * FROM route WHERE route_id = $1 AND partnership_id = $2 AND team = ANY($3::text[]) AND ${notErased('route.enquiry_id')}
      AND ${unconflicted('route.enquiry_id', '$4')} AND ${routedToAgency('$5')}`;
    return (await readRows<RouteRecord>(from, sql, [routeId, partnershipId, [...teams], id, agencyId]))[0];
  }

  /** It was held, and goes now: its time begins. */
  async go(tx: Tx, routeId: string, { routedAt, dueAt }: Pick<RouteRecord, 'routedAt' | 'dueAt'>): Promise<void> {
    await tx.query(GO, [routeId, routedAt, dueAt]);
  }

  async answer(tx: Tx, routeId: string, answer: RouteAnswer): Promise<void> {
    const { state, answeredAt, answeredBy, workerName, reasonCode, kid, envelope } = answer;
    const rest = [workerName, reasonCode, kid, envelope].map((value) => value ?? null);
    await tx.query(ANSWER, [routeId, state, answeredAt, answeredBy, ...rest]);
  }
}
