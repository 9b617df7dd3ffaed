import type { FactName, FactRecord, FactRecords } from '../domain/decision';

/** Fact records as they are kept: each source once, and of each fact the number of its source. */
export interface KeptFactRecords {
  readonly sources: readonly Omit<FactRecord, 'fact'>[];
  readonly facts: Readonly<Partial<Record<FactName, number>>>;
}

const keyOf = ({ source, author, at, version }: Omit<FactRecord, 'fact'>): string =>
  JSON.stringify([source, author, at, version]);

/** Folds records together by where they came from: most facts of a decision share a handful of sources. */
export function keptFactRecords(records: FactRecords): KeptFactRecords {
  const numbers = new Map<string, number>();
  const sources: Omit<FactRecord, 'fact'>[] = [];
  const facts: Partial<Record<FactName, number>> = {};
  for (const { fact, ...origin } of records) {
    const key = keyOf(origin);
    const number = numbers.get(key) ?? sources.push(origin) - 1;
    numbers.set(key, number);
    facts[fact] = number;
  }
  return { sources, facts };
}

/** Records as they were before they were folded; none of a decision from before they were kept. */
export function unfoldedRecords(kept: unknown): FactRecords {
  if (!isKept(kept)) return [];
  return Object.entries(kept.facts).flatMap(([fact, at]) => {
    const source = kept.sources[at];
    return source === undefined ? [] : [{ fact: fact as FactName, ...source }];
  });
}

const isKept = (kept: unknown): kept is KeptFactRecords =>
  typeof kept === 'object' && kept !== null && 'sources' in kept && 'facts' in kept;

/** The same the other way round: each source with the names of its facts. */
export const sourcesWithFacts = ({
  sources,
  facts,
}: KeptFactRecords): (Omit<FactRecord, 'fact'> & { facts: string[] })[] =>
  sources.map((source, number) => ({
    ...source,
    facts: Object.entries(facts)
      .filter(([, at]) => at === number)
      .map(([fact]) => fact),
  }));
