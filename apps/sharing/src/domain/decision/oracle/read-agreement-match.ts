import type { AgreementLine, Targets } from '../agreements/agreement-line';
import type { AgreementQuestion } from '../agreements/agreement-question';

export interface OracleMatch {
  readonly agreement: string;
  readonly uncovered: string;
  readonly overdue: string;
  readonly standingRelease: string;
  readonly lineFault: string;
}

const clock = new Intl.DateTimeFormat('en-GB', {
  ...({ timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' } as const),
});

/** What the calendar in London says at this instant, ISO. */
const dayInLondon = (instant: number): string => clock.format(instant).split('/').reverse().join('-');

function plusDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** "Targets are the named organisations, else the types; no target matches nobody." */
const names = ({ organisations, kinds }: Targets, organisation: string, kind: string): boolean =>
  organisations.length > 0 ? organisations.includes(organisation) : kinds.some((one) => one === kind);

const isBetween = ({ from, to }: AgreementLine, q: AgreementQuestion): boolean =>
  names(from, q.fromOrganisation, q.fromKind) && names(to, q.toOrganisation, q.toKind);
const isForPurpose = ({ purposes }: AgreementLine, q: AgreementQuestion): boolean =>
  purposes.some((one) => one === q.purpose);

/**
 * "Parties, purpose, category, mode and day fit. An exception beats a default; past_review stands for an allow out of review", with R-AGR-04,
 * R-AGR-06 and R-REG-01 for lines that were stopped, are long out of review, or clash: the paragraph "Agreement match" of section 1, read
 * line by line and day by day from the register, without a lookup.
 * @param graceDays of the pack
 */
export function readAgreementMatch(
  register: readonly AgreementLine[],
  q: AgreementQuestion,
  graceDays: number,
): OracleMatch {
  const today = dayInLondon(q.now);
  const hasBegun = ({ startsOn }: AgreementLine): boolean => startsOn <= today;
  const isOver = ({ endsOn }: AgreementLine): boolean => endsOn !== undefined && endsOn < today;
  const wasStopped = ({ stoppedAt }: AgreementLine): boolean => stoppedAt !== undefined;
  const counts = (line: AgreementLine): boolean => hasBegun(line) && !isOver(line) && !wasStopped(line);
  const isLate = ({ reviewDueOn }: AgreementLine): boolean => reviewDueOn !== undefined && reviewDueOn < today;
  const nothing = { uncovered: 'none', overdue: 'within', standingRelease: 'no', lineFault: 'none' };

  const ours = register.filter((line) => isBetween(line, q) && line.modes.includes(q.mode));
  const fitting = ours.filter((line) => isForPurpose(line, q) && line.categories.includes(q.category));
  const live = fitting.filter(counts);
  const rank = live.some((line) => line.rank === 'exception') ? 'exception' : 'default';
  const ofRank = live.filter((line) => line.rank === rank);
  const denying = ofRank.filter(({ effect }) => effect === 'deny');
  const allowing = ofRank.filter(({ effect }) => effect === 'allow');
  const short = rank === 'exception' ? 'exc' : 'default';
  const clashes = denying.length > 0 && allowing.length > 0;

  if (denying.length > 0) {
    return { ...nothing, agreement: `${short}_deny`, lineFault: clashes ? 'clash' : 'none' };
  }
  const stopsNow = ({ drawnAgainOn }: AgreementLine): boolean => drawnAgainOn === undefined || today < drawnAgainOn;
  const stopped = fitting.filter((line) => wasStopped(line) && stopsNow(line));
  const wouldCount = stopped.filter((line) => hasBegun(line) && !isOver(line));
  if (allowing.length > 0 && wouldCount.length === 0) {
    const inReview = allowing.filter((line) => !isLate(line));
    const those = inReview.length > 0 ? inReview : allowing;
    const isLong = those.every(({ reviewDueOn }) => plusDays(reviewDueOn ?? '9999-01-01', graceDays) < today);
    return {
      ...nothing,
      agreement: inReview.length > 0 ? `${short}_allow` : 'past_review',
      overdue: inReview.length === 0 && isLong ? 'later' : 'within',
      standingRelease: those.some(({ standingRelease }) => standingRelease.includes(q.audience)) ? 'yes' : 'no',
    };
  }
  if (stopped.length > 0) return { ...nothing, agreement: 'stopped' };
  const unstopped = fitting.filter((line) => !wasStopped(line));
  if (unstopped.some(isOver)) return { ...nothing, agreement: 'expired' };
  if (unstopped.length > 0) return { ...nothing, agreement: 'not_started' };
  const nearly = ours.filter(counts);
  const butForCategory = nearly.some((line) => isForPurpose(line, q));
  const butForPurpose = nearly.some(({ categories }) => categories.includes(q.category));
  const alone = butForCategory ? 'category' : butForPurpose ? 'purpose' : 'none';
  return { ...nothing, agreement: 'none', uncovered: butForCategory && butForPurpose ? 'both' : alone };
}
