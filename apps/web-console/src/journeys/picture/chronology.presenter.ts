import { CATEGORIES } from '@mash/contracts';
import { agencyWords } from '../../presenters/agency-words';
import { permittedBasis, type BasisView } from '../../presenters/basis-view';
import { carriedWords } from '../../presenters/carried-words';
import { whenWords } from '../answering/editor/when-words';
import type { KnownItem } from './read-item';
import { sortDay } from './sort-day';

export interface ChronologyRow {
  readonly when: string;
  readonly agency: string;
  readonly person: string;
  readonly what: string;
  readonly text: string;
  readonly foot: string;
  /** What travels with it: read before it is used, told on or printed. */
  readonly warnings: readonly string[];
  /** The law that it is shown under. */
  readonly basis: BasisView | undefined;
  /** Which item it is, for saying that it is about the wrong person. */
  readonly itemId: string;
}

export interface ChronologyView {
  readonly rows: readonly ChronologyRow[];
  readonly caption: string;
  /** Where there is more than is shown. */
  readonly hasMore: boolean;
}

const NEWEST = 12;

/** One chronology of what everybody knows, newest first. What is withheld has no place in it: a place would tell the date. */
export function chronologyView(
  items: readonly KnownItem[],
  names: ReadonlyMap<string, string>,
  showAll: boolean,
): ChronologyView {
  const inOrder = [...items].sort((a, b) => sortDay(b.content.when).localeCompare(sortDay(a.content.when)));
  const shown = showAll ? inOrder : inOrder.slice(0, NEWEST);
  const hasMore = shown.length < inOrder.length;
  return {
    rows: shown.map((known) => rowOf(known, names)),
    caption: hasMore ? `The newest ${shown.length} of ${inOrder.length}` : 'Newest first',
    hasMore,
  };
}

export function rowOf({ item, content }: KnownItem, names: ReadonlyMap<string, string>): ChronologyRow {
  const { grading } = content;
  const grade =
    grading === undefined || grading.scheme === 'none' ? [] : [`Graded ${grading.source}${grading.assessment}`];
  const handling = item.handling === undefined || item.handling === 'none' ? [] : [`Handling ${item.handling}`];
  const category = item.category === undefined ? [] : [CATEGORIES[item.category].label];
  return {
    itemId: item.itemId,
    basis: permittedBasis(item),
    when: content.when === undefined ? 'Date not known' : whenWords(content.when),
    agency: item.agencyId === undefined ? 'The hub' : agencyWords(item.agencyId),
    person: (item.personId === undefined ? undefined : names.get(item.personId)) ?? 'Somebody on this enquiry',
    what: [...category, content.kind === 'opinion' ? 'Opinion' : 'Fact'].join('. '),
    text: content.sanitisedText ?? content.text ?? 'The words of this are left out',
    warnings: carriedWords(item.obligations),
    foot: [
      ...(content.source === undefined ? [] : [`Source: ${content.source}`]),
      ...grade,
      ...handling,
      ...(item.condition === undefined ? [] : [`Condition: ${item.condition}`]),
      ...(item.redactions.length > 0 ? ['Parts are left out'] : []),
    ].join('. '),
  };
}
