import type { Pack } from '../schema/pack';

function* sourcesCited(part: unknown, path: string): Generator<{ source: string; path: string }> {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    if (key === 'source' && typeof value === 'string') yield { source: value, path };
    else yield* sourcesCited(value, `${path}.${key}`);
  }
}

/** Each source cited must be listed, and each source listed must be cited: a pack carries no reading list. */
export function sourceProblems({ sources, ...pack }: Pack): string[] {
  const cited = Object.entries(pack).flatMap(([key, part]) => [...sourcesCited(part, key)]);
  const unlisted = cited.filter(({ source }) => !Object.hasOwn(sources, source));
  const uncited = Object.keys(sources).filter((id) => !cited.some(({ source }) => source === id));
  return [
    ...unlisted.map(({ source, path }) => `${path}: source ${source} is not listed`),
    ...uncited.map((id) => `sources: ${id} is cited nowhere`),
  ];
}
