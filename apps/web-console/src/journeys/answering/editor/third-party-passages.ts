/** A stretch of a text, end not included. */
export interface Passage {
  readonly from: number;
  readonly to: number;
}

/**
 * Where the exact words stand in an item's text, each time that they do. The officer copies the words that name or tell of somebody
 * else; nobody counts letters.
 * @returns the passages in order, overlapping ones joined, and the words that were not found
 */
export function thirdPartyPassages(text: string, words: readonly string[]): { passages: Passage[]; missing: string[] } {
  const found = words.map((word) => ({ word, at: placesOf(text, word) }));
  const missing = found.filter(({ at }) => at.length === 0).map(({ word }) => word);
  const inOrder = found.flatMap(({ at }) => at).sort((a, b) => a.from - b.from || a.to - b.to);
  return { passages: joined(inOrder), missing };
}

function placesOf(text: string, word: string): Passage[] {
  const places: Passage[] = [];
  if (word === '') return places;
  for (let from = text.indexOf(word); from !== -1; from = text.indexOf(word, from + word.length))
    places.push({ from, to: from + word.length });
  return places;
}

function joined(inOrder: readonly Passage[]): Passage[] {
  return inOrder.reduce<Passage[]>((kept, next) => {
    const last = kept.at(-1);
    if (last === undefined || next.from > last.to) return [...kept, next];
    return [...kept.slice(0, -1), { from: last.from, to: Math.max(last.to, next.to) }];
  }, []);
}
