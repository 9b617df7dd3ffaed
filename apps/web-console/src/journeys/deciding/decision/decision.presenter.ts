import type { EnquiryView } from '@mash/contracts';
import { agencyWords } from '../../../presenters/agency-words';
import { momentWords } from '../../../presenters/clock-chip';
import type { SummaryRow } from '../../../presenters/summary-row';
import { teamWords } from '../../inbox/team-words';
import { enquiryPath, type OpenEnquiry } from '../../enquiry/shared';
import { STRATEGY, VIEWS, WHO_TELLS, wordsOf } from '../decide/decision-words';
import { newestDecision, type DecisionView } from '../shared/newest-decision';
import { outcomeLabel, packOf } from '../shared/pack-of';
import { isStopped, letterState, toldOf, type Told } from '../shared/told-of';
import { whyItStayed } from '../shared/why-it-stayed';
import type { Naming } from '../../../presenters/naming';
import type { RationaleContent } from '../shared/rationale-reader';
import { groundWords } from './dissent-words';
import { flagWords } from './flag-words';
import { waysOn, type WayOn } from './ways-on';

/** "What was decided, by whom, why; does it still hold?" */
export interface DecisionPageView {
  readonly heading: string;
  readonly lookAgain: readonly string[];
  readonly lookAgainHref: string;
  readonly outcomes: readonly SummaryRow[];
  readonly about: readonly SummaryRow[];
  readonly views: readonly SummaryRow[];
  readonly rationale: readonly SummaryRow[];
  readonly noRationale: string | undefined;
  readonly dissents: readonly { readonly who: string; readonly text: string; readonly when: string }[];
  readonly dissentHref: string | undefined;
  readonly routes: readonly SummaryRow[];
  /** Of what is held: to put another together, for whoever hands over. */
  readonly anew: readonly WayOn[];
  readonly feedback: readonly SummaryRow[];
  /** Of a letter that waits: to take it back, for whoever tells the referrer. */
  readonly takeBack: WayOn | undefined;
  readonly earlier: readonly string[];
  readonly next: WayOn | undefined;
}

type Given = Pick<OpenEnquiry, 'enquiry' | 'named' | 'names' | 'now' | 'reference'>;

/** Whoever reads it is told where it was they. */
const byWhom = (accountId: string, readerId: string, named: Naming): string =>
  accountId === readerId ? 'You' : (named(accountId) ?? 'A hub manager');

const at = (instant: string, now: Date): string => momentWords(new Date(instant), now);

function openFlags({ flags }: DecisionView, now: Date): string[] {
  return flags
    .filter(({ clearedAt }) => clearedAt === undefined)
    .map((flag) => `${flagWords(flag.because)} ${at(flag.at, now)}. Look again.`);
}

function rationaleRows(rationale: RationaleContent | undefined, names: Given['names']): SummaryRow[] {
  if (rationale === undefined) return [];
  return [
    { key: 'What we are worried about', value: rationale.worried },
    { key: 'What is working well', value: rationale.workingWell },
    { key: 'What needs to happen', value: rationale.needsToHappen },
    ...(rationale.strategyReason === undefined
      ? []
      : [{ key: 'Why no strategy discussion', value: rationale.strategyReason }]),
    ...rationale.childReasons.map(({ personId, reason }) => ({
      key: `Reason for ${names.get(personId) ?? 'a child'}`,
      value: reason,
    })),
  ];
}

function routeRows({ routes }: EnquiryView, { names, now }: Given): SummaryRow[] {
  const states = {
    held: 'nothing has been sent yet. It goes by itself as soon as it may, or once whoever has to let it go does',
    waiting: 'waits for an answer',
    accepted: 'taken',
    returned: 'returned',
  } as const;
  const stateOf = ({ state, notGone }: (typeof routes)[number]): string =>
    notGone === true && state === 'returned' ? 'not sent: it came back' : states[state];
  return routes.map((route) => {
    const whom = route.personIds.map((id) => names.get(id) ?? 'a child').join(', ');
    const why = route.notGone === true ? whyItStayed(route.reasonCode) : route.reasonCode?.replaceAll('_', ' ');
    const reason = route.reasonCode === undefined ? '' : `: ${why}`;
    const isHeld = route.state === 'held';
    const when = isHeld
      ? ''
      : route.answeredAt === undefined
        ? `, due ${at(route.dueAt, now)}`
        : ` ${at(route.answeredAt, now)}`;
    return {
      key: teamWords(route.team),
      value: `${whom}: ${stateOf(route)}${when}${reason}`,
      isGap: route.state !== 'accepted',
    };
  });
}

const anewOf = ({ routes }: EnquiryView, reference: string): WayOn[] =>
  [...new Set(routes.filter(({ state }) => state === 'held').map(({ team }) => team))].map((team) => ({
    text: `Put another handover to ${teamWords(team)} together instead`,
    href: enquiryPath(reference, `/route?team=${team}`),
  }));

function takeBackOf(newest: DecisionView, enquiry: EnquiryView, reference: string): WayOn | undefined {
  const told = toldOf(newest, enquiry);
  return told !== undefined && letterState(told).is === 'held'
    ? { text: 'Write another letter instead, or do not send it', href: enquiryPath(reference, '/feedback') }
    : undefined;
}

/** Why is nobody's to say here but that of whoever has to let it go. */
const heldWords = (sentAt: string, now: Date): string =>
  `Written ${at(sentAt, now)}. Nothing has been sent yet. It goes by itself as soon as it may, or once whoever has to let it go does.`;

const WRITE_ANOTHER = ' Write another, or record why the referrer is told nothing.';

/** Why, and what to do about it, unless it has been done since. */
function stoppedWords({ sentAt }: Told, why: string, every: readonly Told[], now: Date): string {
  const isToldSince = every.some((other) => other.sentAt > sentAt && !isStopped(other));
  return `Written ${at(sentAt, now)}. Nothing of it has been sent, and nothing will be: ${why}.${isToldSince ? '' : WRITE_ANOTHER}`;
}

const NOT_LET_GO = 'it was not let go, or another letter took its place';

function feedbackRow(told: Told, every: readonly Told[], now: Date): SummaryRow {
  const { extent, sentAt } = told;
  const [state, sent, words] = [letterState(told), at(sentAt, now), extent.replaceAll('_', ' ')];
  const key = `Letter: ${words}`;
  switch (state.is) {
    case 'refused':
      return { key: 'Not let go', value: stoppedWords(told, NOT_LET_GO, every, now), isGap: true };
    case 'overtaken':
      return { key: 'Did not go', value: stoppedWords(told, state.by, every, now), isGap: true };
    case 'held':
      return { key: 'HOLD', value: heldWords(sentAt, now), isGap: true };
    case 'withheld':
      return { key: 'Told nothing', value: `Recorded ${sent}`, isGap: false };
    case 'on_its_way':
      return { key, value: `${sent}, not delivered yet`, isGap: true };
    case 'delivered':
      return state.by === 'email'
        ? { key: `Told: ${words}`, value: `${sent}, delivered ${at(state.at, now)}`, isGap: false }
        : { key, value: `${sent}. ${state.words}, ${at(state.at, now)}`, isGap: state.by === 'telephone_task' };
  }
}

function nothingYet({ reference, enquiry }: Given, next: WayOn | undefined): DecisionPageView {
  const empty = { outcomes: [], about: [], views: [], rationale: [], dissents: [], routes: [], anew: [], feedback: [] };
  return {
    heading: 'Nothing has been decided yet',
    ...empty,
    lookAgain: [],
    lookAgainHref: enquiryPath(reference, '/decide'),
    noRationale: undefined,
    dissentHref: undefined,
    takeBack: undefined,
    earlier: enquiry.decisions.map(() => ''),
    next,
  };
}

export interface Reader {
  readonly accountId: string;
  readonly isManager: boolean;
}

export function decisionPageView(
  open: Given,
  rationale: RationaleContent | undefined,
  reader: Reader,
): DecisionPageView {
  const { enquiry, names, now, reference } = open;
  const newest = newestDecision(enquiry);
  const next = reader.isManager ? waysOn(enquiry, reference) : undefined;
  if (newest === undefined) return nothingYet(open, next);
  const pack = packOf(enquiry);
  const lookAgain = openFlags(newest, now);
  return {
    heading: lookAgain.length > 0 ? 'Look at this decision again' : `Decided ${at(newest.decidedAt, now)}`,
    lookAgain,
    lookAgainHref: enquiryPath(reference, '/decide'),
    outcomes: newest.outcomes.map(({ personId, outcome }) => ({
      key: names.get(personId) ?? 'A child',
      value: outcomeLabel(pack, outcome),
    })),
    about: [
      {
        key: 'Decided by',
        value: `${byWhom(newest.decidedBy, reader.accountId, open.named)}, ${at(newest.decidedAt, now)}`,
      },
      { key: 'Strategy discussion', value: wordsOf(STRATEGY, newest.strategy) },
      { key: 'Who tells the family', value: wordsOf(WHO_TELLS, newest.whoTellsFamily) },
    ],
    views: newest.agencyViews.map(({ agencyId, view }) => ({
      key: agencyWords(agencyId),
      value: wordsOf(VIEWS, view),
      isGap: view === 'no_answer',
    })),
    rationale: rationaleRows(rationale, names),
    noRationale: rationale === undefined ? 'The reasons are sealed and cannot be shown to you now.' : undefined,
    dissents: newest.dissents.map((dissent) => ({
      who: agencyWords(dissent.agencyId),
      text: `${groundWords(dissent.ground)}, stage ${dissent.stage}`,
      when: `Raised ${at(dissent.raisedAt, now)}, answer due ${at(dissent.dueAt, now)}`,
    })),
    dissentHref: enquiryPath(reference, '/decision/dissent'),
    routes: routeRows(enquiry, open),
    anew: reader.isManager ? anewOf(enquiry, reference) : [],
    feedback: enquiry.feedback.map((told) => feedbackRow(told, enquiry.feedback, now)),
    takeBack: reader.isManager ? takeBackOf(newest, enquiry, reference) : undefined,
    earlier: enquiry.decisions
      .filter(({ decisionId }) => decisionId !== newest.decisionId)
      .map(({ version, decidedAt }) => `Version ${version}, decided ${at(decidedAt, now)}`),
    next,
  };
}
