import {
  ConsentKind,
  type ConsentNoticeSent,
  type Consents,
  type ConsentStanding,
  type ConsentView,
  type ConsentWeight,
  type ConsentWords,
  type PersonFacts,
  type RosterPerson,
} from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { textArea, type FieldView } from '../../../forms/field-view';
import { agencyWords } from '../../../presenters/agency-words';
import { momentWords } from '../../../presenters/clock-chip';
import type { Naming } from '../../../presenters/naming';
import { andMoreNotNamed } from '../../../presenters/not-named';
import type { SummaryRow } from '../../../presenters/summary-row';
import { consentPath } from '../consent-path';
import { factRows } from '../facts/fact-words';
import { KINDS, STATES } from '../shared/consent-words';
import { historyEntry, type HistoryEntry } from './history-entry';
import { statementRows } from './statement-rows';

export interface ConsentCard {
  readonly title: string;
  readonly asks: string;
  readonly state: string;
  /** What is loud about it: a dispute, a ground that does not count yet. */
  readonly warnings: readonly string[];
  /** The words that it rests on, each with its own speaker and state. */
  readonly counting: readonly (readonly SummaryRow[])[];
  /** What others have said, or nobody asked, and what therefore opens and closes nothing. */
  readonly others: readonly (readonly SummaryRow[])[];
  readonly changeHref: string;
  /** A manager who did not write it down may accept another ground. */
  readonly ground: { readonly action: string; readonly field: FieldView } | undefined;
}

/** "What has this person agreed to?" Three cards, never merged. */
export interface ConsentPageView {
  readonly heading: string;
  readonly cards: readonly ConsentCard[];
  readonly voice: string;
  readonly facts: readonly SummaryRow[] | undefined;
  readonly factsHref: string;
  readonly history: readonly HistoryEntry[];
  readonly told: readonly string[];
  readonly peopleHref: string;
}

export interface ConsentPageGiven {
  readonly reference: string;
  readonly person: RosterPerson;
  readonly consents: Consents;
  readonly words: ReadonlyMap<string, ConsentWords>;
  readonly facts: PersonFacts | undefined;
  /** People of the roster, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Who writes down and decides, by account. */
  readonly colleagues: Naming;
  readonly reader: { readonly id: string; readonly isManager: boolean };
  readonly reason?: { readonly statementId: string; readonly text: string };
  readonly errors: readonly FieldError[];
  readonly now: Date;
}

function warningsOf(standing: ConsentStanding | undefined, notAsked: ConsentView | undefined): string[] {
  const isDecided = notAsked?.groundDecision;
  return [
    ...(standing?.dispute === true ? ['Those who may speak for this child do not agree: a manager decides.'] : []),
    ...(standing?.state === 'given' && !standing.parentalResponsibilityProven && !standing.speaksForThemselves
      ? ['Parental responsibility of whoever agreed is not proven.']
      : []),
    ...(standing?.state === 'not_sought' && !standing.groundCounts
      ? [
          standing.ground === 'NS_TEXT'
            ? isDecided?.accepted === false
              ? 'A manager did not accept this ground: it counts as none.'
              : 'No manager has accepted this ground yet: it counts as none.'
            : 'No ground for not asking is recorded.',
        ]
      : []),
  ];
}

/** Several grounds may wait on one page: each has a field of its own. */
export const reasonField = (statementId: string): string => `reason-${statementId}`;

function groundOf(notAsked: ConsentView | undefined, given: ConsentPageGiven): ConsentCard['ground'] {
  const { reader, reference, person, reason, errors } = given;
  const isOpen = notAsked?.ground === 'NS_TEXT' && notAsked.groundDecision === undefined;
  if (!isOpen || !reader.isManager || notAsked.recordedBy === reader.id) return undefined;
  return {
    action: consentPath(reference, person.personId, `/${notAsked.statementId}/ground`),
    field: textArea({
      name: reasonField(notAsked.statementId),
      label: 'Your reason',
      hint: 'Whether this ground counts, and why. It is sealed',
      value: reason?.statementId === notAsked.statementId ? reason.text : '',
      rows: 3,
      maxlength: 2000,
      errors,
    }),
  };
}

const SAID = 'What was said';

function wordsOf(statement: ConsentView, given: ConsentPageGiven): SummaryRow[] {
  return [{ key: SAID, value: STATES[statement.state] }, ...statementRows(statement, given)];
}

const nothingCounts = (others: readonly ConsentView[]): SummaryRow[] => [
  {
    ...{ key: SAID, isGap: true },
    value: others.length > 0 ? 'Nothing yet by anybody who may speak for them' : 'Nobody has said anything yet',
  },
];

function cardOf(kind: ConsentKind, statements: readonly ConsentView[], given: ConsentPageGiven): ConsentCard {
  const { consents, person, reference } = given;
  const standing = consents.standing.find((one) => one.personId === person.personId && one.kind === kind);
  const weighing = (weight: ConsentWeight) => statements.filter((one) => one.kind === kind && one.weight === weight);
  const [counting, others] = [weighing('counts'), weighing('not_heard')];
  const notAsked = counting.find(({ state }) => state === 'not_sought');
  return {
    ...KINDS[kind],
    state: STATES[standing?.state ?? 'unknown'],
    warnings: warningsOf(standing, notAsked),
    counting: counting.length > 0 ? counting.map((one) => wordsOf(one, given)) : [nothingCounts(others)],
    others: others.map((one) => wordsOf(one, given)),
    changeHref: consentPath(reference, person.personId, `/change/${kind.replace('_', '-')}`),
    ground: groundOf(notAsked, given),
  };
}

const HOLDS: Readonly<Record<ConsentNoticeSent['holds'][number], string>> = {
  request: 'was asked',
  answer: 'answered',
  disclosure: 'was shown something',
  product: 'was sent something',
};
const DONE = {
  destroyed: 'destroyed what it held',
  kept_by_law: 'keeps it, as a law says',
  nothing_held: 'held nothing',
};

function toldWords(notice: ConsentNoticeSent, now: Date): string {
  const { agencyId, holds, raisedAt, confirmed, confirmedAt, state } = notice;
  const became =
    confirmed === undefined || confirmedAt === undefined
      ? 'has not confirmed yet'
      : `${DONE[confirmed]}, ${momentWords(new Date(confirmedAt), now)}`;
  const what = holds.map((one) => HOLDS[one]).join(', ');
  return `${agencyWords(agencyId)} (${what}): told ${momentWords(new Date(raisedAt), now)} (${STATES[state].toLowerCase()}); ${became}`;
}

/** Each who was told, one by one; those that are not named to the reader are counted. */
function toldOf({ consents, person, now }: ConsentPageGiven): string[] {
  const own = consents.notices.filter(({ personId }) => personId === person.personId);
  const others = consents.notNamed.find(({ personId }) => personId === person.personId);
  const { notices: count = 0, unconfirmed = 0 } = others ?? {};
  const more = andMoreNotNamed({ named: own.length, count, unconfirmed });
  return [...own.map((one) => toldWords(one, now)), ...(more === undefined ? [] : [more])];
}

function headingOf({ person, consents }: ConsentPageGiven): string {
  const of = (kind: ConsentKind): string =>
    STATES[consents.standing.find((one) => one.personId === person.personId && one.kind === kind)?.state ?? 'unknown'];
  return `${person.displayName}: sharing ${of('sharing').toLowerCase()}, help ${of('service').toLowerCase()}`;
}

export function consentPageView(given: ConsentPageGiven): ConsentPageView {
  const { reference, person, consents, facts, names, now } = given;
  const statements = consents.statements.filter(({ personId }) => personId === person.personId);
  const speaks = consents.standing.find((one) => one.personId === person.personId)?.speaksForThemselves === true;
  return {
    heading: headingOf(given),
    cards: ConsentKind.options.map((kind) => cardOf(kind, statements, given)),
    voice: speaks
      ? 'They speak for themselves: their own word is the one that counts.'
      : "Somebody with parental responsibility speaks for them. Nobody else's word opens anything.",
    facts: facts && factRows(facts, names, now),
    factsHref: consentPath(reference, person.personId, '/facts'),
    history: statements.map((one) => historyEntry(one, given)),
    told: toldOf(given),
    peopleHref: `/enquiries/${reference}/people`,
  };
}
