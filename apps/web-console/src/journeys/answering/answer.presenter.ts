import { CATEGORIES, Colour, type RequestDetail, type RequestLine } from '@mash/contracts';
import { errorMessageFor, type FieldError } from '../../forms/field-error';
import { textArea, type FieldView, type Option } from '../../forms/field-view';
import type { ClockChip } from '../../presenters/clock-chip';
import { ratingChip, type RatingChip } from '../../presenters/rating-chip';
import { sayPath } from '../recalls/shared/recall-words';
import { requestClock } from '../worklist/request-clock';
import { contentCategories, nameOfAsked, type AskedPerson } from './asked/asked-person';
import { askedPersonView, purposeRead, type AskedPersonView } from './asked/identifiers.presenter';
import { coverageFields } from './coverage/coverage.presenter';
import { coverageOf, type AnswerDraft, type DraftItem } from './draft/answer-draft';
import { editorView, type EditorView } from './editor/editor.presenter';
import { CONDITION_SHORT, flagWords } from './editor/item-choices';
import { whenWords } from './editor/when-words';

export interface AnswerPageGiven {
  readonly detail: RequestDetail;
  /** Other lines of the request, which are not to be answered. */
  readonly stopped?: readonly RequestLine[];
  readonly people: readonly AskedPerson[];
  readonly draft: AnswerDraft;
  readonly grades: boolean;
  readonly nameable: readonly Option[];
  readonly pasted: string;
  readonly errors: readonly FieldError[];
  readonly now: Date;
}

export interface ItemRow {
  readonly itemId: string;
  readonly about: string;
  readonly when: string;
  readonly category: string;
  readonly kind: string;
  readonly text: string;
  readonly guards: string;
}

/** "What did we search, what did we find?" */
export interface AnswerPageView {
  readonly heading: string;
  readonly reference: string;
  readonly action: string;
  readonly clock: ClockChip | undefined;
  readonly rating: RatingChip;
  readonly notices: readonly string[];
  readonly purpose: string;
  /** Where whoever was asked says that it is about the wrong person, or should not have come to them. */
  readonly wrongHref: string;
  readonly people: readonly (AskedPersonView & { readonly coverage: readonly FieldView[] })[];
  readonly canCopy: boolean;
  readonly items: readonly ItemRow[];
  readonly itemsError: string | undefined;
  readonly sendError: string | undefined;
  /** Absent where the hub asks only whether they are known. */
  readonly editor: EditorView | undefined;
  readonly paste: { readonly field: FieldView; readonly open: boolean } | undefined;
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

function headingOf(people: readonly AskedPerson[], draft: AnswerDraft): string {
  const searched = people.filter(({ personId }) => coverageOf(draft, personId).state !== undefined).length;
  return `${searched} of ${plural(people.length, 'person', 'people')} searched, ${plural(draft.items.length, 'item', 'items')} entered`;
}

function noticesOf({ late, decided, state }: RequestDetail, stopped: readonly RequestLine[]): string[] {
  const isStopped = (which: RequestLine['state']): boolean => stopped.some((line) => line.state === which);
  return [
    ...(isStopped('recalled')
      ? [`Part of this was recalled. Do not answer what no longer stands here; destroy what you noted`]
      : []),
    ...(isStopped('held')
      ? [`Part of this is on hold: do not answer what no longer stands here until the hub says so`]
      : []),
    ...(late ? ['This is late. A part answer now beats a full one later.'] : []),
    ...(decided ? ['The hub has decided. You can still answer: this will flag the decision.'] : []),
    ...(state === 'part_answered'
      ? ['You sent a part answer. Send the rest, or send all of it again as a full one.']
      : []),
  ];
}

export function answerPageView(given: AnswerPageGiven): AnswerPageView {
  const { detail, people, draft, grades, nameable, errors, now } = given;
  const categories = contentCategories(people);
  const names = people.map(({ personId }) => ({ personId, name: nameOfAsked(people, personId) }));
  return {
    heading: headingOf(people, draft),
    reference: detail.enquiryReference,
    action: `/requests/${detail.requestId}/answer`,
    clock: requestClock(detail, now),
    rating: ratingChip(Colour.safeParse(detail.colour).data),
    notices: noticesOf(detail, given.stopped ?? []),
    purpose: purposeRead(people, detail.purpose),
    wrongHref: sayPath(detail.enquiryId, 'request', detail.requestId, `/requests/${detail.requestId}/answer`),
    people: people.map((one, index) => ({
      ...askedPersonView(one, index, people.length, now),
      coverage: coverageFields(coverageOf(draft, one.personId), one.personId, errors, index === 0),
    })),
    canCopy: people.length > 1,
    items: draft.items.map((item) => itemRow(item, people)),
    itemsError: errorMessageFor('items', errors)?.text,
    sendError: errorMessageFor('send', errors)?.text,
    editor:
      categories.length === 0
        ? undefined
        : editorView({ fields: draft.unfinished, people: names, categories, grades, nameable, errors }),
    paste: categories.length === 0 ? undefined : pasteOf(given),
  };
}

function pasteOf({ pasted, errors }: AnswerPageGiven): AnswerPageView['paste'] {
  const field = textArea({
    name: 'paste',
    label: 'Rows copied from a spreadsheet',
    hint: 'Columns: date, category, fact or opinion, what is known, and source if it differs. About, source, handling and whether a law limits it, above, go for all rows. Only for rows that name nobody else.',
    value: pasted,
    rows: 6,
    errors,
  });
  return { field, open: pasted !== '' || errorMessageFor('paste', errors) !== undefined };
}

function itemRow(item: DraftItem, people: readonly AskedPerson[]): ItemRow {
  const { grading } = item;
  const grade = grading?.scheme === '3x5x2' ? [`Graded ${grading.source}${grading.assessment}`] : [];
  const under = item.condition === undefined ? '' : `: ${CONDITION_SHORT[item.condition.kind]}`;
  const handling = item.handling === 'none' ? [] : [`Handling ${item.handling}${under}`];
  const third = item.thirds === 'none' ? [] : ['Tells of somebody else'];
  return {
    itemId: item.itemId,
    about: nameOfAsked(people, item.personId),
    when: whenWords(item.when),
    category: CATEGORIES[item.category].label,
    kind: item.kind === 'fact' ? 'Fact' : 'Opinion',
    text: item.text,
    guards: [...handling, ...grade, ...item.flags.map(flagWords), ...third].join('. '),
  };
}
