/** Every text inside, as it stands: to compare words. Its JSON would not do, which writes a line break as two letters. */
export const wordsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(wordsIn)
      : [];
