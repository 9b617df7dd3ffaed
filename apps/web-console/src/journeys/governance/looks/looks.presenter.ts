import { dayWords, londonTime } from '@mash/clocks';
import type { LooksAtEnquiry, LookView } from '@mash/contracts';
import { agencyWords } from '../../../presenters/agency-words';
import { NAMELESS, type Naming } from '../../../presenters/naming';
import { actionWords } from '../shared/action-words';
import { outcomeWords } from '../shared/outcome-words';
import { purposeWords } from '../../../presenters/purpose-words';
import { roleWords } from '../shared/role-words';

export interface LookRow {
  /** By name where somebody has heard of them, else the id that stands in the log. */
  readonly worker: string;
  readonly role: string;
  readonly agency: string;
  /** What ties them to the enquiry as the log has it: what they did to it besides looking; or that nothing does. */
  readonly relationship: string;
  readonly hasNone: boolean;
  readonly action: string;
  readonly times: string;
  readonly purpose: string;
  readonly hasNoPurpose: boolean;
  readonly outcome: string;
}

/** "Who has been in this record, and why?" By day, the newest first. */
export interface LooksView {
  readonly heading: string;
  readonly caption: string;
  /** Who looked without any working relationship, or without a purpose: the question that information governance asks first. */
  readonly unexplained: string;
  readonly days: readonly { readonly day: string; readonly rows: readonly LookRow[] }[];
  readonly isCut: boolean;
  /** The auditor reads no ledger. */
  readonly ledgerHref: string | undefined;
  readonly logHref: string;
}

const timesWords = ({ times, first, last }: LookView): string => {
  const from = londonTime(new Date(first));
  return times === 1 ? from : `${times} times, ${from} to ${londonTime(new Date(last))}`;
};

const heading = (workers: number): string => {
  if (workers === 0) return 'Nobody has been in this enquiry';
  return workers === 1 ? '1 person has been in this enquiry' : `${workers} people have been in this enquiry`;
};

/** Looking, listing and searching tie nobody to an enquiry; nor does what was refused. */
const isWork = ({ action, outcome, workerKind }: LookView): boolean =>
  workerKind === 'person' &&
  outcome !== 'refused' &&
  !action.startsWith('release.') &&
  !/\.(read|list|open|looks|search|names|preview|propose-rating|export|verify)$/.test(action);

/** What each worker did to the enquiry, newest first. */
function workOf(looks: readonly LookView[]): ReadonlyMap<string, readonly string[]> {
  const work = new Map<string, string[]>();
  for (const look of looks.filter(isWork)) {
    const done = work.get(look.workerId) ?? [];
    const words = actionWords(look.action);
    work.set(look.workerId, done.includes(words) ? done : [...done, words]);
  }
  return work;
}

const MOST_WORK_SHOWN = 2;

function relationshipOf(look: LookView, work: ReadonlyMap<string, readonly string[]>): string {
  if (look.workerKind !== 'person') return 'A service of the platform';
  const done = work.get(look.workerId);
  return done === undefined ? 'None recorded: has only looked' : done.slice(0, MOST_WORK_SHOWN).join('; ');
}

function unexplainedWords(looks: readonly LookView[], work: ReadonlyMap<string, readonly string[]>): string {
  const people = looks.filter(({ workerKind }) => workerKind === 'person');
  const unrelated = new Set(people.flatMap(({ workerId }) => (work.has(workerId) ? [] : workerId))).size;
  const purposeless = new Set(people.flatMap(({ workerId, purpose }) => (purpose === null ? workerId : []))).size;
  const count = (number: number): string =>
    number === 0 ? 'Nobody' : `${String(number)} ${number === 1 ? 'person' : 'people'}`;
  return `${count(unrelated)} looked with no working relationship on record. ${count(purposeless)} did something with no purpose on record.`;
}

export function looksView(
  found: LooksAtEnquiry,
  now: Date,
  {
    named = NAMELESS,
    caption = `Enquiry ${found.enquiryId}`,
    readsLedger = false,
  }: { named?: Naming; caption?: string; readsLedger?: boolean } = {},
): LooksView {
  const work = workOf(found.looks);
  const rowOf = (look: LookView): LookRow => ({
    worker: named(look.workerId) ?? look.workerId,
    role: look.workerKind === 'system' ? 'A service of the platform' : roleWords(look.roles),
    agency: look.agencyId === null ? '' : agencyWords(look.agencyId),
    relationship: relationshipOf(look, work),
    hasNone: look.workerKind === 'person' && !work.has(look.workerId),
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
    caption,
    unexplained: people.size === 0 ? '' : unexplainedWords(found.looks, work),
    days: days.map((day) => ({
      day: dayWords(new Date(`${day}T12:00:00Z`), now),
      rows: found.looks.filter((look) => look.day === day).map(rowOf),
    })),
    isCut: found.isCut,
    ledgerHref: readsLedger ? `/ig/ledger/${found.enquiryId}` : undefined,
    logHref: `/ig/log?enquiryId=${found.enquiryId}`,
  };
}
