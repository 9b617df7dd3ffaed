import type { Category, RequestDetail } from '@mash/contracts';
import type { FieldError } from '../../forms/field-error';
import { Posted, type PostedFields } from '../../forms/posted';
import { readCoverage } from './coverage/coverage.form';
import { withItem, withoutItem, type AnswerDraft, type DraftItem } from './draft/answer-draft';
import { carriedOver, editorFieldsOf, fieldsOfItem, isHalfWritten } from './editor/fields-of-item';
import { BAR_MISSING, BARS, HANDLINGS } from './editor/item-choices';
import { readItem } from './editor/item.form';
import { readPastedTable } from './editor/paste-table';

/** What a press of a button makes of the draft. */
export interface Acted {
  readonly draft: AnswerDraft;
  readonly errors: readonly FieldError[];
}

export interface ActingFor {
  readonly detail: RequestDetail;
  readonly today: string;
  readonly grades: boolean;
  /** Accounts for whom alone an item may be kept. */
  readonly nameable: readonly string[];
}

const personIdsOf = ({ lines }: RequestDetail): string[] => [...new Set(lines.map(({ personId }) => personId))];

/** For each person, the categories that take items: a question whether they are known takes none. */
export function categoriesOf(detail: RequestDetail): Map<string, Category[]> {
  const pairs = personIdsOf(detail).map((personId): [string, Category[]] => [
    personId,
    detail.lines.filter((line) => line.personId === personId && !line.existenceOnly).map(({ category }) => category),
  ]);
  return new Map(pairs.filter(([, categories]) => categories.length > 0));
}

/** All that was typed on the page goes into the draft, whichever button was pressed: nothing is typed twice. */
export function takenIn(draft: AnswerDraft, fields: PostedFields, detail: RequestDetail): AnswerDraft {
  const posted = new Posted(fields);
  const coverage = Object.fromEntries(
    personIdsOf(detail).map((personId) => [personId, readCoverage(posted, personId)] as const),
  );
  return { ...draft, coverage, unfinished: editorFieldsOf(fields) };
}

/** Whom an item is kept for already: they stay named, also while nobody can tell who is of the hub. */
const namedIn = ({ condition }: DraftItem): string[] => (condition?.kind === 'NAMED' ? condition.personIds : []);

/** The item in the editor becomes an item of the answer; or the page says what is wrong with it and keeps it. */
export function addItem(draft: AnswerDraft, fields: PostedFields, acting: ActingFor): Acted {
  const { detail, today, grades } = acting;
  const [nameable, namedBefore] = [acting.nameable, draft.items.flatMap(namedIn)];
  const asked = { categories: categoriesOf(detail), today, grades, nameable, namedBefore };
  const { item, errors } = readItem(new Posted(fields), asked);
  if (item === undefined) return { draft, errors };
  return { draft: { ...withItem(draft, item), unfinished: carriedOver(item) }, errors };
}

export function pasteTable(draft: AnswerDraft, fields: PostedFields, acting: Omit<ActingFor, 'nameable'>): Acted {
  const posted = new Posted(fields);
  const categories = categoriesOf(acting.detail);
  const [only] = categories.size === 1 ? [...categories.keys()] : [];
  const personId = only ?? posted.choice('item-person', [...categories.keys()]);
  const handling = posted.choice('item-handling', HANDLINGS);
  const bar = posted.choice('item-bar', BARS);
  const errors: FieldError[] = [
    ...(personId === undefined ? [{ field: 'item-person', text: 'Choose whom the rows are about' }] : []),
    ...(handling === undefined ? [{ field: 'item-handling', text: 'Choose the handling of the rows' }] : []),
    ...(handling === 'C' ? [{ field: 'item-handling', text: 'Enter items under handling code C one by one' }] : []),
    ...(bar === undefined ? [{ field: 'item-bar', text: BAR_MISSING }] : []),
  ];
  if (personId === undefined || handling === undefined || bar === undefined || errors.length > 0)
    return { draft, errors };
  const offered = categories.get(personId) ?? [];
  const source = posted.text('item-source');
  const read = readPastedTable(posted.text('paste'), {
    personId,
    categories: offered,
    source,
    handling,
    bar,
    today: acting.today,
  });
  if (read.errors.length > 0) return { draft, errors: read.errors };
  const { 'item-bar': _ofTheRows, ...unfinished } = draft.unfinished;
  return { draft: { ...draft, items: [...draft.items, ...read.items], unfinished }, errors: [] };
}

/** What was searched for the first person was searched for everybody; what it came to is each one's own. */
export function sameCoverageForAll(draft: AnswerDraft, detail: RequestDetail): AnswerDraft {
  const [first, ...others] = personIdsOf(detail);
  const given = first === undefined ? undefined : draft.coverage[first];
  if (given === undefined) return draft;
  const { systems, identifiersUsed, from, to } = given;
  const copied = others.map((personId) => {
    const own = draft.coverage[personId];
    return [personId, { ...(own ?? { note: '' }), systems, identifiersUsed, from, to }] as const;
  });
  return { ...draft, coverage: { ...draft.coverage, ...Object.fromEntries(copied) } };
}

/** An item goes back into the editor. What stood there half written is not lost: the page asks to finish it first. */
export function changeItem(draft: AnswerDraft, itemId: string): Acted {
  const item = draft.items.find((one) => one.itemId === itemId);
  if (item === undefined) return { draft, errors: [] };
  const isOther = draft.unfinished['item-id'] !== itemId;
  if (isOther && isHalfWritten(draft.unfinished)) return { draft, errors: unfinishedErrors(draft) };
  return { draft: { ...draft, unfinished: fieldsOfItem(item) }, errors: [] };
}

export function removeItem(draft: AnswerDraft, itemId: string): AnswerDraft {
  const isInEditor = draft.unfinished['item-id'] === itemId;
  return { ...withoutItem(draft, itemId), unfinished: isInEditor ? {} : draft.unfinished };
}

export const unfinishedErrors = ({ unfinished }: AnswerDraft): FieldError[] =>
  isHalfWritten(unfinished)
    ? [{ field: 'item-text', text: 'Add the item that you were writing, or clear the editor' }]
    : [];
