function jaro(a: string, b: string): number {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const usedInB = new Array<boolean>(b.length).fill(false);
  const matchedInA: string[] = [];
  for (let i = 0; i < a.length; i += 1) {
    for (let j = Math.max(0, i - reach); j < Math.min(b.length, i + reach + 1); j += 1) {
      if (usedInB[j] === true || a[i] !== b[j]) continue;
      usedInB[j] = true;
      matchedInA.push(a.charAt(i));
      break;
    }
  }
  const common = matchedInA.length;
  if (common === 0) return 0;
  const matchedInB = Array.from(b).filter((_letter, j) => usedInB[j]);
  const outOfOrder = matchedInA.filter((letter, index) => letter !== matchedInB[index]).length / 2;
  return (common / a.length + common / b.length + (common - outOfOrder) / common) / 3;
}

/** Likeness of two words from 0 to 1 (Winkler 1990: up to four letters in common at the start count extra). Symmetric. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  // Greedy matching depends on which word is walked: take the better of both, so that the order never matters.
  const likeness = Math.max(jaro(a, b), jaro(b, a));
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && prefix < b.length && a[prefix] === b[prefix]) prefix += 1;
  return likeness + prefix * 0.1 * (1 - likeness);
}
