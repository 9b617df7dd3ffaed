/** A line of the ledger that something was shown, opened as far as it opens. */
export interface ShownLine {
  readonly releaseId: string;
  readonly fromAgencyId: string;
  readonly recipientId: string;
  readonly recipientAgencyId: string;
  readonly mode: string;
  readonly at: Date;
  /** Undefined where the sealed part does not open: then it may have been this. */
  readonly itemId: string | undefined;
}

/** One who is told to destroy it. */
export interface Saw {
  /** Null where a whole desk was told, as in immediate protection. */
  readonly recipientId: string | null;
  readonly recipientAgencyId: string;
  readonly shownAt: Date;
}

/** What was recalled, as the ledger names it. */
export interface RecalledIds {
  /** Items, coverage without items, and the products that they went out in. */
  readonly ids: ReadonlySet<string>;
  /** Products: what was put into one was read by nobody yet. */
  readonly productIds: ReadonlySet<string>;
  /** wrong_recipient: nobody else is told. */
  readonly onlyAgencyId?: string | undefined;
  /** ... and of that agency this account alone. */
  readonly onlyRecipientId?: string | undefined;
}

/**
 * Each who saw it, once, with the first time. A holder's own record is not theirs to destroy; what was told in immediate protection was told
 * to a desk; making a product shows it to nobody.
 */
export function whoSaw(
  lines: readonly ShownLine[],
  { ids, productIds, onlyAgencyId, onlyRecipientId }: RecalledIds,
): Saw[] {
  const saw = new Map<string, Saw>();
  const wanted = lines
    .filter(({ itemId }) => itemId === undefined || ids.has(itemId))
    .filter(
      ({ fromAgencyId, recipientAgencyId, itemId }) =>
        isProduct(itemId, productIds) || fromAgencyId !== recipientAgencyId,
    )
    .filter(({ releaseId, itemId }) => isProduct(itemId, productIds) || !productIds.has(releaseId))
    .filter(({ recipientAgencyId }) => onlyAgencyId === undefined || recipientAgencyId === onlyAgencyId)
    .filter(
      ({ recipientId, mode }) =>
        onlyRecipientId === undefined || (mode !== 'protect' && recipientId === onlyRecipientId),
    );
  for (const { mode, recipientId, recipientAgencyId, at } of wanted) {
    const recipient = mode === 'protect' ? null : recipientId;
    const key = recipient ?? `desk ${recipientAgencyId}`;
    const known = saw.get(key);
    if (known === undefined || at < known.shownAt)
      saw.set(key, { recipientId: recipient, recipientAgencyId, shownAt: at });
  }
  return [...saw.values()].sort((a, b) => a.shownAt.getTime() - b.shownAt.getTime());
}

const isProduct = (itemId: string | undefined, productIds: ReadonlySet<string>): boolean =>
  itemId !== undefined && productIds.has(itemId);
