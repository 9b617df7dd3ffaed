import { dayWords, londonTime } from '@mash/clocks';
import type { AuditEntryView, LooksAtEnquiry, LookView } from '@mash/contracts';
import { agencyWords } from '../../../presenters/agency-words';
import { actionWords } from '../shared/action-words';
import { outcomeWords } from '../shared/outcome-words';
import { purposeWords } from '../../../presenters/purpose-words';
import { roleWords } from '../shared/role-words';

export interface LookRow {
  readonly worker: string;
  readonly role: string;
  readonly agency: string;
  readonly action: string;
  readonly times: string;
  readonly purpose: string;
  readonly hasNoPurpose: boolean;
  readonly outcome: string;
}

/** "Who has been in this record, and why?" By day, the newest first. */
export interface LooksView {
  readonly heading: string;
  readonly enquiryId: string;
  readonly days: readonly { readonly day: string; readonly rows: readonly LookRow[] }[];
  readonly isCut: boolean;
  readonly ledgerHref: string;
  readonly logHref: string;
}

/** Roles as the log's entries of this enquiry have them; the looks themselves name the worker only. */
function rolesByWorker(entries: readonly AuditEntryView[]): ReadonlyMap<string, string> {
  return new Map(entries.map(({ actor }) => [actor.id, roleWords(actor.roles)]));
}

const timesWords = ({ times, first, last }: LookView): string => {
  const from = londonTime(new Date(first));
  return times === 1 ? from : `${times} times, ${from} to ${londonTime(new Date(last))}`;
};

const heading = (workers: number): string => {
  if (workers === 0) return 'Nobody has been in this enquiry';
  return workers === 1 ? '1 person has been in this enquiry' : `${workers} people have been in this enquiry`;
};

/** @param entries of the same enquiry, to join roles from */
export function looksView(found: LooksAtEnquiry, entries: readonly AuditEntryView[], now: Date): LooksView {
  const roles = rolesByWorker(entries);
  const rowOf = (look: LookView): LookRow => ({
    worker: look.workerId,
    role:
      look.workerKind === 'system' ? 'A service of the platform' : (roles.get(look.workerId) ?? 'Role: see the log'),
    agency: look.agencyId === null ? '' : agencyWords(look.agencyId),
    action: actionWords(look.action),
    times: timesWords(look),
    purpose: purposeWords(look.purpose),
    hasNoPurpose: look.purpose === null,
    outcome: outcomeWords(look.outcome),
  });
  const days = [...new Set(found.looks.map(({ day }) => day))];
  const people = new Set(
    found.looks.filter(({ workerKind }) => workerKind === 'person').map(({ workerId }) => workerId),
  );
  return {
    heading: heading(people.size),
    enquiryId: found.enquiryId,
    days: days.map((day) => ({
      day: dayWords(new Date(`${day}T12:00:00Z`), now),
      rows: found.looks.filter((look) => look.day === day).map(rowOf),
    })),
    isCut: found.isCut,
    ledgerHref: `/ig/ledger/${found.enquiryId}`,
    logHref: `/ig/log?enquiryId=${found.enquiryId}`,
  };
}
