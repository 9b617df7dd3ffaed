import { Queue, type QueueRow } from '@mash/contracts';
import { read } from './http';

/** The row of an enquiry in the analyst's queue, on whatever page it stands: other specs have enquiries there too. */
export async function queueRowOf(enquiryId: string): Promise<QueueRow> {
  for (let page = 1; ; page++) {
    const { rows, pages } = await read('analyst', 'decision', `/queue?view=all&page=${String(page)}`, Queue);
    const row = rows.find((one) => one.enquiryId === enquiryId);
    if (row !== undefined) return row;
    if (page >= pages) throw new Error('it is on no page of the queue');
  }
}
