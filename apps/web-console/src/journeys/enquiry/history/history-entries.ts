import type { EnquiryView, TaskStep } from '@mash/contracts';
import { agencyWords } from '../../../presenters/agency-words';
import { ratingChip } from '../../../presenters/rating-chip';
import { letterState, type LetterState, type Told } from '../../deciding/shared/told-of';
import { whyItStayed } from '../../deciding/shared/why-it-stayed';
import { wordsOf } from '../../make-a-contact/draft/code-lists';
import { TELLING_GROUNDS } from '../../tasks/do/do-task.form';
import { THRESHOLD_GROUNDS, THRESHOLDS } from '../shared/threshold-words';

/** One thing that happened. `noteId` names the sealed words that belong to it. */
export interface HistoryEntry {
  readonly at: string;
  readonly what: string;
  readonly by?: string;
  readonly lines: readonly string[];
  readonly noteId?: string;
}

const byRole = (role: string): string => {
  const words = role.replace('mash-', '').replaceAll('-', ' ');
  return `By ${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
};

const ratings = ({ ratings: rows }: EnquiryView): HistoryEntry[] =>
  rows.map(({ ratedAt, colour, ratedBy, ratedByRole, departed, proposedColour, proposedRow, ratingId }) => ({
    at: ratedAt,
    what: `Rated ${ratingChip(colour).text}`,
    by: ratedBy,
    lines: [
      byRole(ratedByRole),
      ...(proposedColour === undefined
        ? ['The table could not propose a colour']
        : [
            `The table proposed ${ratingChip(proposedColour).text}${proposedRow === undefined ? '' : ` (row ${proposedRow})`}${departed ? '; departed from' : ''}`,
          ]),
    ],
    noteId: ratingId,
  }));

const thresholds = ({ thresholds: rows }: EnquiryView): HistoryEntry[] =>
  rows.map(({ level, judgedAt, judgedBy, grounds }) => ({
    at: judgedAt,
    what: `Threshold judged: ${wordsOf(THRESHOLDS, level) ?? level}`,
    by: judgedBy,
    lines: grounds.length === 0 ? [] : [`Grounds: ${grounds.map((one) => wordsOf(THRESHOLD_GROUNDS, one)).join(', ')}`],
  }));

const protections = ({ protections: rows }: EnquiryView): HistoryEntry[] =>
  rows.flatMap(({ startedAt, startedBy, notices }) => [
    {
      at: startedAt,
      what: 'Immediate protection pressed',
      by: startedBy,
      lines: [`Told: ${notices.map(({ agencyId }) => agencyWords(agencyId)).join(', ')}`],
    },
    ...notices.flatMap(({ receivedAt, agencyId }) =>
      receivedAt === undefined
        ? []
        : [{ at: receivedAt, what: `${agencyWords(agencyId)} confirmed receipt`, lines: [] }],
    ),
  ]);

const decisions = ({ decisions: rows }: EnquiryView): HistoryEntry[] =>
  rows.flatMap(({ decidedAt, decidedBy, version, rosterVersion, flags, dissents }) => [
    {
      at: decidedAt,
      what: version === 1 ? 'Decided' : `Decided again (version ${version})`,
      by: decidedBy,
      lines: [`Covers the children of roster version ${rosterVersion}`],
    },
    ...flags.map(({ at }) => ({ at, what: 'The decision was flagged: look again', lines: [] })),
    ...dissents.map(({ raisedAt, agencyId, stage }) => ({
      at: raisedAt,
      what: `${agencyWords(agencyId)} dissented, stage ${stage}`,
      lines: [],
    })),
  ]);

const TEAMS = {
  'social-care': 'social care',
  'early-help': 'early help',
  'other-service': 'another service',
  universal: 'universal services',
} as const;

type Route = EnquiryView['routes'][number];

function routeEntries(route: Route): HistoryEntry[] {
  const { routedAt, state, answeredAt, notGone, reasonCode } = route;
  const team = TEAMS[route.team];
  const begun = notGone === true ? `Handover to ${team} put together` : `Handed over to ${team}`;
  const answered = state === 'accepted' ? `Accepted by ${team}` : `Returned by ${team}`;
  const ended = notGone === true ? `The handover to ${team} did not go: ${whyItStayed(reasonCode)}` : answered;
  return [
    { at: routedAt, what: begun, lines: [] },
    ...(answeredAt === undefined || state === 'waiting' || state === 'held'
      ? []
      : [{ at: answeredAt, what: ended, lines: [] }]),
  ];
}

const TOLD_WORDS: Readonly<Record<Exclude<LetterState['is'], 'overtaken'>, string>> = {
  refused: 'A letter to the referrer was written, which does not go',
  held: 'A letter to the referrer was written, which waits',
  withheld: 'Recorded why the referrer is told nothing',
  on_its_way: 'A letter to the referrer was written, not delivered yet',
  delivered: 'A letter to the referrer was written',
};

/** A letter is one thing, that it reached them another, days later where it had to wait. */
function toldEntries(told: Told): HistoryEntry[] {
  const state = letterState(told);
  const what =
    state.is === 'overtaken'
      ? `A letter to the referrer was written, which did not go: ${state.by}`
      : TOLD_WORDS[state.is];
  const written = { at: told.sentAt, what, lines: [] };
  return state.is === 'delivered' ? [written, { at: state.at, what: state.words, lines: [] }] : [written];
}

const handedOver = ({ routes, feedback }: EnquiryView): HistoryEntry[] => [
  ...routes.flatMap(routeEntries),
  ...feedback.flatMap(toldEntries),
];

const tasks = (steps: readonly TaskStep[]): HistoryEntry[] =>
  steps.map(({ stepId, outcome, ground, words, takenBy, takenAt }) => ({
    at: takenAt,
    what: `${outcome === 'done' ? 'Done' : 'Not for now'}: ${words}`,
    by: takenBy,
    lines: ground === undefined ? [] : [TELLING_GROUNDS.find(({ value }) => value === ground)?.text ?? ground],
    noteId: stepId,
  }));

/** Everything that happened on an enquiry, oldest first. What happened at once stays in the order of the work. */
export function historyEntries(enquiry: EnquiryView, steps: readonly TaskStep[] = []): HistoryEntry[] {
  const received: HistoryEntry = { at: enquiry.receivedAt, what: 'Contact received', lines: [] };
  const opened: HistoryEntry = {
    at: enquiry.openedAt,
    what: 'Enquiry opened',
    lines: [`Under the pack ${enquiry.pack.id}, version ${enquiry.pack.version}`],
  };
  const all = [received, opened, ...ratings(enquiry), ...thresholds(enquiry), ...protections(enquiry)];
  const later = [...decisions(enquiry), ...handedOver(enquiry), ...tasks(steps)];
  return [...all, ...later].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
