import { londonDate } from '@mash/clocks';
import {
  ConsentKind,
  type ConsentNoticeSent,
  type Consents,
  type ConsentStanding,
  type ConsentView,
  type ConsentWords,
  type PersonFacts,
  type RosterPerson,
} from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { textArea, type FieldView } from '../../../forms/field-view';
import { agencyWords } from '../../../presenters/agency-words';
import { momentWords } from '../../../presenters/clock-chip';
import { purposeWords } from '../../../presenters/purpose-words';
import type { SummaryRow } from '../../../presenters/summary-row';
import { consentPath } from '../consent-path';
import { factRows } from '../facts/fact-words';
import { GROUNDS, giverWords, HOWS, KINDS, STATES } from '../shared/consent-words';

export interface ConsentCard {
  readonly title: string;
  readonly asks: string;
  readonly state: string;
  /** What is loud about it: a dispute, a ground that does not count yet. */
  readonly warnings: readonly string[];
  readonly rows: readonly SummaryRow[];
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
  readonly history: readonly { readonly when: string; readonly what: string; readonly lines: readonly string[] }[];
  readonly told: readonly string[];
  readonly peopleHref: string;
}

export interface ConsentPageGiven {
  readonly reference: string;
  readonly person: RosterPerson;
  readonly consents: Consents;
  readonly words: ReadonlyMap<string, ConsentWords>;
  readonly facts: PersonFacts | undefined;
  readonly names: ReadonlyMap<string, string>;
  readonly reader: { readonly id: string; readonly isManager: boolean };
  readonly reason?: { readonly statementId: string; readonly text: string };
  readonly errors: readonly FieldError[];
  readonly now: Date;
}

/** Statements that screening carried from a mention to its person stand twice: once is enough to read. */
function ownStatements({ consents, person }: ConsentPageGiven): ConsentView[] {
  const seen = new Set<string>();
  return consents.statements.filter((one) => {
    if (one.personId !== person.personId) return false;
    const key = [one.kind, one.state, one.ground, one.givenBy, one.givenById, one.statedAt].join(' ');
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst;
  });
}

/** A day is what people say: the hour is when somebody typed it, unless it was the same day. */
const whenWords = (iso: string, now: Date): string => {
  const at = new Date(iso);
  return londonDate(at) === londonDate(now) ? momentWords(at, now) : londonDate(at);
};

const howWords = (how: string | undefined): string => HOWS.find(({ value }) => value === how)?.text ?? 'Not recorded';

function rowsOf(newest: ConsentView | undefined, given: ConsentPageGiven): SummaryRow[] {
  if (newest === undefined) return [{ key: 'Said', value: 'Nobody has said anything yet', isGap: true }];
  const words = given.words.get(newest.statementId);
  const isAsked = newest.state !== 'not_sought' && newest.state !== 'unknown';
  const told: SummaryRow[] =
    words?.told === undefined
      ? newest.state === 'given'
        ? [{ key: 'They were told', value: 'Not recorded', isGap: true }]
        : []
      : [{ key: 'They were told', value: words.told }];
  const evidence = [words?.evidence, words?.reference].filter((part) => part !== undefined);
  return [
    { key: 'Who said it', value: isAsked ? giverWords(newest, given.names) : 'Nobody: nobody was asked' },
    { key: 'When', value: whenWords(newest.statedAt, given.now) },
    ...(isAsked ? [{ key: 'How', value: howWords(newest.how), isGap: newest.how === undefined }] : []),
    ...(newest.ground === undefined
      ? []
      : [{ key: 'Why nobody asked', value: GROUNDS[newest.ground] ?? newest.ground }]),
    ...(words?.ground === undefined ? [] : [{ key: 'In their own words', value: words.ground }]),
    ...told,
    ...(evidence.length === 0 ? [] : [{ key: 'Evidence', value: evidence.join('\n') }]),
    ...onlyRows(newest),
  ];
}

const onlyRows = ({ bodies, purposes }: ConsentView): SummaryRow[] => [
  ...(bodies.length === 0 ? [] : [{ key: 'Only for', value: bodies.map(agencyWords).join(', ') }]),
  ...(purposes.length === 0 ? [] : [{ key: 'For this purpose only', value: purposes.map(purposeWords).join(', ') }]),
];

function warningsOf(standing: ConsentStanding | undefined, newest: ConsentView | undefined): string[] {
  const isDecided = newest?.groundDecision;
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

function groundOf(newest: ConsentView | undefined, given: ConsentPageGiven): ConsentCard['ground'] {
  const { reader, reference, person, reason, errors } = given;
  const isOpen = newest?.ground === 'NS_TEXT' && newest.groundDecision === undefined;
  if (!isOpen || !reader.isManager || newest.recordedBy === reader.id) return undefined;
  return {
    action: consentPath(reference, person.personId, `/${newest.statementId}/ground`),
    field: textArea({
      name: 'reason',
      label: 'Your reason',
      hint: 'Whether this ground counts, and why. It is sealed',
      value: reason?.statementId === newest.statementId ? reason.text : '',
      rows: 3,
      maxlength: 2000,
      errors,
    }),
  };
}

function cardOf(kind: ConsentKind, statements: readonly ConsentView[], given: ConsentPageGiven): ConsentCard {
  const { consents, person, reference } = given;
  const standing = consents.standing.find((one) => one.personId === person.personId && one.kind === kind);
  const newest = statements.find((one) => one.kind === kind);
  return {
    ...KINDS[kind],
    state: STATES[standing?.state ?? 'unknown'],
    warnings: warningsOf(standing, newest),
    rows: rowsOf(newest, given),
    changeHref: consentPath(reference, person.personId, `/change/${kind.replace('_', '-')}`),
    ground: kind === 'sharing' ? groundOf(newest, given) : undefined,
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

function headingOf({ person, consents }: ConsentPageGiven): string {
  const of = (kind: ConsentKind): string =>
    STATES[consents.standing.find((one) => one.personId === person.personId && one.kind === kind)?.state ?? 'unknown'];
  return `${person.displayName}: sharing ${of('sharing').toLowerCase()}, help ${of('service').toLowerCase()}`;
}

export function consentPageView(given: ConsentPageGiven): ConsentPageView {
  const { reference, person, consents, facts, names, now } = given;
  const statements = ownStatements(given);
  const speaks = consents.standing.find((one) => one.personId === person.personId)?.speaksForThemselves === true;
  return {
    heading: headingOf(given),
    cards: ConsentKind.options.map((kind) => cardOf(kind, statements, given)),
    voice: speaks
      ? 'They speak for themselves: their own word is the one that counts.'
      : "Somebody with parental responsibility speaks for them. Nobody else's word opens anything.",
    facts: facts && factRows(facts, names, now),
    factsHref: consentPath(reference, person.personId, '/facts'),
    history: statements.map((one) => ({
      when: whenWords(one.statedAt, now),
      what: `${KINDS[one.kind].title}: ${STATES[one.state].toLowerCase()}`,
      lines: [
        one.givenBy === 'not_applicable' ? 'Nobody was asked.' : `By ${giverWords(one, names)}.`,
        `Written down ${momentWords(new Date(one.recordedAt), now)} by ${one.recordedBy === given.reader.id ? 'you' : 'a colleague, or with the contact'}.`,
        ...(one.groundDecision === undefined
          ? []
          : [`A manager ${one.groundDecision.accepted ? 'accepted' : 'did not accept'} the ground.`]),
      ],
    })),
    told: consents.notices.filter(({ personId }) => personId === person.personId).map((one) => toldWords(one, now)),
    peopleHref: `/enquiries/${reference}/people`,
  };
}
