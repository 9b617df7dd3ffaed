/** Whoever puts a product together reads what was said first, then opens every envelope; only then is it made. */
const READ_BEFORE_MS = 60_000;

/** Whether something that was said then may be in nothing that was made then: it came afterwards, or meanwhile. */
export const mayBeUnread = (saidAt: Date, madeAt: Date): boolean =>
  saidAt.getTime() >= madeAt.getTime() - READ_BEFORE_MS;
