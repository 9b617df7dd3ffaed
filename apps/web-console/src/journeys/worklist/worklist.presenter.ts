import {
  Colour,
  type AgencyRequest,
  type ConsentNotices,
  type HolderNotices,
  type HolderTasks,
  type LineState,
  type Notice,
  type OverrideView,
  type Review,
} from '@mash/contracts';
import { momentWords, type ClockChip } from '../../presenters/clock-chip';
import { ratingChip, type RatingChip } from '../../presenters/rating-chip';
import { PURPOSE_WORDS } from '../asking/words/purpose-words';
import { GROUND_WORDS, overrideSentence } from '../overrides/shared/override-words';
import { isWaiting } from '../protection/notices/notices.presenter';
import { isForTheHub, ownPagePath, recipientWords } from '../releasing/release-words';
import { matterOfReview, releaseMatters, releasePath, type ReleaseMatter } from '../releasing/release-matter';
import { reviewClock } from '../reviews/review.presenter';
import { toldInProtection, type ToldInProtection } from './told-in-protection';
import { requestClock } from './request-clock';
import { HELD_WORDS, RECALLED_WORDS } from './stopped-words';

export interface WorklistRow {
  readonly reference: string;
  /** What is owed, as the link says it: "Answer", "Release onward". */
  readonly owed: string;
  readonly href: string;
  readonly clock: ClockChip | undefined;
  readonly rating: RatingChip;
  readonly people: string;
  readonly asked: string;
  readonly purpose: string;
  readonly notes: readonly string[];
}

/** "What do I owe, soonest first?" No names: they are opened on the page of the request, one look at a time. */
export interface WorklistView {
  readonly heading: string;
  readonly next: { readonly href: string; readonly text: string } | undefined;
  readonly rows: readonly WorklistRow[];
  /** What is not to be answered any more, or not yet. */
  readonly stopped: readonly { readonly reference: string; readonly href: string; readonly words: string }[];
  /** What was sent, with the page of what was said: a part answer can be looked at too. */
  readonly answered: readonly { readonly reference: string; readonly when: string; readonly href: string }[];
  readonly elsewhere: readonly { readonly href: string; readonly text: string }[];
  /** What of this agency's information was shared against its answer or silence. */
  readonly overridden: readonly {
    readonly seenAction: string;
    readonly text: string;
    /** Not of a question, which nobody there has said. */
    readonly own?: { readonly href: string; readonly text: string };
  }[];
  /** What of this agency's information was told in immediate protection. */
  readonly told: readonly ToldInProtection[];
}

export interface OnMyDesk {
  readonly requests: readonly AgencyRequest[];
  readonly reviews: readonly Review[];
  readonly tasks: HolderTasks['tasks'];
  readonly notices: readonly Notice[];
  readonly overrides?: readonly OverrideView[];
  readonly told?: HolderNotices['notices'];
  readonly consentNotices: readonly ConsentNotices['notices'][number][];
}

const isOwed = ({ state }: AgencyRequest): boolean => state === 'open' || state === 'part_answered';
const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

interface Owed {
  readonly row: WorklistRow;
  readonly dueAt: string;
  readonly late: boolean;
}

function headingOf(owed: readonly Owed[], releases: number): string {
  const late = owed.filter((one) => one.late).length;
  if (owed.length === 0) return 'Nothing is owed';
  const kinds =
    releases === 0 ? '' : `: ${String(owed.length - releases)} to answer, ${String(releases)} to release or refuse`;
  return `${plural(owed.length, 'is', 'are')} owed${late === 0 ? ', none late' : `, ${late} late`}${kinds}`;
}

export function worklistView(
  { requests, reviews, tasks, notices, consentNotices, overrides = [], told = [] }: OnMyDesk,
  now: Date,
): WorklistView {
  const answers = requests
    .filter(isOwed)
    .map((request) => ({ row: rowOf(request, now), dueAt: request.dueAt ?? '9', late: request.late }));
  const releases = releaseMatters(reviews, tasks).map((matter) => ({
    row: releaseRow(matter, requests, now),
    ...{ dueAt: matter.dueAt, late: matter.late },
  }));
  const owed: Owed[] = [...answers, ...releases].sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  const first = owed[0]?.row;
  return {
    heading: headingOf(owed, releases.length),
    next: first && { href: first.href, text: first.owed === 'Answer' ? 'Answer the next one' : 'Decide the next one' },
    rows: owed.map(({ row }) => row),
    answered: requests.filter(({ state }) => SENT.includes(state)).map((request) => answeredRow(request, now)),
    stopped: requests.flatMap((request) => stoppedOf(request, now)),
    elsewhere: elsewhereOf(
      reviews.filter((review) => matterOfReview(review) === undefined),
      notices,
      consentNotices,
    ),
    overridden: overrides.filter(isNewsToHolder).map((one) => toldOf(one, now)),
    told: toldInProtection(told, now),
  };
}

const RELEASES = {
  letter: { owed: 'Do not alert', asked: 'Clear it, or keep it?' },
  detriment: { owed: 'Look again', asked: 'Would telling still do harm?' },
  toTheHub: { owed: 'Release to the hub', asked: 'May they read it?' },
  onward: { owed: 'Release onward', asked: 'May it leave the hub?' },
} as const;

const releaseOwed = ({ kind, to }: ReleaseMatter) =>
  RELEASES[kind === 'item' ? (isForTheHub(to) ? 'toTheHub' : 'onward') : kind];

/** The enquiry is known to this agency by the request that it answered: its reference and rating come from there. */
function releaseRow(matter: ReleaseMatter, requests: readonly AgencyRequest[], now: Date): WorklistRow {
  const known = requests.find(({ enquiryId }) => enquiryId === matter.enquiryId);
  const { owed, asked } = releaseOwed(matter);
  return {
    reference: known?.enquiryReference ?? 'an enquiry',
    owed,
    href: releasePath(matter),
    clock: reviewClock({ dueAt: matter.dueAt, state: 'open' }, now),
    rating: ratingChip(Colour.safeParse(known?.colour).data),
    people: '1 item',
    asked: `${asked} To ${recipientWords(matter.to)}.`,
    purpose: PURPOSE_WORDS[matter.purpose],
    notes:
      matter.review !== undefined && matter.review.level !== 'releaser'
        ? ['It has gone to others too: nobody has answered']
        : [],
  };
}

const SENT: readonly AgencyRequest['state'][] = ['answered', 'part_answered'];

const answeredRow = (
  { state, enquiryId, enquiryReference, answeredAt }: AgencyRequest,
  now: Date,
): WorklistView['answered'][number] => ({
  reference: enquiryReference,
  when:
    state === 'part_answered'
      ? 'Answered in part'
      : answeredAt === undefined
        ? 'Answered'
        : `Answered ${momentWords(new Date(answeredAt), now)}`,
  href: ownPagePath(enquiryId),
});

const isNewsToHolder = ({ state, holderSeenAt }: OverrideView): boolean =>
  state === 'in_force' && holderSeenAt === undefined;

const enquiryAhead = ({ enquiryReference }: OverrideView): string =>
  enquiryReference === undefined ? '' : `${enquiryReference}: `;

const toldOf = (one: OverrideView, now: Date): WorklistView['overridden'][number] => ({
  seenAction: `/overrides/${one.overrideId}/seen`,
  text: `${enquiryAhead(one)}${overrideSentence(one)}: the hub overrode your answer or your silence, ${momentWords(new Date(one.inForceAt ?? one.proposedAt), now)}. Ground: ${one.grounds.map((ground) => GROUND_WORDS[ground].toLowerCase()).join('; ')}.`,
  ...(one.mode !== 'ask' && { own: { href: ownPagePath(one.enquiryId), text: 'What we said' } }),
});

/** A request with lines that were recalled or are on hold: said in the words that the page of the request says too. */
function stoppedOf(request: AgencyRequest, now: Date): WorklistView['stopped'] {
  const newest = (state: LineState): string | undefined =>
    request.lines
      .flatMap((line) => (line.state === state && line.changedAt !== undefined ? [line.changedAt] : []))
      .sort()
      .at(-1);
  const at = (instant: string): string => momentWords(new Date(instant), now);
  const [recalled, held] = [newest('recalled'), newest('held')];
  const href = `/requests/${request.requestId}/answer`;
  const reference = request.enquiryReference;
  return [
    ...(recalled === undefined ? [] : [{ reference, href, words: `${RECALLED_WORDS} (${at(recalled)})` }]),
    ...(held === undefined ? [] : [{ reference, href, words: `${HELD_WORDS} (${at(held)})` }]),
  ];
}

function rowOf(request: AgencyRequest, now: Date): WorklistRow {
  const people = new Set(request.lines.map(({ personId }) => personId)).size;
  const wantsContent = request.lines.some(({ existenceOnly }) => !existenceOnly);
  return {
    reference: request.enquiryReference,
    owed: 'Answer',
    href: `/requests/${request.requestId}/answer`,
    clock: requestClock(request, now),
    rating: ratingChip(Colour.safeParse(request.colour).data),
    people: plural(people, 'person', 'people'),
    asked: wantsContent ? 'What do you know of them?' : 'Do you know them?',
    purpose: PURPOSE_WORDS[request.purpose],
    notes: [
      ...(request.state === 'part_answered' ? ['A part answer was sent: the rest is owed'] : []),
      ...(request.chasers.length > 0 ? [`Chased ${plural(request.chasers.length, 'time', 'times')}`] : []),
      ...(request.decided ? ['The hub has decided already: an answer will flag the decision'] : []),
    ],
  };
}

function elsewhereOf(
  reviews: readonly Review[],
  notices: readonly Notice[],
  consentNotices: OnMyDesk['consentNotices'],
): WorklistView['elsewhere'] {
  const told = consentNotices.filter(({ confirmed }) => confirmed === undefined).length;
  const late = reviews.filter((review) => review.late).length;
  const unread = notices.filter(isWaiting).length;
  const lateWords = late === 0 ? '' : `, ${late} late`;
  return [
    ...(unread > 0
      ? [{ href: '/notices', text: plural(unread, 'protection notice waits', 'protection notices wait') }]
      : []),
    ...(told > 0
      ? [{ href: '/consent-notices', text: `Consent changed: ${plural(told, 'notice waits', 'notices wait')}` }]
      : []),
    ...(reviews.length > 0
      ? [
          {
            href: '/reviews',
            text: `${plural(reviews.length, 'release waits', 'releases wait')} for your yes or no${lateWords}`,
          },
        ]
      : []),
  ];
}
