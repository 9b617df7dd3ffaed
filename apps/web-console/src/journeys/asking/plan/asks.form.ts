import { Category } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { Posted, type PostedFields } from '../../../forms/posted';
import { defaultPurposeText } from '../words/purpose-text';
import { addedLine, keyOf, type AskLine, type Widening } from './ask-line';
import { claimWords, type Judged } from './claims.form';
import { unsaidNeed, worryOptions } from './needed-for';

const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');

/** Lines that were added before and travel with the form; one that fits nothing here is dropped. */
export function readAdded(fields: PostedFields, widening: Widening): AskLine[] {
  const posted = new Posted(fields);
  const lines = listOf(fields['added']).flatMap(
    (value) => addedLine(value, posted.text(`why-${value}`), widening) ?? [],
  );
  return lines.filter((line, index) => lines.findIndex((one) => keyOf(one) === keyOf(line)) === index);
}

/** Keys of the lines that are ticked. */
export const readTicked = (fields: PostedFields): ReadonlySet<string> => new Set(listOf(fields['line']));

/** One more line than the pack asks for: widening needs a reason. */
export function readNewLine(
  fields: PostedFields,
  widening: Widening,
  known: readonly AskLine[],
): { line?: AskLine; errors: FieldError[] } {
  const posted = new Posted(fields);
  const agencyId = posted.choice('add-agency', [...widening.agencies.keys()]);
  const personId = posted.choice('add-person', widening.personIds);
  const category = posted.choice('add-category', Category.options);
  const why = posted.optional('add-why');
  const errors: FieldError[] = [
    ...(agencyId === undefined ? [{ field: 'add-agency', text: 'Choose the agency to ask' }] : []),
    ...(personId === undefined ? [{ field: 'add-person', text: 'Choose whom to ask about' }] : []),
    ...(category === undefined ? [{ field: 'add-category', text: 'Choose what to ask' }] : []),
    ...(why === undefined ? [{ field: 'add-why', text: 'Say why this is needed: the agency reads it' }] : []),
    ...((why?.length ?? 0) > 300 ? [{ field: 'add-why', text: 'Use 300 characters or fewer' }] : []),
  ];
  const neededFor =
    posted.choice(
      'add-worry',
      worryOptions(widening.worries).map(({ value }) => value),
    ) ?? '';
  errors.push(...unsaidNeed(neededFor, personId, widening.worries));
  const border = posted.ticked('add-border') ? 'border' : '';
  if (border !== '' && agencyId !== undefined && widening.neighbours?.has(agencyId) !== true)
    errors.push({ field: 'add-border', text: 'Only a neighbouring council can have this person in its area' });
  if (agencyId === undefined || personId === undefined || category === undefined || errors.length > 0)
    return { errors };
  const only = posted.ticked('add-only') ? 'only' : 'content';
  const value = [agencyId, personId, category, only, border, neededFor].join('|');
  const line = addedLine(value, why ?? '', widening);
  const isSame = (one: AskLine) => line !== undefined && keyOf(one) === keyOf(line);
  // One that was added is added again where its reason is another: it takes the other's place.
  const isKnown = known.some((one) => isSame(one) && !(one.widened && one.why !== why));
  if (isKnown) return { errors: [{ field: 'add-category', text: 'This is in the list already: tick it there' }] };
  return { ...(line && { line }), errors };
}

export interface PurposeRule extends Judged {
  /** Names of everybody on the roster: the text goes to several agencies and is about all of them. */
  readonly names: readonly string[];
}

const MOST = 2000;

/** The text that each agency will read: truthful to the threshold judged, and no name and no narrative in it. */
export function readPurposeText(
  fields: PostedFields,
  { purpose, work, names }: PurposeRule,
): { text: string; errors: FieldError[] } {
  const text = new Posted(fields).text('purposeText');
  const wrong = (words: string): FieldError[] => [{ field: 'purposeText', text: words }];
  if (text === '')
    return { text, errors: wrong('Enter what the agencies will read: purpose, threshold, statutory task') };
  if (text.length > MOST) return { text, errors: wrong('Use 2,000 characters or fewer') };
  const claim = claimWords(text, { purpose, work });
  if (claim !== undefined) return { text, errors: wrong(claim) };
  if (namesSomebody(text, names, defaultPurposeText(purpose, work)))
    return { text, errors: wrong('Take the names out: each agency reads only of those it is asked about') };
  return { text, errors: [] };
}

function namesSomebody(text: string, names: readonly string[], usual: string): boolean {
  const ordinary = new Set(usual.split(/[^\p{L}]+/u));
  const said = new Set(text.split(/[^\p{L}]+/u));
  const tokens = names.flatMap((name) => name.split(/[^\p{L}]+/u)).filter((token) => token.length > 2);
  return tokens.some((token) => said.has(token) && !ordinary.has(token));
}
