import type { ConsentView } from '@mash/contracts';
import { momentWords } from '../../../presenters/clock-chip';
import type { Naming } from '../../../presenters/naming';
import { KINDS, STATES } from '../shared/consent-words';
import { statementRows, whenWords, type StatementsShown } from './statement-rows';

/** One statement of the history: all of what was said, and who wrote it down. */
export interface HistoryEntry {
  readonly when: string;
  readonly what: string;
  readonly lines: readonly string[];
}

export interface HistoryShown extends StatementsShown {
  readonly reader: { readonly id: string };
  readonly colleagues: Naming;
}

/** By name where the hub knows them; a referrer who wrote it down with the contact is none of its colleagues. */
const writerWords = (accountId: string, { reader, colleagues }: HistoryShown): string =>
  accountId === reader.id ? 'you' : (colleagues(accountId) ?? 'a colleague, or with the contact');

function groundLines({ groundDecision }: ConsentView, its: HistoryShown): string[] {
  if (groundDecision === undefined) return [];
  const { accepted, decidedBy, decidedAt } = groundDecision;
  const who = decidedBy === its.reader.id ? 'You' : (its.colleagues(decidedBy) ?? 'A manager');
  return [
    `${who} ${accepted ? 'accepted' : 'did not accept'} the ground, ${momentWords(new Date(decidedAt), its.now)}.`,
  ];
}

/** Of what the reading of today does not rest on, why. */
function weightLines({ weight, state, whoseIsUnclear }: ConsentView): string[] {
  if (whoseIsUnclear === true)
    return [
      'Does not count: it was written down while somebody was linked to the wrong person. Record it again if it was said of this one.',
    ];
  if (weight === 'superseded') return ['A later word took its place.'];
  if (weight !== 'not_heard') return [];
  const why = state === 'not_sought' ? 'somebody was asked' : 'whoever said it may not speak for them';
  return [`Does not count: ${why}.`];
}

export function historyEntry(statement: ConsentView, its: HistoryShown): HistoryEntry {
  const { kind, state, statedAt, recordedAt, recordedBy } = statement;
  const rows = statementRows(statement, its).filter(({ key }) => key !== 'When');
  return {
    when: whenWords(statedAt, its.now),
    what: `${KINDS[kind].title}: ${STATES[state].toLowerCase()}`,
    lines: [
      ...rows.map(({ key, value }) => `${key}: ${value}`),
      `Written down ${momentWords(new Date(recordedAt), its.now)} by ${writerWords(recordedBy, its)}.`,
      ...groundLines(statement, its),
      ...weightLines(statement),
    ],
  };
}
