/**
 * A seeded source of chance (mulberry32): the same seed tells the same demo, on any machine.
 * @param {number} seed
 */
export function seededRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (from, to) => from + Math.floor(next() * (to - from + 1));
  const pick = (list) => list[int(0, list.length - 1)];
  const chance = (probability) => next() < probability;
  /** Picks a key by its weight: `{ police: 24, health: 14 }`. */
  const weighted = (weights) => {
    const entries = Object.entries(weights);
    let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) {
      left -= weight;
      if (left < 0) return key;
    }
    return entries[entries.length - 1][0];
  };
  /** A UUIDv7-shaped id whose time part is `at`, the rest from the seed. */
  const id = (at) => {
    const time = Math.max(0, Math.floor(at)).toString(16).padStart(12, '0');
    const hex = Array.from({ length: 20 }, () => int(0, 15).toString(16)).join('');
    const variant = '89ab'[int(0, 3)];
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
  };
  return { next, int, pick, chance, weighted, id };
}
