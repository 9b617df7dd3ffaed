/** So many words running are somebody's text and no longer chance (design.md section 6). */
export const RUNNING_WORDS = 8;

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

function runsOf(text: string): Set<string> {
  const words = wordsOf(text);
  const runs = new Set<string>();
  for (let at = 0; at + RUNNING_WORDS <= words.length; at += 1) runs.add(words.slice(at, at + RUNNING_WORDS).join(' '));
  return runs;
}

/**
 * Whether somebody's own words repeat eight words running of a text that is not released with them. Case, punctuation and line breaks
 * make no difference; what stands in a released text too may be said.
 */
export function repeatsUnreleased(words: string, unreleased: readonly string[], released: readonly string[]): boolean {
  const said = runsOf(words);
  if (said.size === 0) return false;
  const free = new Set(released.flatMap((text) => [...runsOf(text)]));
  return unreleased.some((text) => [...runsOf(text)].some((run) => said.has(run) && !free.has(run)));
}
