import type { DraftItem } from '../draft/answer-draft';
import { whenWords } from './when-words';

export type EditorFields = Record<string, string | string[]>;

/** An item as the editor's fields, to be changed. */
export function fieldsOfItem(item: DraftItem): EditorFields {
  const { condition, grading } = item;
  return {
    'item-id': item.itemId,
    'item-category': item.category,
    'item-when': whenWords(item.when),
    'item-text': item.text,
    ...carriedOver(item),
    'item-flags': item.flags.filter((flag) => flag !== 'sanitised'),
    'item-sanitised': item.sanitisedText ?? '',
    'item-thirds': item.thirds,
    'item-third-words': item.thirdPartyWords.join('\n'),
    'item-redaction': item.redactionDefeats ? 'yes' : '',
    'item-bar': item.bar,
    'item-old': item.isOld ? 'yes' : '',
    'item-under13': item.isSignUnder13 ? 'yes' : '',
    'item-confidence': item.isInConfidence ? 'yes' : '',
    ...(condition?.kind === 'UNTIL' && { 'item-until': condition.date }),
    ...(grading?.scheme === '3x5x2' && {
      'item-grade-source': grading.source,
      'item-grade-assessment': grading.assessment,
    }),
  };
}

/** What the next item begins with: person, kind, source, handling. Twelve items are not typed twelve times over. */
export function carriedOver({ personId, kind, source, handling, condition }: DraftItem): EditorFields {
  return {
    'item-person': personId,
    'item-kind': kind,
    'item-source': source,
    'item-handling': handling,
    ...(condition && { 'item-condition': condition.kind }),
    ...(condition?.kind === 'ROLES' && { 'item-roles': condition.roles }),
    ...(condition?.kind === 'NAMED' && { 'item-named': condition.personIds }),
  };
}

/** Fields of the editor out of all that was posted; only these are kept with the draft. */
export function editorFieldsOf(posted: Readonly<Record<string, unknown>>): EditorFields {
  const own = Object.entries(posted).filter(([name]) => name.startsWith('item-'));
  return Object.fromEntries(
    own.flatMap(([name, value]): [string, string | string[]][] => {
      if (typeof value === 'string') return value === '' ? [] : [[name, value]];
      return Array.isArray(value) ? [[name, value.filter((one): one is string => typeof one === 'string')]] : [];
    }),
  );
}

/** Whether an item stands half written: what was carried over alone is not one. */
export const isHalfWritten = (fields: EditorFields): boolean =>
  ['item-text', 'item-when', 'item-category'].some((name) => (fields[name] ?? '') !== '');
