import { minutesLeft } from '@mash/clocks';
import type { AgencyRequest } from '@mash/contracts';
import { loadPack } from '@mash/threshold-packs';
import { Injectable } from '@nestjs/common';
import { requestState } from '../domain/request-state';
import { EnquiryRepository, type EnquiryRow } from '../persistence/enquiry.repository';
import { RequestRepository, type LineRow, type RequestRow } from '../persistence/request.repository';

/** Which lines a reader sees: the hub all of them, an agency only what it was really asked. */
export type LineFilter = (line: LineRow) => boolean;
export const everyLine: LineFilter = () => true;
const REALLY_ASKED: readonly LineRow['state'][] = ['issued', 'answered', 'held', 'recalled'];
export const issuedLines: LineFilter = ({ state }) => REALLY_ASKED.includes(state);
/** What an agency may open: nothing that is held or recalled. */
export const isOpenToAgency = (state: LineRow['state']): boolean => state === 'issued' || state === 'answered';

/** Puts requests together as pages read them: lines, chasers, lateness against `now`. */
@Injectable()
export class RequestViews {
  constructor(
    private readonly requests: RequestRepository,
    private readonly enquiries: EnquiryRepository,
  ) {}

  async of(rows: readonly RequestRow[], now: Date, filter: LineFilter): Promise<AgencyRequest[]> {
    const ids = rows.map(({ requestId }) => requestId);
    const [lines, chasers] = await Promise.all([this.requests.linesOf(ids), this.requests.chasersOf(ids)]);
    const enquiryIds = [...new Set(rows.map(({ enquiryId }) => enquiryId))];
    const enquiries = await Promise.all(enquiryIds.map((enquiryId) => this.enquiries.find(enquiryId)));
    return rows.map((row) => {
      const enquiry = enquiries.find((one) => one?.enquiryId === row.enquiryId);
      const own = lines.filter(({ requestId }) => requestId === row.requestId).filter(filter);
      return {
        requestId: row.requestId,
        enquiryId: row.enquiryId,
        enquiryReference: enquiry?.reference ?? '',
        agencyId: row.agencyId,
        agencyName: row.agencyName,
        purpose: row.purpose,
        ...(enquiry?.colour && { colour: enquiry.colour }),
        state: requestState(
          own.map(({ state }) => state),
          row.complete,
        ),
        proposedAt: row.proposedAt.toISOString(),
        proposedBy: row.proposedBy,
        ...(row.issuedAt && { issuedAt: row.issuedAt.toISOString() }),
        ...(row.dueAt && { dueAt: row.dueAt.toISOString() }),
        ...(row.basis && { basis: row.basis }),
        ...leftOf(row, enquiry, now),
        late: isLate(row, own, now),
        ...(row.answeredAt && { answeredAt: row.answeredAt.toISOString() }),
        chasers: chasers
          .filter(({ requestId }) => requestId === row.requestId)
          .map(({ at, by }) => ({ at: at.toISOString(), by })),
        ...(row.claimedBy && { claimedBy: row.claimedBy }),
        decided: enquiry?.decidedAt != null,
        lines: own.map(viewOfLine),
      };
    });
  }
}

function leftOf({ dueAt, basis }: RequestRow, enquiry: EnquiryRow | undefined, now: Date): { leftMinutes?: number } {
  if (dueAt === null || basis === null || enquiry?.packId == null || enquiry.packVersion === null) return {};
  const { hours } = loadPack(enquiry.packId, enquiry.packVersion).opening;
  return { leftMinutes: minutesLeft({ basis, hours }, dueAt, now) };
}

/** Nothing is late of which nothing is owed: held and recalled lines wait for the hub, not for the agency. */
function isLate({ dueAt, answeredAt, complete }: RequestRow, lines: readonly LineRow[], now: Date): boolean {
  if (dueAt === null) return false;
  const isStopped = lines.some(({ state }) => state === 'held' || state === 'recalled');
  const isOwed = lines.some(({ state }) => state === 'issued');
  if (!complete && isStopped && !isOwed) return false;
  return (complete && answeredAt ? answeredAt : now).getTime() > dueAt.getTime();
}

const viewOfLine = ({ lineId, personId, category, existenceOnly, state, sharingDecisionId, stoppedAt }: LineRow) => ({
  lineId,
  personId,
  category,
  existenceOnly,
  state,
  ...(stoppedAt && { changedAt: stoppedAt.toISOString() }),
  ...(sharingDecisionId && { sharingDecisionId }),
});
