import type { AnswerContent } from './answer.content';
import type { AnswerFacts } from './answer.facts';

/**
 * Where facts and content of an answer disagree: every item has its facts and nothing else has, under the same category;
 * an item said to be sanitised has that wording; "not known" and "declined" bring no items.
 * @returns the paths that are wrong; empty when all agree.
 */
export function answerDisagreements(facts: AnswerFacts, content: AnswerContent): string[] {
  const { coverage, items } = content;
  const factsOf = new Map(facts.items.map((item) => [item.itemId, item]));
  const wrong = items.flatMap((item, index) => {
    const itsFacts = factsOf.get(item.itemId);
    if (itsFacts === undefined) return [`items.${index}.itemId`];
    const lacksWording = itsFacts.flags.includes('sanitised') && item.sanitisedText === undefined;
    return [
      ...(itsFacts.category === item.category ? [] : [`items.${index}.category`]),
      ...(lacksWording ? [`items.${index}.sanitisedText`] : []),
      ...(itsFacts.thirdPartyPassages ?? [])
        .filter(({ from, to }) => from >= to || to > item.text.length)
        .map(() => `items.${index}.thirds`),
    ];
  });
  const isOneToOne = factsOf.size === facts.items.length && facts.items.length === items.length;
  const bringsNothing = coverage.state === 'not_known' || coverage.state === 'declined';
  return [...wrong, ...(isOneToOne ? [] : ['items']), ...(bringsNothing && items.length > 0 ? ['coverage.state'] : [])];
}
