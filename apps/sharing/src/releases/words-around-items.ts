import type { Opened } from './envelope-opener';

/** What an agency wrote around its items: it is released with none of them. */
export const wordsAroundItems = (opened: readonly Opened[]): string[] =>
  opened.flatMap((one) =>
    one.kind === 'answer' ? [one.content.overview, one.content.coverage.note].filter((text) => text !== undefined) : [],
  );
