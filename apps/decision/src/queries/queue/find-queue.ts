import type { Queue } from '@mash/contracts';
import { readRows } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OpenNames } from '../../features/learn-agencies/open-names';
import { AskedRequestRepository } from '../../persistence/asked-request.repository';
import { ClockRepository } from '../../persistence/clock.repository';
import { enquiryOf, type EnquiryRecord, type EnquiryRow } from '../../persistence/enquiry.record';
import { IN_REACH, QUEUE_ORDER } from '../../persistence/queue-order';
import { queueRow } from '../queue-row.view';
import type { QueueView } from './queue.query';

export const ROWS_ON_A_PAGE = 25;

/** Conditions of the views. `$2` is the account that looks. */
const VIEWS: Readonly<Record<QueueView, string>> = {
  mine: `owner_id = $2 AND stage <> 'closed'`,
  unclaimed: `owner_id IS NULL AND stage <> 'closed'`,
  'with-agencies': `stage = 'with_agencies'`,
  all: `stage <> 'closed'`,
};
const COUNTS = `
  SELECT count(*) FILTER (WHERE ${VIEWS.mine})::int AS mine, count(*) FILTER (WHERE ${VIEWS.unclaimed})::int AS unclaimed,
         count(*) FILTER (WHERE ${VIEWS['with-agencies']})::int AS with_agencies,
         count(*) FILTER (WHERE ${VIEWS.all})::int AS all, max(received_at) AS last_arrival_at
    FROM enquiry WHERE ${IN_REACH}`;

const rowsOf = (view: QueueView) =>
  `SELECT * FROM enquiry WHERE ${IN_REACH} AND ${VIEWS[view]} ORDER BY ${QUEUE_ORDER} LIMIT $4 OFFSET $5`;

interface Counted {
  readonly mine: number;
  readonly unclaimed: number;
  readonly withAgencies: number;
  readonly all: number;
  readonly lastArrivalAt?: Date;
}

const sizeOf = (view: QueueView, { mine, unclaimed, withAgencies, all }: Counted): number =>
  ({ mine, unclaimed, 'with-agencies': withAgencies, all })[view];

const groupBy = <T extends { readonly enquiryId: string }>(all: readonly T[], enquiryId: string): T[] =>
  all.filter((one) => one.enquiryId === enquiryId);

/** What do I touch next, how long have I got? Sorted and paged in SQL; restricted enquiries and conflicts are not there at all. */
@Injectable()
export class FindQueue {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clocks: ClockRepository,
    private readonly requests: AskedRequestRepository,
    private readonly openNames: OpenNames,
    private readonly clock: Clock,
  ) {}

  async find(
    looker: { readonly partnershipId: string; readonly id: string },
    view: QueueView,
    page: number,
  ): Promise<Queue> {
    const now = this.clock.now();
    const who = [looker.partnershipId, looker.id];
    const [counted] = await readRows<Counted>(this.dataSource, COUNTS, who);
    if (counted === undefined) throw new Error('A count always gives a row');
    const window = [...who, now, ROWS_ON_A_PAGE, (page - 1) * ROWS_ON_A_PAGE];
    const rows = await readRows<EnquiryRow>(this.dataSource, rowsOf(view), window);
    const { lastArrivalAt, ...counts } = counted;
    return {
      counts,
      rows: await this.rows(looker.partnershipId, rows.map(enquiryOf), now),
      page,
      pages: Math.max(1, Math.ceil(sizeOf(view, counted) / ROWS_ON_A_PAGE)),
      ...(lastArrivalAt && { lastArrivalAt: lastArrivalAt.toISOString() }),
    };
  }

  private async rows(partnershipId: string, enquiries: readonly EnquiryRecord[], now: Date): Promise<Queue['rows']> {
    const ids = enquiries.map(({ enquiryId }) => enquiryId);
    const [clocks, asked] = [await this.clocks.of(ids), await this.requests.of(ids)];
    const requests = this.openNames.asOfToday(partnershipId, asked);
    return enquiries.map((enquiry) => {
      const { enquiryId } = enquiry;
      return queueRow(now, enquiry, groupBy(clocks, enquiryId), groupBy(requests, enquiryId));
    });
  }
}
