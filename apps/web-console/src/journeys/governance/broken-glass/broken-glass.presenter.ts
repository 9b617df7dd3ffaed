import type { BrokenGlassView, GlassReason, ReviewBrokenGlass } from '@mash/contracts';
import { momentWords } from '../../../presenters/clock-chip';
import { NAMELESS, type Naming } from '../../../presenters/naming';
import type { PartOfPage } from '../shared/part-of-page';
import type { DeskQueue } from '../desk/ig-desk.presenter';

type Verdict = ReviewBrokenGlass['verdict'];

export const GLASS_VERDICTS: Readonly<Record<Verdict, { readonly button: string; readonly taken: string }>> = {
  justified: { button: 'Justified', taken: 'Found justified' },
  ask_manager: { button: 'Ask manager', taken: 'Noted: their manager is to be asked' },
  investigate: { button: 'Investigate', taken: 'Being investigated' },
};
const REASONS: Readonly<Record<GlassReason, string>> = {
  immediate_danger: 'a child may be in danger now',
  nobody_named_reachable: 'nobody who is named could be reached',
  court_or_police: 'a court or the police asked',
  other: 'another reason',
};

export interface GlassRow {
  readonly reference: string;
  readonly account: string;
  readonly sentence: string;
  readonly isOpen: boolean;
  readonly history: readonly string[];
  readonly logHref: string;
  /** What this reader may do about it. */
  readonly actions: readonly { readonly action: string; readonly text: string }[];
}

/** "Who opened an enquiry that was closed to them, and was it right?" */
export interface GlassPage {
  readonly heading: string;
  readonly rows: readonly GlassRow[];
}

function rowOf(glass: BrokenGlassView, now: Date, named: Naming): GlassRow {
  const { glassId, accountId, reference, reason, brokenAt, endsAt, endedAt, live, settled } = glass;
  const moment = (at: string) => momentWords(new Date(at), now);
  const ended = endedAt === undefined ? moment(endsAt) : `${moment(endedAt)}, by hand`;
  const verdicts = Object.keys(GLASS_VERDICTS) as Verdict[];
  const reviews = glass.mayReview
    ? verdicts.map((verdict) => ({
        action: `/ig/broken-glass/${glassId}/${verdict}`,
        text: GLASS_VERDICTS[verdict].button,
      }))
    : [];
  const shut = live && glass.mayReview ? [{ action: `/ig/broken-glass/${glassId}/end`, text: 'Shut it now' }] : [];
  return {
    reference,
    account: named(accountId) ?? accountId,
    sentence: `Opened ${moment(brokenAt)}, because ${REASONS[reason]}. ${live ? 'Open until' : 'Ended'} ${live ? moment(endsAt) : ended}.`,
    isOpen: !settled,
    history: glass.reviews.map(
      (one) => `${GLASS_VERDICTS[one.verdict].taken}, ${moment(one.at)}, by ${named(one.by) ?? one.by}`,
    ),
    logHref: `/ig/log?actorId=${encodeURIComponent(accountId)}`,
    actions: [...reviews, ...shut],
  };
}

export function glassPage(broken: readonly BrokenGlassView[], now: Date, named: Naming = NAMELESS): GlassPage {
  const open = broken.filter(({ settled }) => !settled).length;
  const heading =
    open === 0
      ? 'No broken glass waits for your review'
      : `${String(open)} broken ${open === 1 ? 'glass waits' : 'glasses wait'} for a review`;
  return { heading, rows: broken.map((glass) => rowOf(glass, now, named)) };
}

/** Broken glass that nobody has found justified, for the desk, the oldest first. */
export function glassQueue(part: PartOfPage<readonly BrokenGlassView[]>, now: Date): DeskQueue {
  const [title, empty] = ['Broken glass', 'Nobody opened an enquiry that was closed to them.'];
  if (!part.isThere) return { title, empty, rows: [], missing: part.because };
  const open = part.value.filter(({ settled }) => !settled).sort((a, b) => a.brokenAt.localeCompare(b.brokenAt));
  return {
    ...{ title, empty },
    rows: open.map(({ reference, brokenAt, live }) => ({
      href: '/ig/broken-glass',
      text: `${reference} was opened to somebody who is not named${live ? ', and is open to them still' : ''}`,
      age: momentWords(new Date(brokenAt), now),
      isLate: false,
    })),
  };
}
