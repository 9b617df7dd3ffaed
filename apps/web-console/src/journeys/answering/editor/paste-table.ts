import { CATEGORIES, newId, type Category } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import type { DraftItem } from '../draft/answer-draft';
import { readWhen } from './read-when';

export interface PastedFor {
  readonly personId: string;
  readonly categories: readonly Category[];
  readonly source: string;
  readonly handling: DraftItem['handling'];
  readonly condition?: DraftItem['condition'];
  readonly bar: DraftItem['bar'];
  readonly today: string;
}

const MOST = 100;
const simple = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** A category by its code, its label or the beginning of it: "Incid" is "Incidents and call-outs". Undefined where several begin so. */
export function categoryTyped(typed: string, offered: readonly Category[]): Category | undefined {
  const wanted = simple(typed);
  if (wanted === '') return undefined;
  const exact = offered.find((one) => simple(one) === wanted || simple(CATEGORIES[one].label) === wanted);
  const begins = offered.filter((one) => simple(CATEGORIES[one].label).startsWith(wanted));
  return exact ?? (begins.length === 1 ? begins[0] : undefined);
}

function kindTyped(typed: string): DraftItem['kind'] | undefined {
  const letter = typed.trim().charAt(0).toLowerCase();
  if (letter === 'f') return 'fact';
  return letter === 'o' ? 'opinion' : undefined;
}

/**
 * Rows copied from a spreadsheet: date, category, fact or opinion, text, and where it is from if it is not the source given. All rows or
 * none: half a table is never taken in.
 */
export function readPastedTable(pasted: string, given: PastedFor): { items: DraftItem[]; errors: FieldError[] } {
  const rows = pasted.split('\n').filter((row) => row.trim() !== '');
  const errors: FieldError[] = [];
  if (rows.length === 0) errors.push({ field: 'paste', text: 'Paste rows of date, category, fact or opinion, text' });
  if (rows.length > MOST) errors.push({ field: 'paste', text: `Paste ${MOST} rows or fewer at a time` });
  const items = rows.slice(0, MOST).flatMap((row, index) => {
    const item = itemOfRow(row.split('\t'), given);
    if (typeof item !== 'string') return [item];
    errors.push({ field: 'paste', text: `Row ${index + 1}: ${item}` });
    return [];
  });
  return errors.length > 0 ? { items: [], errors } : { items, errors };
}

/** The item of a row, or what is wrong with the row. */
function itemOfRow(
  [date = '', typedCategory = '', typedKind = '', text = '', ownSource = '']: string[],
  given: PastedFor,
): DraftItem | string {
  const reading = readWhen(date, given.today);
  if ('error' in reading) return reading.error;
  const category = categoryTyped(typedCategory, given.categories);
  if (category === undefined) return 'the second column must be a category that you were asked about';
  const kind = kindTyped(typedKind);
  if (kind === undefined) return 'the third column must be fact or opinion';
  const said = unquoted(text);
  if (said === '' || said.length > 8000) return 'the fourth column must be what happened, in 8,000 characters or fewer';
  const source = unquoted(ownSource) || given.source;
  if (source === '' || source.length > 200) return 'say where it is from: in a fifth column, or in "Source" above';
  const { personId, handling, condition, bar } = given;
  return {
    ...{ itemId: newId(), personId, category, when: reading.when, kind, text: said, source, handling },
    ...(condition && { condition }),
    ...{ flags: [], thirds: 'none', thirdPartyWords: [], redactionDefeats: false, bar, isOld: false },
    isSignUnder13: false,
    isInConfidence: false,
  };
}

/** Spreadsheets put quotes round a cell and double those inside it. */
function unquoted(cell: string): string {
  const text = cell.trim();
  const isQuoted = text.length > 1 && text.startsWith('"') && text.endsWith('"');
  return isQuoted ? text.slice(1, -1).replaceAll('""', '"').trim() : text;
}
