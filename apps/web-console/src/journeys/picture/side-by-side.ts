import { CATEGORIES } from '@mash/contracts';
import { rowOf, type ChronologyRow } from './chronology.presenter';
import type { KnownItem } from './read-item';

/** Where more than one agency speaks of the same thing about the same person: a human compares, the machine does not judge. */
export interface SideBySide {
  readonly about: string;
  readonly sources: readonly ChronologyRow[];
}

export function sideBySide(items: readonly KnownItem[], names: ReadonlyMap<string, string>): SideBySide[] {
  const groups = new Map<string, KnownItem[]>();
  for (const known of items) {
    const key = `${known.item.personId ?? ''} ${known.item.category ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), known]);
  }
  return [...groups.values()].flatMap((group) => {
    const agencies = new Set(group.map(({ item }) => item.agencyId));
    const [first] = group;
    if (agencies.size < 2 || first?.item.category === undefined) return [];
    const rows = group.map((known) => rowOf(known, names));
    return [
      { about: `${rows[0]?.person ?? ''}: ${CATEGORIES[first.item.category].label.toLowerCase()}`, sources: rows },
    ];
  });
}
