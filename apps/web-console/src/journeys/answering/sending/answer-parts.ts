import { AgencyKind, CATEGORIES } from '@mash/contracts';
import {
  AnswerContent,
  AnswerFacts,
  answerDisagreements,
  type AnswerItemFacts,
  type FactsGivenFor,
} from '@mash/sealing';
import type { z } from 'zod';
import type { FieldError } from '../../../forms/field-error';
import { checkedCoverage } from '../coverage/coverage.form';
import { coverageOf, itemsAbout, type AnswerDraft, type DraftItem } from '../draft/answer-draft';
import { thirdPartyPassages } from '../editor/third-party-passages';

/** What goes into one person's envelope. */
export interface AnswerPart {
  readonly personId: string;
  readonly content: AnswerContent;
  readonly facts: FactsGivenFor<'answer'>;
}

export interface AnsweringFor {
  readonly personIds: readonly string[];
  readonly agencyKind: AgencyKind;
  readonly answeredBy: { readonly name: string; readonly roleTitle: string };
  readonly today: string;
  /** A part answer takes in those whose coverage is filled in; a full one needs everybody. */
  readonly complete: boolean;
}

/** The answer as it will be sealed, one part for each person, or everything that is still wrong with it. */
export function answerParts(
  draft: AnswerDraft,
  answering: AnsweringFor,
): { parts: AnswerPart[]; errors: FieldError[] } {
  const { personIds, complete } = answering;
  const begun = personIds.filter((personId) => complete || hasBegun(draft, personId));
  const [first] = personIds;
  if (begun.length === 0 && first !== undefined)
    return { parts: [], errors: [{ field: `state-${first}`, text: 'Say what you searched for at least one person' }] };
  const read = begun.map((personId) => partOf(draft, personId, answering));
  const errors = read.flatMap((one) => one.errors);
  return { parts: errors.length > 0 ? [] : read.flatMap(({ part }) => (part === undefined ? [] : [part])), errors };
}

const hasBegun = (draft: AnswerDraft, personId: string): boolean =>
  coverageOf(draft, personId).state !== undefined || itemsAbout(draft, personId).length > 0;

function partOf(
  draft: AnswerDraft,
  personId: string,
  { personIds, agencyKind, answeredBy, today }: AnsweringFor,
): { part?: AnswerPart; errors: readonly FieldError[] } {
  const label = `Person ${personIds.indexOf(personId) + 1}`;
  const { coverage, identity, errors } = checkedCoverage(coverageOf(draft, personId), personId, label, today);
  if (coverage === undefined || identity === undefined) return { errors };
  const items = itemsAbout(draft, personId);
  const content = AnswerContent.safeParse({ coverage, items: items.map(contentOf), answeredBy });
  const facts = AnswerFacts.safeParse({ identity, items: items.map((item) => factsOf(item, agencyKind)) });
  if (!content.success || !facts.success)
    return { errors: [...faultsOf(content.error, items), ...faultsOf(facts.error, items)] };
  const wrong = answerDisagreements(facts.data, content.data);
  if (wrong.includes('coverage.state')) return { errors: [bringsItems(personId, label)] };
  if (wrong.length > 0) return { errors: [{ field: 'items', text: `${label}: check the items that you entered` }] };
  return { part: { personId, content: content.data, facts: facts.data }, errors: [] };
}

const bringsItems = (personId: string, label: string): FieldError => ({
  field: `state-${personId}`,
  text: `${label}: you entered items, so they are known to you. Change one or the other`,
});

/** Faults of an item lead to the list of items, where each can be changed. */
function faultsOf(error: z.ZodError | undefined, items: readonly DraftItem[]): FieldError[] {
  const at = (error?.issues ?? []).map(({ path }) => (path[0] === 'items' ? Number(path[1]) : -1));
  return [...new Set(at)].map((index) => {
    const item = items[index];
    return item === undefined
      ? { field: 'items', text: 'Enter 100 items or fewer about each person' }
      : { field: 'items', text: `Change the item about ${CATEGORIES[item.category].label.toLowerCase()}` };
  });
}

const contentOf = (item: DraftItem): AnswerContent['items'][number] => ({
  itemId: item.itemId,
  category: item.category,
  when: item.when,
  kind: item.kind,
  text: item.text,
  source: item.source,
  ...(item.sanitisedText !== undefined && { sanitisedText: item.sanitisedText }),
  ...(item.grading && { grading: item.grading }),
});

/**
 * Confidence binds what a health body holds, whatever its category, what is about health, whoever holds it, and what its officer says was told in
 * confidence: without consent it needs the overriding public interest (legal frame, PUBLIC).
 */
const isConfidential = ({ category, isInConfidence }: DraftItem, agencyKind: AgencyKind): boolean =>
  isInConfidence || agencyKind === 'health' || CATEGORIES[category].dataClass === 'special';

function factsOf(item: DraftItem, agencyKind: AgencyKind): z.input<typeof AnswerItemFacts> {
  const { passages } = thirdPartyPassages(item.text, item.thirdPartyWords);
  const date = 'date' in item.when ? item.when : undefined;
  return {
    itemId: item.itemId,
    category: item.category,
    class: CATEGORIES[item.category].dataClass,
    confidential: isConfidential(item, agencyKind),
    handling: item.handling,
    ...(item.condition && { condition: item.condition }),
    flags: item.flags,
    subjects: [item.personId],
    thirds: item.thirds,
    ...(passages.length > 0 && { thirdPartyPassages: passages }),
    redaction: item.redactionDefeats ? 'defeats' : 'whole',
    dates: { ...(date && { from: date.date, to: date.until ?? date.date }) },
    relevance: item.isOld ? 'old' : 'relevant',
    width: 'named',
    bar: item.bar === 'none' && item.category === 'sexual-health' ? 'sexual_health' : item.bar,
    sign: item.isSignUnder13 ? 'u13_sexual' : 'none',
  };
}
