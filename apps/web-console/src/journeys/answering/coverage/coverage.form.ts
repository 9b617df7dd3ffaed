import { CoverageState } from '@mash/contracts';
import { Coverage, IdentifierUsed } from '@mash/sealing';
import type { FieldError } from '../../../forms/field-error';
import type { Posted } from '../../../forms/posted';
import type { DraftCoverage } from '../draft/answer-draft';
import { readWhen } from '../editor/read-when';

/** Coverage of one person as it was typed. */
export const readCoverage = (posted: Posted, personId: string): DraftCoverage => {
  const state = posted.choice(`state-${personId}`, CoverageState.options);
  const identity = posted.choice(`identity-${personId}`, ['confirmed', 'possible']);
  return {
    ...(state && { state }),
    ...(identity && { identity }),
    systems: posted.text(`systems-${personId}`),
    identifiersUsed: posted.choices(`ids-${personId}`, IdentifierUsed.options),
    from: posted.text(`from-${personId}`),
    to: posted.text(`to-${personId}`),
    note: posted.text(`note-${personId}`),
  };
};

export interface CoverageReading {
  readonly coverage?: Coverage;
  readonly identity?: 'confirmed' | 'possible';
  readonly errors: readonly FieldError[];
}

const FIELDS: Readonly<Record<string, { field: string; text: string }>> = {
  state: { field: 'state', text: 'choose what your search came to' },
  systems: { field: 'systems', text: 'name the systems you searched, one to a line' },
  identifiersUsed: { field: 'ids', text: 'tick what you searched by' },
  datesFrom: { field: 'from', text: 'enter the first day, such as 2019 or 3/11/2019' },
  datesTo: { field: 'to', text: 'the last day comes before the first' },
  note: { field: 'note', text: 'say what you did not search, or why you decline' },
};

/** Coverage as it is sealed. "Not known" without what was searched is not an answer. @param label who, without a name: "Person 2" */
export function checkedCoverage(typed: DraftCoverage, personId: string, label: string, today: string): CoverageReading {
  const fault = (path: string): FieldError => {
    const { field, text } = FIELDS[path] ?? { field: 'state', text: 'check what you searched' };
    return { field: `${field}-${personId}`, text: `${label}: ${text}` };
  };
  if (typed.state === undefined) return { errors: [fault('state')] };
  const [from, to] = [readEdge(typed.from, 'first', today), readEdge(typed.to, 'last', today)];
  const dateErrors = [
    from === false ? [fault('datesFrom')] : [],
    to === false ? [wrongEnd(personId, label)] : [],
  ].flat();
  const read = Coverage.safeParse({
    state: typed.state,
    systems: linesOf(typed.systems).map((name) => ({ name })),
    identifiersUsed: typed.identifiersUsed,
    ...(from && { datesFrom: from }),
    ...(to && { datesTo: to }),
    ...(typed.note !== '' && { note: typed.note }),
  });
  const paths = read.success ? [] : [...new Set(read.error.issues.map(({ path }) => String(path[0])))];
  const errors = [...paths.map(fault), ...dateErrors, ...identityFaults(typed, personId, label)];
  if (!read.success || errors.length > 0) return { errors };
  return { coverage: read.data, identity: typed.identity ?? 'confirmed', errors };
}

const wrongEnd = (personId: string, label: string): FieldError => ({
  field: `to-${personId}`,
  text: `${label}: enter the last day, such as t for today or 3/11/2026`,
});

/** Nobody is "possibly" somebody of whom nothing was found; otherwise how sure the record is of this person must be said. */
function identityFaults({ state, identity }: DraftCoverage, personId: string, label: string): FieldError[] {
  const foundNothing = state === 'not_known' || state === 'declined';
  if (foundNothing || identity !== undefined) return [];
  return [{ field: `identity-${personId}`, text: `${label}: say how sure you are that your record is of this person` }];
}

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** `2019` is its first or its last day; otherwise a day as anywhere else. Empty is not said; false is no day. */
function readEdge(typed: string, edge: 'first' | 'last', today: string): string | false | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  if (/^(19|20)\d{2}$/.test(text)) return `${text}-${edge === 'first' ? '01-01' : '12-31'}`;
  const reading = readWhen(text, today);
  return 'when' in reading && 'date' in reading.when ? reading.when.date : false;
}
