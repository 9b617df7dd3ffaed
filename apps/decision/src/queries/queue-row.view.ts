import type { QueueRow } from '@mash/contracts';
import type { AskedRequestRecord } from '../persistence/asked-request.repository';
import type { ClockRecord } from '../persistence/clock.repository';
import type { EnquiryRecord } from '../persistence/enquiry.record';
import { clockThatMatters, clockViews, reckoningOf } from './clock.view';

const isLate = ({ overdueAt, answeredAt }: AskedRequestRecord): boolean =>
  overdueAt !== undefined && answeredAt === undefined;

/** One row of the queue: ids and codes, no names. */
export function queueRow(
  now: Date,
  enquiry: EnquiryRecord,
  clocks: readonly ClockRecord[],
  requests: readonly AskedRequestRecord[],
): QueueRow {
  const clock = clockThatMatters(clockViews(reckoningOf(enquiry, now), clocks, requests));
  const { enquiryId, reference, colour, ownerId } = enquiry;
  return {
    enquiryId,
    reference,
    ...(colour && { colour }),
    urgent: enquiry.urgent,
    protection: enquiry.protectionOpen,
    stage: enquiry.stage,
    nextStep: enquiry.nextStep,
    ...(clock && { clock }),
    receivedAt: enquiry.receivedAt.toISOString(),
    people: enquiry.people.map(({ personId, kind, ageBand }) => ({ personId, kind, ageBand })),
    presentingIssues: [...enquiry.presentingIssues],
    repeatContacts12Months: enquiry.repeatContacts,
    asked: enquiry.asked,
    answered: enquiry.answered,
    late: enquiry.late,
    // Those who see the queue are more than those who may know of an agency whose name says what it knows: it counts in `late`.
    lateAgencies: [...new Set(requests.filter((one) => isLate(one) && one.mayBeNamed).map(({ agencyId }) => agencyId))],
    ...(ownerId && { ownerId }),
    flagged: enquiry.flagged,
    restricted: enquiry.restricted,
  };
}
