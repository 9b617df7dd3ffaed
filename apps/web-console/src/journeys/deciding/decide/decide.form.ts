import { OutcomeCode, type MakeDecision } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import type { Posted } from '../../../forms/posted';
import { STRATEGY, VIEWS, WHO_TELLS } from './decision-words';

/** The three boxes of Signs of Safety, and the reasons that belong to one choice: sealed before they leave the console. */
export interface Rationale {
  readonly worried: string;
  readonly workingWell: string;
  readonly needsToHappen: string;
  readonly strategyReason?: string;
  readonly childReasons: readonly { readonly personId: string; readonly reason: string }[];
}

export interface DecisionStated {
  readonly decision: Omit<MakeDecision, 'sealed'>;
  readonly rationale: Rationale;
}

/** What the page asked about, so that nothing is read that was not asked. */
export interface AskedToDecide {
  readonly expectedVersion: number;
  readonly rosterVersion: number;
  readonly children: readonly { readonly personId: string; readonly name: string }[];
  readonly agencies: readonly { readonly agencyId: string; readonly agencyName: string }[];
  readonly unanswered: readonly { readonly requestId: string; readonly agencyName: string }[];
  readonly outcomes: readonly { readonly code: OutcomeCode; readonly needsReason: boolean }[];
}

export interface DecideReading {
  readonly stated?: DecisionStated;
  readonly errors: readonly FieldError[];
}

const WORDS_MAX = 8_000;
const BOXES = [
  ['worried', 'Say what you are worried about'],
  ['workingWell', 'Say what is working well, or that you know of nothing'],
  ['needsToHappen', 'Say what needs to happen'],
] as const;

function readChildren(posted: Posted, asked: AskedToDecide) {
  const codes = asked.outcomes.map(({ code }) => code);
  const read = asked.children.map(({ personId, name }) => {
    const outcome = posted.choice(`outcome-${personId}`, codes);
    const reason = posted.optional(`reason-${personId}`);
    const needsReason = asked.outcomes.some(({ code, needsReason: needs }) => code === outcome && needs);
    const errors: FieldError[] = [
      ...(outcome === undefined ? [{ field: `outcome-${personId}`, text: `Choose what happens for ${name}` }] : []),
      ...(needsReason && reason === undefined
        ? [{ field: `reason-${personId}`, text: `Say why nothing further is done for ${name}` }]
        : []),
    ];
    return { personId, outcome, reason, errors };
  });
  return {
    errors: read.flatMap(({ errors }) => errors),
    outcomes: read.flatMap(({ personId, outcome }) => (outcome === undefined ? [] : [{ personId, outcome }])),
    reasons: read.flatMap(({ personId, reason }) => (reason === undefined ? [] : [{ personId, reason }])),
  };
}

function readViews(posted: Posted, { agencies }: AskedToDecide) {
  const views = agencies.map(({ agencyId, agencyName }) => ({
    agencyId,
    agencyName,
    view: posted.choice(
      `view-${agencyId}`,
      VIEWS.map(({ value }) => value),
    ),
  }));
  return {
    errors: views.flatMap(({ agencyId, agencyName, view }) =>
      view === undefined ? [{ field: `view-${agencyId}`, text: `Choose the view of ${agencyName}` }] : [],
    ),
    views: views.flatMap(({ agencyId, view }) => (view === undefined ? [] : [{ agencyId, view }])),
  };
}

/** Each silence is confirmed by its own box: deciding without an answer is never by oversight. */
function readSilences(posted: Posted, { unanswered }: AskedToDecide) {
  const confirmed = unanswered.filter(({ requestId }) => posted.ticked(`confirm-${requestId}`));
  const errors = unanswered
    .filter((request) => !confirmed.includes(request))
    .map(({ requestId, agencyName }) => ({
      field: `confirm-${requestId}`,
      text: `Confirm that you decide without an answer from ${agencyName}`,
    }));
  return { errors, confirmed: confirmed.map(({ requestId }) => requestId) };
}

function readRationale(posted: Posted): { boxes: Pick<Rationale, (typeof BOXES)[number][0]>; errors: FieldError[] } {
  const errors = BOXES.flatMap(([field, text]) => {
    const words = posted.text(field);
    if (words === '') return [{ field, text }];
    return words.length > WORDS_MAX ? [{ field, text: 'Shorten this to 8,000 characters' }] : [];
  });
  const [worried, workingWell] = [posted.text('worried'), posted.text('workingWell')];
  return { boxes: { worried, workingWell, needsToHappen: posted.text('needsToHappen') }, errors };
}

function readStrategy(posted: Posted) {
  const strategy = posted.choice(
    'strategy',
    STRATEGY.map(({ value }) => value),
  );
  const strategyReason = posted.optional('strategyReason');
  const errors: FieldError[] = [
    ...(strategy === undefined ? [{ field: 'strategy', text: 'Choose whether a strategy discussion was held' }] : []),
    ...(strategy === 'considered_not_held' && strategyReason === undefined
      ? [{ field: 'strategyReason', text: 'Say why it was considered and not held' }]
      : []),
  ];
  return { strategy, strategyReason, errors };
}

/** Reads the decision. Every child, every agency, every silence has to be answered for. */
export function readDecision(posted: Posted, asked: AskedToDecide): DecideReading {
  const [children, views] = [readChildren(posted, asked), readViews(posted, asked)];
  const [silences, { boxes, errors: boxErrors }] = [readSilences(posted, asked), readRationale(posted)];
  const { strategy, strategyReason, errors: strategyErrors } = readStrategy(posted);
  const whoTellsFamily = posted.choice(
    'whoTellsFamily',
    WHO_TELLS.map(({ value }) => value),
  );
  const whoErrors =
    whoTellsFamily === undefined ? [{ field: 'whoTellsFamily', text: 'Choose who tells the family' }] : [];
  const errors = [
    ...views.errors,
    ...silences.errors,
    ...children.errors,
    ...boxErrors,
    ...strategyErrors,
    ...whoErrors,
  ];
  if (errors.length > 0 || strategy === undefined || whoTellsFamily === undefined) return { errors };
  const versions = versionsSeen(posted, asked);
  return {
    errors,
    stated: {
      decision: {
        ...versions,
        outcomes: children.outcomes,
        agencyViews: views.views,
        unansweredConfirmed: silences.confirmed,
        strategy,
        whoTellsFamily,
      },
      rationale: { ...boxes, ...(strategyReason && { strategyReason }), childReasons: children.reasons },
    },
  };
}

/** The versions of the page that was filled in: where something has moved on since, the service refuses (409). */
function versionsSeen(posted: Posted, asked: AskedToDecide): Pick<AskedToDecide, 'expectedVersion' | 'rosterVersion'> {
  const seen = (name: string, now: number): number =>
    /^\d{1,6}$/.test(posted.text(name)) ? Number(posted.text(name)) : now;
  return {
    expectedVersion: seen('expectedVersion', asked.expectedVersion),
    rosterVersion: seen('rosterVersion', asked.rosterVersion),
  };
}
