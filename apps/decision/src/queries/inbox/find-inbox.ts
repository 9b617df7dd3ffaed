import { minutesLeft } from '@mash/clocks';
import type { Colour, InboxItem, RouteTeam } from '@mash/contracts';
import { Clock } from '@mash/service-host';
import { loadPack } from '@mash/threshold-packs';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DecidedOutcome } from '../../domain/routes-needed';
import { notErased } from '@mash/erasure';
import { readRows } from '@mash/persistence';
import { routedToAgency } from '../../persistence/routed-to-agency';
import { unconflicted } from '../../persistence/unconflicted';
import type { RouteRecord } from '../../persistence/route.repository';

/** The outward half of a route: what the receiving team may see of the enquiry behind it. */
interface InboxRow extends RouteRecord {
  readonly state: InboxItem['state'];
  readonly reference: string;
  readonly colour?: Colour;
  readonly outcomes: readonly DecidedOutcome[];
  readonly receivedAt: Date;
  readonly decidedAt: Date;
  readonly packId: string;
  readonly packVersion: string;
}

const ITEM = `
  SELECT route.*, enquiry.reference, enquiry.colour, enquiry.received_at, enquiry.pack_id, enquiry.pack_version, decision.outcomes, decision.decided_at
    FROM route JOIN enquiry USING (enquiry_id) JOIN decision ON decision.decision_id = route.decision_id
   WHERE route.partnership_id = $1 AND route.team = ANY($2::text[]) AND ${notErased('route.enquiry_id')} AND ${unconflicted('route.enquiry_id', '$3')}
     AND ${routedToAgency('$4')}`;
const LIST = `${ITEM} ORDER BY (route.state = 'waiting') DESC, route.due_at, route.route_id LIMIT 200`;
const LAST_TAKEN = `
  SELECT max(answered_at) AS last_taken_at FROM route WHERE partnership_id = $1 AND team = ANY($2::text[]) AND state = 'accepted' AND ${unconflicted('route.enquiry_id', '$3')}
     AND ${routedToAgency('$4')}`;

const hoursOf = ({ packId, packVersion }: InboxRow) => loadPack(packId, packVersion).opening.hours;

const itemOf = (row: InboxRow, now: Date): InboxItem => ({
  ...{ routeId: row.routeId, enquiryId: row.enquiryId, reference: row.reference, team: row.team, state: row.state },
  ...(row.colour && { colour: row.colour }),
  outcomes: row.outcomes.filter(({ personId }) => row.personIds.includes(personId)),
  ...{ receivedAt: row.receivedAt.toISOString(), decidedAt: row.decidedAt.toISOString() },
  ...{ routedAt: row.routedAt.toISOString(), dueAt: row.dueAt.toISOString() },
  leftMinutes: minutesLeft({ basis: 'working', hours: hoursOf(row) }, row.dueAt, now),
  ...(row.productId && { productId: row.productId }),
  ...(row.answeredAt && { answeredAt: row.answeredAt.toISOString() }),
  ...(row.workerName && { workerName: row.workerName }),
});

/** Whose inbox: what went to the teams that somebody works in, in their agency, save what they have a conflict of interest about. */
interface Reader {
  readonly id: string;
  readonly partnershipId: string;
  readonly agencyId: string;
}

/** What have we neither taken nor returned? Waiting cases first, by the time they are due. */
@Injectable()
export class FindInbox {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(reader: Reader, teams: readonly RouteTeam[]): Promise<{ items: InboxItem[]; lastTakenAt?: string }> {
    const parameters = [reader.partnershipId, [...teams], reader.id, reader.agencyId];
    const now = this.clock.now();
    const rows = await readRows<InboxRow>(this.dataSource, LIST, parameters);
    const items = rows.map((row) => itemOf(row, now));
    const [last] = await readRows<{ lastTakenAt?: Date }>(this.dataSource, LAST_TAKEN, parameters);
    return { items, ...(last?.lastTakenAt && { lastTakenAt: last.lastTakenAt.toISOString() }) };
  }

  async one(reader: Reader, teams: readonly RouteTeam[], routeId: string): Promise<InboxItem | undefined> {
    const parameters = [reader.partnershipId, [...teams], reader.id, reader.agencyId, routeId];
    const rows = await readRows<InboxRow>(this.dataSource, `${ITEM} AND route.route_id = $5`, parameters);
    return rows[0] && itemOf(rows[0], this.clock.now());
  }
}
