import type { DecisionRow } from './sharing-decision.repository';

type Asked = Pick<DecisionRow, 'askedBy' | 'factVersions'>;

/** Who pressed "Ask again" of it, over all the times it was decided; kept with what each decision rests on. */
export function againBy({ factVersions }: Pick<DecisionRow, 'factVersions'>): string[] {
  const kept = factVersions['askedAgainBy'];
  return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
}

/**
 * Everybody whose question it is: who asked, and who asked it again. None of them answers it or sets it aside (rule book section 2, point 7): a refusal
 * would otherwise be put again by the very person who then says yes to it.
 */
export const askersOf = (asked: Asked): string[] => [...new Set([asked.askedBy, ...againBy(asked)])];
