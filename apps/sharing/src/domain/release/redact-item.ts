import { type Category, maskPlaces, PLACE_LEFT_OUT } from '@mash/contracts';
import type { AnswerItem, AnswerItemFacts } from '@mash/sealing';
import type { RedactionCode } from '../decision';
import { NOTHING_STATED, type WhatStands } from '../holder/what-stands';

export const SOMEONE_ELSE = '[someone else]';
export const LEFT_OUT = '[left out: it tells of someone else]';
export const NO_WORDING = '[left out: the holder has given no wording]';

/** What goes where a place is protected, whichever it is (rule row R-SAFE-01). */
export const OF_PLACES: readonly string[] = ['PLACE', 'AREA', 'SCHOOL', 'SURGERY'] satisfies RedactionCode[];
const OF_OTHERS: readonly RedactionCode[] = ['THIRD_PARTY', 'THIRD_PARTY_PASSAGE', 'OTHER_PEOPLE'];
/** Redactions after which nothing of an item is left to show. */
const OF_ALL: readonly RedactionCode[] = [
  'LEFT_OUT_ITEM',
  'COUNT_ONLY',
  'VICTIM_IDENTIFIERS',
  'FEEDBACK_FIELDS_ONLY',
  'RECEIPT_ONLY',
];

/** Categories whose very text is a place, and what the decision says where it must go: an address that is protected takes school and surgery with it. */
const PLACE_ITSELF: Readonly<Partial<Record<Category, RedactionCode>>> = {
  'education-enrolment': 'SCHOOL',
  'health-registration': 'SURGERY',
  'housing-tenancy': 'PLACE',
};

export const leavesAllOut = (redactions: readonly RedactionCode[]): boolean =>
  redactions.some((code) => OF_ALL.includes(code));
export const leavesPlacesOut = (redactions: readonly string[]): boolean =>
  redactions.some((code) => OF_PLACES.includes(code));
/** Whether anything but places is left out. */
export const leavesMoreOut = (redactions: readonly RedactionCode[]): boolean =>
  redactions.some((code) => !OF_PLACES.includes(code));
/** Whether what is said in this category is nothing but a place that must go. */
export function isPlaceLeftOut(category: Category, redactions: readonly RedactionCode[]): boolean {
  const itself = PLACE_ITSELF[category];
  return itself !== undefined && redactions.includes(itself);
}
/** Words that somebody typed beside an item, without the places that must go. */
export const withoutPlacesOf = (redactions: readonly string[], words: string): string =>
  leavesPlacesOut(redactions) ? maskPlaces(words) : words;

export interface ItemToRedact {
  readonly item: AnswerItem;
  readonly facts: AnswerItemFacts;
  readonly redactions: readonly RedactionCode[];
  /** Concern, household, alleged perpetrator, involved: they are no third parties (rule row R-THIRD-01). */
  readonly notThirds: ReadonlySet<string>;
  /** What the holder has stated for this recipient: the words that may be read. */
  readonly stands?: WhatStands;
}

/** Cuts the passages of others out, from the last to the first, so that positions stay right; overlapping ones are one. */
function withoutPassages(text: string, passages: readonly { from: number; to: number }[]): string {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of [...passages].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined.reduceRight((cut, { from, to }) => cut.slice(0, from) + SOMEONE_ELSE + cut.slice(to), text);
}

const passagesOfOthers = ({ facts, notThirds }: ItemToRedact): readonly { from: number; to: number }[] =>
  (facts.thirdPartyPassages ?? []).filter(({ personId }) => personId === undefined || !notThirds.has(personId));

function withoutOthers(its: ItemToRedact): string {
  if ((its.facts.thirdPartyPassages ?? []).length === 0) return LEFT_OUT;
  return withoutPassages(its.item.text, passagesOfOthers(its));
}

/** A wording may not bring back what was marked as of others in the original. */
const withoutTheirWords = (wording: string, its: ItemToRedact): string =>
  passagesOfOthers(its)
    .map(({ from, to }) => its.item.text.slice(from, to).trim())
    .filter((passage) => passage.length > 2)
    .reduce((words, passage) => words.replaceAll(passage, SOMEONE_ELSE), wording);

/** Its holder marked it, or it is a place by what it is. */
const tellsAPlace = ({ facts, redactions }: ItemToRedact): boolean =>
  isPlaceLeftOut(facts.category, redactions) ||
  (leavesPlacesOut(redactions) && facts.flags.some((flag) => flag.startsWith('protected_')));

/** The wording that stands instead of the original, also where nobody knows any more whether it is released; undefined where the original itself may be read. */
function wordingOf({ item, facts, stands = NOTHING_STATED }: ItemToRedact): string | undefined {
  if (stands.wording !== 'as_it_stands') return stands.wording.text;
  if (stands.sanitisedText !== undefined) return stands.sanitisedText;
  return facts.flags.includes('sanitised') ? (item.sanitisedText ?? NO_WORDING) : undefined;
}

/** The words that may be read: the holder's own wording where the original must stay sealed, else the text without what must go. */
function wordsOf(its: ItemToRedact): string {
  const { item, redactions } = its;
  if (tellsAPlace(its)) return PLACE_LEFT_OUT;
  const hidesOthers = redactions.some((code) => OF_OTHERS.includes(code));
  const wording = wordingOf(its);
  const text =
    wording === undefined
      ? hidesOthers
        ? withoutOthers(its)
        : item.text
      : hidesOthers
        ? withoutTheirWords(wording, its)
        : wording;
  return withoutPlacesOf(redactions, text);
}

/** "The winter in Mill Road": where no day is known, its words are the holder's. */
const withoutPlacesIn = (when: AnswerItem['when'], redactions: readonly RedactionCode[]): AnswerItem['when'] =>
  'approx' in when && withoutPlacesOf(redactions, when.approx) !== when.approx ? { approx: PLACE_LEFT_OUT } : when;

/** The fields beside the text, where nothing of the text had to go: they lose their places all the same. */
function fieldsBeside({ item, redactions }: ItemToRedact): Pick<AnswerItem, 'source' | 'actionTaken' | 'reference'> {
  const { actionTaken, source, reference } = item;
  const hide = (words: string) => withoutPlacesOf(redactions, words);
  return {
    source: hide(source),
    ...(actionTaken && { actionTaken: hide(actionTaken) }),
    ...(reference && { reference: hide(reference) }),
  };
}

/**
 * An item as it may be shown. Where anything had to go, the fields whose passages nobody marked (what was done, the source, the
 * reference) go too: a redaction that leaves the name in the next field is none. So they do where the holder's own wording stands, though it be the
 * text to the letter: those words are what may be read, and the source may lie in the next field.
 */
export function redactedItem(its: ItemToRedact): Omit<AnswerItem, 'sanitisedText'> {
  const { sanitisedText: _original, actionTaken: _done, source: _source, reference: _reference, ...rest } = its.item;
  const when = withoutPlacesIn(its.item.when, its.redactions);
  const text = wordsOf(its);
  const isOriginal = text === its.item.text && wordingOf(its) === undefined;
  const beside = isOriginal ? fieldsBeside(its) : { source: 'The holding agency' };
  return { ...rest, when, text, ...beside };
}
