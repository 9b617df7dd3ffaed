import type { SharingQuestion } from '../facts/sharing-question';
import { RULE_BOOK } from '../rules/rule-book';
import type { Effect, EffectSpec } from '../rules/rule-row';
import type { Line } from './verdict';

const DUTY_FROM = Date.parse('2026-09-29T23:00:00Z');

const words = (effect: Effect): string => {
  if (typeof effect === 'string') return { PERMIT: 'P', DENY: 'D', '-': '-' }[effect];
  return `R:${effect.review.join()}`;
};
const effectsOf = (spec: EffectSpec): Effect[] =>
  typeof spec === 'string' || 'review' in spec ? [spec] : [...spec.cases.map(({ effect }) => effect), spec.otherwise];

/** The lines of one verdict, each with its outcome and on which side of 30 September 2026 it was said. */
export function whatWasSaid({ now, mode }: SharingQuestion, lines: readonly Line[]): string[] {
  const side = now >= DUTY_FROM ? 'from' : 'before';
  // Immediate protection knows no sides.
  return lines.map(({ id, outcome }) => `${id} ${outcome} ${mode === 'protect' ? 'any day' : side}`);
}

/** Every row, or part of a row, with every outcome that it can have, before and from 30 September 2026. */
export const everythingTheBookSays = (): string[] =>
  RULE_BOOK.flatMap(({ id, family, before, from }) => {
    const read = id.replace('S1-MATCH', 'S1-AGR'); // what section 1 adds has no id in the text
    if (family === 'PROT') return effectsOf(from).map((effect) => `${read} ${words(effect)} any day`);
    return [
      ...effectsOf(before).map((effect) => `${read} ${words(effect)} before`),
      ...effectsOf(from).map((effect) => `${read} ${words(effect)} from`),
    ];
  });
