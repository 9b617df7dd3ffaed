import { DEFAULT_PACK_SETTINGS } from '../engine/pack-settings';
import type { AgreementFacts, Uncovered } from '../facts/agreement-facts';
import { startOfLondonDayAfter } from '../law/london-day';
import type { AgreementIndex, IndexedLine, LineRef } from './agreement-index';
import type { AgreementQuestion } from './agreement-question';

/** The agreement facts of a question, and the line they come from, to be kept with the decision. */
export interface AgreementMatch extends AgreementFacts {
  readonly line?: LineRef;
}

const NO_MATCH = { overdue: 'within', standingRelease: 'no', lineFault: 'none', uncovered: 'none' } as const;

/** From its commit on, whatever the clock of whoever decides; it never counts again, also where its agreement is drawn again. */
const wasStopped = ({ line }: IndexedLine): boolean => line.stoppedAt !== undefined;
const isStopped = ({ stoppedUntil }: IndexedLine, now: number): boolean => now < stoppedUntil;
const isLive = (l: IndexedLine, now: number): boolean => l.startsAt <= now && now < l.endsAt && !wasStopped(l);

/** What alone kept a live line of these parties from matching. */
function uncoveredBy(index: AgreementIndex, q: AgreementQuestion): Uncovered {
  const open = index.linesBetween(q).filter((l) => isLive(l, q.now) && l.line.modes.includes(q.mode));
  const category = open.some(({ line }) => (line.purposes as readonly string[]).includes(q.purpose));
  const purpose = open.some(({ line }) => line.categories.includes(q.category));
  if (category && purpose) return 'both';
  if (category) return 'category';
  return purpose ? 'purpose' : 'none';
}

/** Exceptions before defaults; within a rank, deny before allow. */
const strength = ({ line }: IndexedLine): number =>
  (line.rank === 'exception' ? 2 : 0) + (line.effect === 'deny' ? 1 : 0);

/** An allow out of review stands for less than one in review; a deny stays a deny. */
const isLate = ({ line, reviewLateAt }: IndexedLine, now: number): boolean =>
  line.effect === 'allow' && now >= reviewLateAt;

/** So many days of the calendar after the review day, it is long out of review (R-AGR-06). */
function isLongLate(l: IndexedLine, now: number, graceDays: number): boolean {
  const { reviewDueOn } = l.line;
  return isLate(l, now) && reviewDueOn !== undefined && now >= startOfLondonDayAfter(reviewDueOn, graceDays + 1);
}

/** Of equal strength the one whose review is due last: that another agreement allows the same and is overdue takes nothing away. */
function isBetter(l: IndexedLine, best: IndexedLine | undefined, now: number): boolean {
  if (best === undefined || strength(l) !== strength(best)) return best === undefined || strength(l) > strength(best);
  return isLate(best, now) && l.reviewLateAt > best.reviewLateAt;
}

/** The strongest line in force, and one that would be if no party had stopped it. */
function standing(
  lines: readonly IndexedLine[],
  now: number,
): { best: IndexedLine | undefined; stopped: IndexedLine | undefined } {
  let best: IndexedLine | undefined;
  let stopped: IndexedLine | undefined;
  for (const l of lines) {
    if (now < l.startsAt || l.endsAt <= now) continue;
    if (isStopped(l, now)) stopped ??= l;
    else if (!wasStopped(l) && isBetter(l, best, now)) best = l;
  }
  return { best, stopped };
}

/** Lines that allow alike add up: what one of them releases in advance, another that is silent does not take back. */
const releases = (best: IndexedLine, lines: readonly IndexedLine[], q: AgreementQuestion): boolean =>
  lines.some(
    (l) =>
      isLive(l, q.now) &&
      strength(l) === strength(best) &&
      isLate(l, q.now) === isLate(best, q.now) &&
      l.line.standingRelease.includes(q.audience),
  );

function liveMatch(
  best: IndexedLine,
  lines: readonly IndexedLine[],
  q: AgreementQuestion,
  graceDays: number,
): AgreementMatch {
  const { rank, effect, fault } = best.line;
  const clashes = lines.some((l) => l.line.rank === rank && l.line.effect !== effect && isLive(l, q.now));
  return {
    agreement: isLate(best, q.now) ? 'past_review' : `${rank === 'exception' ? 'exc' : 'default'}_${effect}`,
    uncovered: 'none',
    overdue: isLongLate(best, q.now, graceDays) ? 'later' : 'within',
    standingRelease: effect === 'allow' && releases(best, lines, q) ? 'yes' : 'no',
    lineFault: fault ?? (clashes ? 'clash' : 'none'),
    line: best.ref,
  };
}

/** With nothing in force: what came nearest. */
function lapsedMatch(lines: readonly IndexedLine[], index: AgreementIndex, q: AgreementQuestion): AgreementMatch {
  // A stop does not wear off with the last day of what was stopped: it stands until that is drawn again.
  const stopped = lines.find((l) => isStopped(l, q.now));
  if (stopped) return { ...NO_MATCH, agreement: 'stopped', line: stopped.ref };
  const expired = lines.find((l) => l.endsAt <= q.now && !wasStopped(l));
  if (expired) return { ...NO_MATCH, agreement: 'expired', line: expired.ref };
  const future = lines.find((l) => l.startsAt > q.now && !wasStopped(l));
  if (future) return { ...NO_MATCH, agreement: 'not_started', line: future.ref };
  return { ...NO_MATCH, agreement: 'none', uncovered: uncoveredBy(index, q) };
}

/**
 * What the agreements say: parties, purpose, category, mode and day must all fit. An exception beats a default, deny beats
 * allow of the same rank. Several that allow alike read as one, whatever their order: as little overdue as any of them, and with all that those release
 * onward. A line that a party has stopped beats every allow: between other agreements the book is silent,
 * and this is the side on which nothing goes by mistake.
 */
export function matchAgreement(
  index: AgreementIndex,
  q: AgreementQuestion,
  reviewGraceDays = DEFAULT_PACK_SETTINGS.reviewGraceDays,
): AgreementMatch {
  const lines = index.linesFor(q);
  const { best, stopped } = standing(lines, q.now);
  if (stopped && best?.line.effect !== 'deny') return { ...NO_MATCH, agreement: 'stopped', line: stopped.ref };
  if (best) return liveMatch(best, lines, q, reviewGraceDays);
  return lapsedMatch(lines, index, q);
}
