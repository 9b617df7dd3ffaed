/** On which line of a file each place of it stands; it can be handed from one thread to another. */
export type LinesOfFile = ReadonlyMap<string, number>;

/** A place by its path, as one key. */
export const placeOf = (path: readonly PropertyKey[]): string => path.map(String).join('\u0000');

/** The line of what stands at a path, or of the nearest thing around it that is there. */
export function lineOf(lines: LinesOfFile, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const line = lines.get(placeOf(path.slice(0, depth)));
    if (line !== undefined) return line;
  }
  return 1;
}
