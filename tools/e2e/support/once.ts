/** A step that is taken at most once, however many tests ask for it. */
export function once<T>(take: () => Promise<T>): () => Promise<T> {
  let taken: Promise<T> | undefined;
  return () => (taken ??= take());
}
